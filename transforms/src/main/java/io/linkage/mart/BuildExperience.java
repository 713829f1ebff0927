package io.linkage.mart;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.column.Intervals;
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

    private BuildExperience() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> counted = counted(in.rows(FctSurveyAnswer.TABLE)
                .filter(FctSurveyAnswer.INSTRUMENT_CODE
                        .col()
                        .isin(SurveyAnswer.NPS, SurveyAnswer.CES, SurveyAnswer.CSAT)));
        return Experience.TABLE.shape(estimated(counted).withColumn(Experience.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    private static Dataset<Row> counted(Dataset<Row> answers) {
        Column share = FctSurveyAnswer.SCALE_SHARE.col();
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
                        Exact.deviation(share).as("_deviation"));
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
