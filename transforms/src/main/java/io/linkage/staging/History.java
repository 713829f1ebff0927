package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Keeps of every record the nights that saw it new, changed, dropped or back. A full extract that no longer holds a key
 * drops it; a row in quarantine is still a sign of life.
 */
final class History {
    private static final String NEXT = "_next_loaded_date";

    private History() {}

    static Dataset<Row> of(Table contract, Dataset<Row> judged) {
        Column[] key = contract.keys().stream()
                .filter(field -> !field.name().equals("loaded_date"))
                .map(Field::col)
                .toArray(Column[]::new);
        Dataset<Row> present = judged.filter(col(Deduplicate.OUTCOME).equalTo(Deduplicate.KEPT))
                .withColumn("is_deleted", coalesce(col(Landing.CHANGE).equalTo("delete"), lit(false)))
                .withColumn("loaded_date", col(Landing.LOADED));
        return changes(key, present.unionByName(dropped(key, judged)));
    }

    /** A tombstone at the first full extract that does not hold the key any more. */
    private static Dataset<Row> dropped(Column[] key, Dataset<Row> judged) {
        WindowSpec loads = Window.partitionBy("source_code").orderBy(Landing.LOADED);
        Dataset<Row> deliveries = judged.filter(col(Judge.LOAD).equalTo(Load.FULL.name()))
                .select(col("source_code"), col(Landing.LOADED))
                .distinct()
                .withColumn(NEXT, lead(Landing.LOADED, 1).over(loads));
        List<Column> ofSource = new ArrayList<>(List.of(key));
        ofSource.add(col("source_code"));
        WindowSpec record =
                Window.partitionBy(ofSource.toArray(Column[]::new)).orderBy(col(Landing.LOADED), col(Landing.RECORD));
        Column hasKey = lit(true);
        for (Column part : key) {
            hasKey = hasKey.and(part.isNotNull());
        }
        Column seenAgain = lead(Landing.LOADED, 1).over(record);
        return judged.filter(hasKey)
                .withColumn("_seen_again", seenAgain)
                .join(deliveries, new String[] {"source_code", Landing.LOADED})
                .filter(col(NEXT)
                        .isNotNull()
                        .and(col("_seen_again").isNull().or(col("_seen_again").gt(col(NEXT)))))
                .withColumn("loaded_date", col(NEXT))
                .withColumn("is_deleted", lit(true))
                .drop("_seen_again", NEXT);
    }

    /** Only rows whose state differs from the one before them. */
    private static Dataset<Row> changes(Column[] key, Dataset<Row> states) {
        WindowSpec record = Window.partitionBy(key)
                .orderBy(col("loaded_date"), col("is_deleted").desc());
        Column state = when(col("is_deleted"), lit("deleted"))
                .otherwise(col(Deduplicate.CONTENT).cast("string"));
        return states.withColumn("_state", state)
                .withColumn("_before", lag("_state", 1).over(record))
                .filter(coalesce(col("_before").notEqual(col("_state")), lit(true)));
    }
}
