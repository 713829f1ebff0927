package io.linkage.mart.steering;

import io.linkage.model.experience.Figure;
import io.linkage.model.experience.NetPromoter;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.Steering;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A month's score of the whole company in the shape of {@link Measured}, from the sums of its answers. */
final class CompanyExperience implements MapFunction<Row, Row> {
    static final String ANSWERS = "_n";
    static final String PROMOTERS = "_promoters";
    static final String DETRACTORS = "_detractors";
    static final String TOP = "_top";
    static final String TOTAL = "_total";

    private static final double POINTS = 100;

    @Override
    public Row call(Row sums) {
        String metric = sums.getAs(Experience.METRIC_CODE.name());
        long n = sums.getAs(ANSWERS);
        if (metric.equals(SurveyAnswer.NPS)) {
            Figure score = new NetPromoter(sums.<Long>getAs(PROMOTERS), sums.<Long>getAs(DETRACTORS), n).figure();
            return row(sums, metric, POINTS * score.estimate(), POINTS * score.low(), POINTS * score.high());
        }
        double total = metric.equals(SurveyAnswer.CSAT) ? sums.<Long>getAs(TOP) : sums.<Double>getAs(TOTAL);
        return row(sums, metric, total / n, null, null);
    }

    private static Row row(Row sums, String metric, double actual, Double low, Double high) {
        return RowFactory.create(
                sums.getAs(Steering.MONTH_DATE.name()),
                Steering.ALL,
                metric,
                actual,
                sums.getAs(ANSWERS),
                low,
                high,
                null);
    }
}
