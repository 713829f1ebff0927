package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Course;
import io.linkage.table.score.FeatureChurn;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What customers did window by window after each day, counted by the chance that the champion gave them on it: the windows of
 * the days follow one another without a gap, so that the outcomes of later days tell.
 */
final class Courses {
    private static final String AHEAD = "_ahead";
    private static final String TEACHES = "_teaches";
    private static final StructType COLUMNS = new StructType()
            .add("_chance", DataTypes.DoubleType)
            .add("_reach", DataTypes.IntegerType)
            .add("_windows", DataTypes.IntegerType)
            .add("_left", DataTypes.BooleanType)
            .add(TEACHES, DataTypes.BooleanType);

    private Courses() {}

    /** Of examples with a known outcome; at most as many rows as there are chances, windows and days reach the driver. */
    static List<Course> of(Dataset<Row> known, Parts parts, int windowDays, ChurnModel champion) {
        List<LocalDate> days = parts.days();
        return known
                .withColumn(
                        AHEAD,
                        collect_list(struct(FeatureChurn.FEATURE_DATE.col(), FeatureChurn.HAS_CHURNED.col()))
                                .over(Window.partitionBy(FeatureChurn.CUSTOMER_KEY.col())
                                        .orderBy(FeatureChurn.FEATURE_DATE.col())
                                        .rowsBetween(0, days.size())))
                .withColumn(TEACHES, not(Parts.isCustomerOut()))
                .map(course(days, windowDays, champion.scorer(Examples.LAYOUT)), Encoders.row(COLUMNS))
                .groupBy(List.of(COLUMNS.fieldNames()).stream()
                        .map(name -> col(name))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .agg(count(lit(1)))
                .collectAsList()
                .stream()
                .map(row -> new Course(
                        row.getDouble(0),
                        row.getInt(1),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getLong(5)))
                .toList();
    }

    private static MapFunction<Row, Row> course(List<LocalDate> days, int windowDays, ChurnModel.Scorer scorer) {
        List<LocalDate> latestFirst = List.copyOf(days);
        return row -> {
            LocalDate day =
                    row.<java.sql.Date>getAs(FeatureChurn.FEATURE_DATE.name()).toLocalDate();
            int windows = 0;
            boolean left = false;
            for (Row ahead : row.<Row>getList(row.fieldIndex(AHEAD))) {
                // Who is not at risk on the next day, and had not left, is lost from sight.
                if (left || !ahead.getDate(0).toLocalDate().equals(day.plusDays((long) windows * windowDays))) {
                    break;
                }
                windows++;
                left = ahead.getBoolean(1);
            }
            return RowFactory.create(
                    ChurnModel.published(scorer.probability(Examples.observed(row))),
                    latestFirst.indexOf(day) + 1,
                    windows,
                    left,
                    row.getAs(TEACHES));
        };
    }
}
