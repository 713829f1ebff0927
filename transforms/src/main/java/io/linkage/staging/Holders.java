package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

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
 * Records that several sources hold. What one of them ends goes on as another has it, and is gone when none has it any more. The
 * moment of one source says nothing of when another let go: nights alone date such an end.
 */
final class Holders {
    private static final String SHARED = "_shared";
    private static final String STALE = "_stale";
    private static final String NIGHT = "_night";
    private static final String LAST = "_last";

    private Holders() {}

    /** The states of records from the changes of each source, as nights saw them. */
    static Dataset<Row> together(List<Column> key, Dataset<Row> ofSources) {
        WindowSpec record = Window.partitionBy(key.toArray(Column[]::new));
        Column shared =
                min(Arrival.SOURCE).over(record).notEqual(max(Arrival.SOURCE).over(record));
        Dataset<Row> told = ofSources
                .withColumn(SHARED, shared)
                .withColumn(STALE, isStale(key))
                .filter(not(col(SHARED).and(col(STALE))));
        Column kept = col(History.DELIVERED).and(col(Deduplicate.OUTCOME).equalTo(Deduplicate.KEPT));
        Column alone = col(Arrival.DELETED).and(not(col(SHARED)));
        return told.filter(kept.or(alone)).unionByName(afterEnds(key, told.filter(SHARED)));
    }

    /** An older change that comes after its source deleted the record: that source has it no more. */
    private static Column isStale(List<Column> key) {
        List<Column> ofSource = new ArrayList<>(key);
        ofSource.add(col(Arrival.SOURCE));
        Column ended = max(when(col(Arrival.DELETED), col(Arrival.CHANGED)))
                .over(Window.partitionBy(ofSource.toArray(Column[]::new))
                        .orderBy(Arrival.LOADED)
                        .rowsBetween(Window.unboundedPreceding(), -1));
        return not(col(Arrival.DELETED)).and(coalesce(col(Arrival.CHANGED).leq(ended), lit(false)));
    }

    /** What is left on each night on which a source ended a record: the last row of those that have it, else of those that had. */
    private static Dataset<Row> afterEnds(List<Column> key, Dataset<Row> shared) {
        Column row = struct(Stream.of(shared.columns()).map(name -> col(name)).toArray(Column[]::new));
        String[] names = key.stream().map(Column::toString).toArray(String[]::new);
        Dataset<Row> ends = shared.filter(Arrival.DELETED)
                .select(with(key, col(Arrival.LOADED).as(NIGHT)))
                .distinct();
        Column changed = coalesce(
                last(Arrival.CHANGED), date_add(last(Arrival.LOADED), 1).cast("timestamp"));
        Column claim = struct(
                not(last(Arrival.DELETED)).as("_has"),
                changed.as("_changed"),
                last(Arrival.LOADED).as("_loaded"),
                last(Arrival.SOURCE).as("_source"));
        return ends.join(shared, names)
                .filter(col(Arrival.LOADED).leq(col(NIGHT)))
                .groupBy(with(key, col(NIGHT), col(Arrival.SOURCE)))
                .agg(max_by(row, col(Arrival.LOADED)).as(LAST))
                .groupBy(with(key, col(NIGHT)))
                .agg(max_by(col(LAST), claim).as(LAST))
                .select(col(LAST + ".*"), col(NIGHT))
                .withColumn(Arrival.LOADED, col(NIGHT))
                .withColumn(Arrival.CHANGED, lit(null).cast("timestamp"))
                .withColumn(History.DELIVERED, lit(false))
                .drop(NIGHT);
    }

    private static Column last(String name) {
        return col(LAST).getField(name);
    }

    private static Column[] with(List<Column> key, Column... more) {
        return Stream.concat(key.stream(), Stream.of(more)).toArray(Column[]::new);
    }
}
