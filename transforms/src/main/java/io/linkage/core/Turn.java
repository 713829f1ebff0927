package io.linkage.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.table.staging.Arrival;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * In which order the states of a record came to be, whatever order nights saw them in: by the day the source names, at the latest that
 * of the load, and within it by the source's moment. Where a source names none the load decides; a drop without a moment, such as that
 * of a full extract, parts what was loaded before it from what was loaded after, however old that says it is.
 */
public final class Turn {
    /** The higher, the later; no two rows of a record have the same. */
    public static final String TURN = "_turn";

    private static final String ERA = "_era";
    private static final String DAY = "_day";

    private Turn() {}

    /**
     * Adds {@link #TURN}.
     *
     * @param changes one row per record and night that saw it change, with {@code changed_at}, {@code loaded_date} and {@code is_deleted}
     * @param zone time zone of the company
     * @param record columns that name the record
     */
    public static Dataset<Row> of(Dataset<Row> changes, ZoneId zone, String... record) {
        Column[] key = Stream.of(record).map(name -> col(name)).toArray(Column[]::new);
        Column dropped = when(col(Arrival.DELETED).and(col(Arrival.CHANGED).isNull()), lit(1));
        Column era = coalesce(
                sum(dropped)
                        .over(Window.partitionBy(key)
                                .orderBy(Arrival.LOADED)
                                .rowsBetween(Window.unboundedPreceding(), -1)),
                lit(0L));
        Column day = least(coalesce(Days.local(col(Arrival.CHANGED), zone), col(Arrival.LOADED)), col(Arrival.LOADED));
        return changes.withColumn(ERA, era)
                .withColumn(TURN, struct(col(ERA), day.as(DAY), col(Arrival.CHANGED), col(Arrival.LOADED)))
                .drop(ERA);
    }

    /** How many drops without a moment came before the row. */
    static Column era() {
        return col(TURN).getField(ERA);
    }

    /** The day that the source names, at the latest that of the load. */
    static Column day() {
        return col(TURN).getField(DAY);
    }
}
