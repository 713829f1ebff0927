package io.linkage.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Keys;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.staging.Arrival;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Type-2 versions from the changes that nights saw: half-open {@code [valid_from, valid_to)}, without gap or overlap, the
 * first from 1900-01-01, one current. A change takes effect on the day the source names, at the latest on the day it was
 * loaded; a record that comes back after a drop without a moment, on the day it was loaded. Of several changes on one day the last
 * by the source's own moment stands, else the last loaded.
 */
public final class Versions {
    /** Day on which a state began. */
    public static final String EFFECTIVE = "_effective_date";

    private Versions() {}

    /**
     * Versions of the entities.
     *
     * @param changes one row per entity and change, with {@code changed_at}, {@code loaded_date} and {@code is_deleted}
     * @param entity column that names the entity
     * @param attributes columns whose change makes a version
     * @param zone time zone of the company, in whose days facts are dated too
     */
    public static Dataset<Row> of(Dataset<Row> changes, String entity, List<String> attributes, ZoneId zone) {
        return ofStates(states(changes, entity, zone), entity, attributes);
    }

    /** The same from states: one row per entity and day on which its state, named by {@link #EFFECTIVE}, began. */
    public static Dataset<Row> ofStates(Dataset<Row> states, String entity, List<String> attributes) {
        return ranges(distinct(states, entity, attributes), entity);
    }

    /** The states of records: of the changes that take effect on one day, the last. */
    public static Dataset<Row> states(Dataset<Row> changes, String record, ZoneId zone) {
        Column back = min(Arrival.LOADED).over(Window.partitionBy(col(record), Turn.era()));
        Dataset<Row> dated = Turn.of(changes, zone, record)
                .withColumn(
                        EFFECTIVE,
                        when(Turn.era().gt(0), greatest(Turn.day(), back)).otherwise(Turn.day()));
        return lastOfDay(dated, record).drop(Turn.TURN);
    }

    private static Dataset<Row> lastOfDay(Dataset<Row> dated, String record) {
        WindowSpec day =
                Window.partitionBy(record, EFFECTIVE).orderBy(col(Turn.TURN).desc());
        return dated.withColumn("_place", row_number().over(day))
                .filter(col("_place").equalTo(1))
                .drop("_place");
    }

    private static Dataset<Row> distinct(Dataset<Row> states, String entity, List<String> attributes) {
        WindowSpec time = Window.partitionBy(entity).orderBy(EFFECTIVE);
        List<Column> watched = new ArrayList<>();
        attributes.forEach(attribute -> watched.add(col(attribute)));
        watched.add(col(Arrival.DELETED));
        return states.withColumn("_state", Keys.contents(watched))
                .withColumn("_before", lag("_state", 1).over(time))
                .filter(coalesce(col("_before").notEqual(col("_state")), lit(true)));
    }

    private static Dataset<Row> ranges(Dataset<Row> states, String entity) {
        WindowSpec time = Window.partitionBy(entity).orderBy(EFFECTIVE);
        Column next = lead(EFFECTIVE, 1).over(time);
        return states.withColumn(DimCustomer.VALID_TO.name(), coalesce(next, Days.day(Days.END)))
                .withColumn(
                        DimCustomer.VALID_FROM.name(),
                        when(lag(EFFECTIVE, 1).over(time).isNull(), Days.day(Days.BEGINNING))
                                .otherwise(col(EFFECTIVE)))
                .withColumn(
                        DimCustomer.IS_CURRENT.name(),
                        col(DimCustomer.VALID_TO.name()).equalTo(Days.day(Days.END)))
                .drop(EFFECTIVE, "_state", "_before");
    }
}
