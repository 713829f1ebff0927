package io.linkage.mart;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.column.Intervals;
import io.linkage.column.Weighted;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.mart.Experience;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** NPS, CES and CSAT per month, level and subject. */
public final class BuildExperience {
    public static final Build BUILD = Build.of(Experience.TABLE).reads(BuildExperience::from, FctSurveyAnswer.TABLE);

    private static final double TOP_OF_SCALE = 0.75;
    private static final double POINTS = 100;
    private static final String WEIGHTS = "_weights";
    private static final String SQUARED_WEIGHTS = "_squared_weights";
    private static final String VALUES = "_values";
    private static final String SQUARED_VALUES = "_squared_values";

    private BuildExperience() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> counted = counted(in.rows(FctSurveyAnswer.TABLE)
                .filter(FctSurveyAnswer.INSTRUMENT_CODE
                        .col()
                        .isin(SurveyAnswer.NPS, SurveyAnswer.CES, SurveyAnswer.CSAT)));
        return Experience.TABLE.shape(
                weighted(estimated(counted)).withColumn(Experience.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    private static Dataset<Row> counted(Dataset<Row> answers) {
        Column share = FctSurveyAnswer.SCALE_SHARE.col();
        Column weight = FctSurveyAnswer.SAMPLE_WEIGHT.col();
        Column value = value(share);
        return answers.groupBy(
                        Experience.MONTH_DATE.is(Days.month(FctSurveyAnswer.ANSWER_DATE.col())),
                        FctSurveyAnswer.LEVEL_CODE.col(),
                        FctSurveyAnswer.SUBJECT_CODE.col(),
                        Experience.METRIC_CODE.is(FctSurveyAnswer.INSTRUMENT_CODE.col()))
                .agg(
                        Experience.ANSWER_COUNT.is(count(lit(1))),
                        Experience.PROMOTER_COUNT.is(sum(FctSurveyAnswer.PROMOTER_COUNT.col())),
                        Experience.DETRACTOR_COUNT.is(sum(FctSurveyAnswer.DETRACTOR_COUNT.col())),
                        Experience.TOP_COUNT.is(count(when(share.geq(TOP_OF_SCALE), 1))),
                        Exact.mean(functions.round(share, 9)).as("_mean"),
                        Exact.deviation(share).as("_deviation"),
                        Exact.total(weight).as(WEIGHTS),
                        Exact.total(weight.multiply(weight)).as(SQUARED_WEIGHTS),
                        Exact.total(weight.multiply(value)).as(VALUES),
                        Exact.total(weight.multiply(value).multiply(value)).as(SQUARED_VALUES));
    }

    /** What one answer adds to the metric: -1, 0 or 1 for nps, its share of the scale for ces, 0 or 1 for csat. */
    private static Column value(Column share) {
        Column net = FctSurveyAnswer.PROMOTER_COUNT.col().minus(FctSurveyAnswer.DETRACTOR_COUNT.col());
        Column metric = FctSurveyAnswer.INSTRUMENT_CODE.col();
        return when(metric.equalTo(SurveyAnswer.NPS), net.cast("double"))
                .when(metric.equalTo(SurveyAnswer.CES), functions.round(share, 9))
                .otherwise(when(share.geq(TOP_OF_SCALE), 1.0).otherwise(0.0));
    }

    private static Dataset<Row> weighted(Dataset<Row> estimated) {
        Column weights = functions.col(WEIGHTS);
        Column mean = Weighted.mean(weights, functions.col(VALUES));
        Column effective = Weighted.effective(weights, functions.col(SQUARED_WEIGHTS));
        Column error = Weighted.error(mean, Weighted.mean(weights, functions.col(SQUARED_VALUES)), effective);
        Column points = when(Experience.METRIC_CODE.col().equalTo(SurveyAnswer.NPS), POINTS)
                .otherwise(1.0);
        return estimated
                .withColumn(Experience.WEIGHTED_ESTIMATE.name(), mean.multiply(points))
                .withColumn(Experience.WEIGHTED_ERROR.name(), error.multiply(points))
                .withColumn(
                        Experience.EFFECTIVE_ANSWER_COUNT.name(),
                        functions.round(effective).cast("long"));
    }

    private static Dataset<Row> estimated(Dataset<Row> counted) {
        Column n = Experience.ANSWER_COUNT.col();
        Column promoters = Experience.PROMOTER_COUNT.col();
        Column detractors = Experience.DETRACTOR_COUNT.col();
        Column top = Experience.TOP_COUNT.col();
        Column mean = functions.col("_mean");
        Column meanError = functions.col("_deviation").divide(sqrt(n));
        Column topShare = top.divide(n);
        Column topError = sqrt(topShare.multiply(lit(1).minus(topShare)).divide(n));
        return counted.withColumn(
                        Experience.METRIC_ESTIMATE.name(),
                        byMetric(promoters.minus(detractors).divide(n).multiply(POINTS), mean, topShare))
                .withColumn(
                        Experience.STANDARD_ERROR.name(),
                        byMetric(Intervals.netError(promoters, detractors, n).multiply(POINTS), meanError, topError))
                .withColumn(Experience.LOW_ESTIMATE.name(), end(-1, mean, meanError))
                .withColumn(Experience.HIGH_ESTIMATE.name(), end(1, mean, meanError));
    }

    private static Column end(int sign, Column mean, Column meanError) {
        Column n = Experience.ANSWER_COUNT.col();
        return byMetric(
                Intervals.net(Experience.PROMOTER_COUNT.col(), Experience.DETRACTOR_COUNT.col(), n, sign)
                        .multiply(POINTS),
                Intervals.mean(mean, meanError, sign),
                Intervals.wilson(Experience.TOP_COUNT.col(), n, sign));
    }

    private static Column byMetric(Column nps, Column ces, Column csat) {
        Column metric = Experience.METRIC_CODE.col();
        return when(metric.equalTo(SurveyAnswer.NPS), nps)
                .when(metric.equalTo(SurveyAnswer.CES), ces)
                .otherwise(csat);
    }
}
