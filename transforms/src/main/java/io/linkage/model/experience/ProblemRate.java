package io.linkage.model.experience;

import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Things gone wrong per 100 customers.
 *
 * @param problems how many went wrong in all
 * @param squares sum over the customers of their squared number of problems
 * @param customers customers who might have met one
 */
public record ProblemRate(double problems, double squares, double customers) {
    private static final double HUNDRED = 100;
    private static final double TAIL = 0.025;

    /** From the mean number of problems per customer and its standard deviation, NaN of one customer. */
    public static ProblemRate of(double mean, double deviation, long customers) {
        double spread = customers > 1 ? deviation * deviation * (customers - 1) : 0;
        return new ProblemRate(Math.rint(mean * customers), spread + customers * mean * mean, customers);
    }

    /** Exact interval where problems befall customers independently: Poisson (Garwood 1936, Biometrika 28). */
    public Figure poisson() {
        double low = problems == 0 ? 0 : new GammaDistribution(problems, 1).inverseCumulativeProbability(TAIL);
        double high = new GammaDistribution(problems + 1, 1).inverseCumulativeProbability(1 - TAIL);
        return new Figure(problems, Math.sqrt(problems), low, high).times(HUNDRED / customers);
    }

    /** How much more the variance grows than a Poisson's: (variance - mean) / mean^2, never below 0; the moments' 1 / k. */
    public double overdispersion() {
        double mean = problems / customers;
        double variance = (squares - problems * mean) / (customers - 1);
        return customers > 1 && problems > 0 ? Math.max(0, (variance - mean) / (mean * mean)) : 0;
    }

    /**
     * Where some customers meet many: negative binomial, its dispersion by moments, interval on the logarithm with variance
     * (1 / mean + 1 / k) / n (Lawless 1987, Canadian Journal of Statistics 15). Never narrower than Garwood's.
     */
    public Figure figure() {
        Figure exact = poisson();
        double mean = problems / customers;
        double more = overdispersion();
        if (!(more > 0)) {
            return exact;
        }
        double logError = Math.sqrt((1 / mean + more) / customers);
        double rate = exact.estimate();
        double wide = Math.exp(Figure.Z * logError);
        return new Figure(
                rate, rate * logError, Math.min(exact.low(), rate / wide), Math.max(exact.high(), rate * wide));
    }
}
