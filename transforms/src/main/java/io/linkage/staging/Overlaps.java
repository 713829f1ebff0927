package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.table.staging.Arrival;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Warns of spells that last beyond the beginning of the next: they are kept, and core ends them there. */
final class Overlaps {
    private Overlaps() {}

    /** The same rows, with a warning on each kept spell that overlaps the next one of its extract. */
    static Dataset<Row> warned(Table contract, Dataset<Row> rows) {
        if (contract.spell() == null) {
            return rows;
        }
        Field start = contract.spell().start();
        Column end = contract.spell().end().col();
        Column stands = col(Deduplicate.OUTCOME).equalTo(Deduplicate.KEPT).and(not(Landing.deletes()));
        Column extract = when(col(Judge.LOAD).equalTo(Load.FULL.name()), col(Landing.LOADED));
        List<Column> within = new ArrayList<>(List.of(stands, extract));
        contract.keys().stream()
                .filter(key -> !key.equals(start) && !key.name().equals(Arrival.LOADED))
                .forEach(key -> within.add(key.col()));
        Column next = min(start.col())
                .over(Window.partitionBy(within.toArray(Column[]::new))
                        .orderBy(unix_date(start.col()))
                        .rangeBetween(1, Window.unboundedFollowing()));
        Column overlaps =
                stands.and(col("_next_start").isNotNull()).and(coalesce(end.gt(col("_next_start")), lit(true)));
        String warning = contract.spell().end().name() + ": OVERLAPS_NEXT";
        return rows.withColumn("_next_start", next)
                .withColumn(Deduplicate.WARNING, coalesce(col(Deduplicate.WARNING), when(overlaps, lit(warning))))
                .drop("_next_start");
    }
}
