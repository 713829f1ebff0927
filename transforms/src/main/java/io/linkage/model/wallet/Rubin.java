package io.linkage.model.wallet;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A total over customers of whom most were imputed several times (Rubin 1987, Multiple Imputation for Nonresponse in Surveys).
 * Everyone counts, nobody was sampled, so that the variance within an imputation is 0 and all is between them:
 * {@code (1 + 1 / m) B} with m - 1 degrees of freedom.
 *
 * @param estimate mean of the totals
 * @param error its standard error
 * @param low lower end of the 90 % interval
 * @param high upper end
 */
public record Rubin(double estimate, double error, double low, double high) {
    private static final double HIGH = 0.95;

    /** From the total of each imputation, at least two. */
    public static Rubin of(double[] totals) {
        double sum = 0;
        for (double total : totals) {
            sum += total;
        }
        double mean = sum / totals.length;
        double squares = 0;
        for (double total : totals) {
            squares += (total - mean) * (total - mean);
        }
        int freedom = totals.length - 1;
        double error = Math.sqrt((1 + 1.0 / totals.length) * squares / freedom);
        double reach = new TDistribution(freedom).inverseCumulativeProbability(HIGH) * error;
        return new Rubin(mean, error, mean - reach, mean + reach);
    }
}
