package io.linkage.model.clv.backtest;

import io.linkage.model.quality.Metric;
import java.util.List;

/**
 * One forecast of one measure, held against what came.
 *
 * @param model the purchase model, or the naive rule
 * @param measure {@link #PURCHASES} or {@link #SPEND}
 * @param customers forecast
 * @param forecast sum of what was forecast; NaN of a rule that only ranks customers
 * @param came sum of what came
 * @param mae mean absolute error per customer
 * @param bias mean error per customer: above 0, too much was forecast
 * @param deciles customers in the order of the forecast
 */
public record Forecast(
        String model,
        String measure,
        long customers,
        double forecast,
        double came,
        Metric mae,
        Metric bias,
        List<Decile> deciles) {
    /** Purchase days after the day of the forecast. */
    public static final String PURCHASES = "purchases";
    /** What was spent on them, in the reporting currency, returns not deducted. */
    public static final String SPEND = "spend";
    /** The rate of each customer so far, kept up. */
    public static final String CONSTANT_RATE = "constant-rate";
    /** What each customer did in the same weeks a year before. */
    public static final String LAST_YEAR = "last-year-again";
    /** Customers in the order of what they spent so far: it ranks, and forecasts no amount. */
    public static final String PAST_SPEND = "past-spend";

    /** From buckets in rising order. */
    public static Forecast of(String model, String measure, List<Bucket> buckets) {
        long customers = buckets.stream().mapToLong(Bucket::customers).sum();
        double forecast = buckets.stream().mapToDouble(Bucket::forecast).sum();
        double came = buckets.stream().mapToDouble(Bucket::came).sum();
        double error = buckets.stream().mapToDouble(Bucket::error).sum();
        double squares = buckets.stream().mapToDouble(Bucket::squares).sum();
        boolean ranks = model.equals(PAST_SPEND);
        return new Forecast(
                model,
                measure,
                customers,
                ranks ? Double.NaN : forecast,
                came,
                Metric.mean("mae", ranks ? Double.NaN : error, squares, customers),
                Metric.mean("bias", ranks ? Double.NaN : forecast - came, squares, customers),
                Decile.of(buckets));
    }

    /** Share of what came that the tenth with the highest forecasts brought. */
    public double capture() {
        return Decile.capture(deciles);
    }

    /** By what share the sum was forecast too high, or below 0 too low. */
    public double error() {
        return forecast / came - 1;
    }
}
