package io.linkage.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.mart.EstimateVsMeasured;
import io.linkage.table.mart.Experience;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Estimates and targets of units beside the answers of the customers they served, added up over the months of the year. */
public final class BuildEstimateVsMeasured {
    public static final Build BUILD = Build.of(EstimateVsMeasured.TABLE)
            .reads(BuildEstimateVsMeasured::from, FctDepartmentEstimate.TABLE, Experience.TABLE);

    private BuildEstimateVsMeasured() {}

    static Dataset<Row> from(Inputs in) {
        String[] key = {
            EstimateVsMeasured.UNIT_SOURCE_ID.name(),
            EstimateVsMeasured.METRIC_CODE.name(),
            EstimateVsMeasured.YEAR_NUMBER.name()
        };
        Dataset<Row> stated = in.rows(FctDepartmentEstimate.TABLE)
                .select(
                        FctDepartmentEstimate.UNIT_SOURCE_ID.col(),
                        FctDepartmentEstimate.METRIC_CODE.col(),
                        FctDepartmentEstimate.YEAR_NUMBER.col(),
                        EstimateVsMeasured.OWN_ESTIMATE.is(FctDepartmentEstimate.ESTIMATE_SCORE.col()),
                        EstimateVsMeasured.TARGET_ESTIMATE.is(FctDepartmentEstimate.TARGET_SCORE.col()));
        Dataset<Row> both = stated.join(measured(in.rows(Experience.TABLE)), key, "left")
                .withColumn(
                        EstimateVsMeasured.ANSWER_COUNT.name(),
                        coalesce(EstimateVsMeasured.ANSWER_COUNT.col(), lit(0L)));
        // What a unit aims at next year stands beside this year; a row of its own it has when there is something to
        // measure.
        Column begun = EstimateVsMeasured.YEAR_NUMBER.col().leq(in.asOf().getYear());
        return EstimateVsMeasured.TABLE.shape(SelfKnowledge.of(both)
                .filter(begun)
                .withColumn(EstimateVsMeasured.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    /** Months to years: sums, so that the year's deviation is that of all its answers. */
    private static Dataset<Row> measured(Dataset<Row> months) {
        Column n = Experience.ANSWER_COUNT.col();
        Column mean = Experience.METRIC_ESTIMATE.col();
        Column error = coalesce(Experience.STANDARD_ERROR.col(), lit(0.0));
        Column within = error.multiply(error).multiply(n).multiply(n.minus(1));
        return months.filter(Experience.LEVEL_CODE.col().equalTo(Experience.UNIT))
                .groupBy(
                        EstimateVsMeasured.UNIT_SOURCE_ID.is(Experience.SUBJECT_CODE.col()),
                        Experience.METRIC_CODE.col(),
                        EstimateVsMeasured.YEAR_NUMBER.is(year(Experience.MONTH_DATE.col())))
                .agg(
                        EstimateVsMeasured.ANSWER_COUNT.is(sum(n)),
                        sum(Experience.PROMOTER_COUNT.col()).as(Experience.PROMOTER_COUNT.name()),
                        sum(Experience.DETRACTOR_COUNT.col()).as(Experience.DETRACTOR_COUNT.name()),
                        sum(Experience.TOP_COUNT.col()).as(Experience.TOP_COUNT.name()),
                        Exact.total(n.multiply(mean)).as(ExperienceRows.VALUES),
                        Exact.total(within.plus(n.multiply(mean).multiply(mean)))
                                .as(ExperienceRows.SQUARED_VALUES));
    }
}
