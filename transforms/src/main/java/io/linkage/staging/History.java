package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Table;
import io.linkage.table.staging.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Keeps of every record the nights that saw it new, changed, dropped or back. A full extract that no longer holds a key
 * drops it; a row in quarantine is still a sign of life. What several sources hold is gone when none of them has it.
 */
final class History {
    /** Whether the row was delivered that night; else it is told from what was, or was not. */
    static final String DELIVERED = "_delivered";

    private static final String NEXT = "_next_loaded_date";

    private History() {}

    static Dataset<Row> of(Table contract, Dataset<Row> judged) {
        List<Column> key = new ArrayList<>();
        contract.keys().stream()
                .filter(field -> !field.name().equals(Arrival.LOADED))
                .forEach(field -> key.add(field.col()));
        List<Column> ofSource = new ArrayList<>(key);
        ofSource.add(col(Arrival.SOURCE));
        boolean several = List.of(judged.columns()).contains(Deduplicate.SPEAKS);
        Column stands = several
                ? col(Deduplicate.SPEAKS).and(col(Deduplicate.OUTCOME).notEqual(Deduplicate.QUARANTINED))
                : col(Deduplicate.OUTCOME).equalTo(Deduplicate.KEPT);
        Dataset<Row> present = judged.filter(stands.and(not(Landing.deletes())))
                .withColumn(Arrival.DELETED, lit(false))
                .withColumn(Arrival.LOADED, col(Landing.LOADED))
                .withColumn(DELIVERED, lit(true));
        Dataset<Row> states = changes(ofSource, present.unionByName(ended(key, ofSource, judged, stands)));
        return several ? changes(key, Holders.together(key, states)) : states;
    }

    /**
     * Tombstones: on the night of a change that deletes a key, and at the first full extract that does not hold it any more, of which
     * nobody says when it was dropped. What is gone is what stood last: a deletion may bring nothing but the key, and what was
     * seen last may be in quarantine.
     */
    private static Dataset<Row> ended(List<Column> key, List<Column> ofSource, Dataset<Row> judged, Column stands) {
        WindowSpec loads = Window.partitionBy(Arrival.SOURCE).orderBy(Landing.LOADED);
        Dataset<Row> deliveries = judged.filter(col(Judge.LOAD).equalTo(Load.FULL.name()))
                .select(col(Arrival.SOURCE), col(Landing.LOADED))
                .distinct()
                .withColumn(NEXT, lead(Landing.LOADED, 1).over(loads));
        WindowSpec record =
                Window.partitionBy(ofSource.toArray(Column[]::new)).orderBy(col(Landing.LOADED), col(Landing.RECORD));
        Column hasKey = lit(true);
        for (Column part : key) {
            hasKey = hasKey.and(part.isNotNull());
        }
        Column all = struct(Stream.of(judged.columns()).map(name -> col(name)).toArray(Column[]::new));
        Column stood = last(when(stands.and(not(Landing.deletes())), all), true)
                .over(record.rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        Column seenAgain = lead(Landing.LOADED, 1).over(record);
        Column deleted = stands.and(Landing.deletes());
        Column dropped = col(NEXT)
                .isNotNull()
                .and(col("_seen_again").isNull().or(col("_seen_again").gt(col(NEXT))));
        return judged.filter(hasKey)
                .withColumn("_seen_again", seenAgain)
                .withColumn("_stood", stood)
                .join(deliveries, new String[] {Arrival.SOURCE, Landing.LOADED}, "left")
                .filter(col("_stood").isNotNull().and(deleted.or(dropped)))
                .select(
                        col("_stood.*"),
                        when(deleted, col(Landing.LOADED)).otherwise(col(NEXT)).as("_night"),
                        when(deleted, col(Arrival.CHANGED)).as("_moment"))
                .withColumn(Arrival.LOADED, col("_night"))
                .withColumn(Arrival.DELETED, lit(true))
                .withColumn(Arrival.CHANGED, col("_moment"))
                .withColumn(DELIVERED, lit(false))
                .drop("_night", "_moment");
    }

    /** Only rows whose state differs from the one before; what a night delivered goes before what it lacked. */
    private static Dataset<Row> changes(List<Column> key, Dataset<Row> states) {
        WindowSpec record = Window.partitionBy(key.toArray(Column[]::new)).orderBy(col(Arrival.LOADED), col(DELIVERED));
        Column state = when(col(Arrival.DELETED), lit("deleted"))
                .otherwise(col(Deduplicate.CONTENT).cast("string"));
        Column stands = coalesce(lead(Arrival.LOADED, 1).over(record).notEqual(col(Arrival.LOADED)), lit(true));
        return states.withColumn("_stands", stands)
                .filter("_stands")
                .withColumn("_state", state)
                .withColumn("_before", lag("_state", 1).over(record))
                .filter(coalesce(col("_before").notEqual(col("_state")), lit(true)));
    }
}
