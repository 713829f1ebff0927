package io.linkage.mart.steering;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A month's figure of one measure, before it is set beside others: the shape that all parts of the mart bring. */
final class Measured {
    static final StructType SHAPE = new StructType()
            .add(Steering.MONTH_DATE.name(), DataTypes.DateType)
            .add(Steering.UNIT_SOURCE_ID.name(), DataTypes.StringType)
            .add(Steering.MEASURE_CODE.name(), DataTypes.StringType)
            .add(Steering.ACTUAL_ESTIMATE.name(), DataTypes.DoubleType)
            .add(Steering.ANSWER_COUNT.name(), DataTypes.LongType)
            .add(Steering.LOW_ESTIMATE.name(), DataTypes.DoubleType)
            .add(Steering.HIGH_ESTIMATE.name(), DataTypes.DoubleType)
            .add(Steering.TARGET_ESTIMATE.name(), DataTypes.DoubleType);

    /** Not known. */
    static final Column NONE = lit(null).cast(DataTypes.DoubleType);

    private Measured() {}

    /** An amount, without a sample. */
    static Column amount(SteeringMeasure measure, Column actual) {
        return of(measure, actual, lit(null).cast(DataTypes.LongType), NONE, NONE, NONE);
    }

    /** A part of so many. */
    static Column share(SteeringMeasure measure, Column hits, Column of) {
        return of(measure, hits.cast(DataTypes.DoubleType).divide(of), of, NONE, NONE, NONE);
    }

    /** A figure with all that is known of it. */
    static Column of(SteeringMeasure measure, Column actual, Column n, Column low, Column high, Column target) {
        return struct(
                lit(measure.code()).as(Steering.MEASURE_CODE.name()),
                actual.cast(DataTypes.DoubleType).as(Steering.ACTUAL_ESTIMATE.name()),
                n.cast(DataTypes.LongType).as(Steering.ANSWER_COUNT.name()),
                low.as(Steering.LOW_ESTIMATE.name()),
                high.as(Steering.HIGH_ESTIMATE.name()),
                target.as(Steering.TARGET_ESTIMATE.name()));
    }

    /** One row per month, unit and figure of those in a row. */
    static Dataset<Row> rows(Dataset<Row> rows, Column... figures) {
        return rows.select(
                        Steering.MONTH_DATE.col(),
                        Steering.UNIT_SOURCE_ID.col(),
                        explode(array(figures)).as("_figure"))
                .select(Steering.MONTH_DATE.col(), Steering.UNIT_SOURCE_ID.col(), col("_figure.*"))
                .filter(Steering.ACTUAL_ESTIMATE.col().isNotNull());
    }
}
