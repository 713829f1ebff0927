package io.linkage.model.clv.interval;

import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Where a value will lie with a chance of 90 %; with 5 % it is lower, with 5 % higher.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
    static final double LOW = 0.05;
    static final double HIGH = 0.95;

    /**
     * Of a sum over customers, from its mean and variance: a gamma distribution, which cannot be negative, is skewed where
     * few customers carry the sum, and becomes normal where many do.
     */
    public static Interval ofSum(double mean, double variance) {
        double shape = mean * mean / variance;
        // So many customers that nothing is left to chance, or so few that a gamma of this shape is all at 0.
        if (!(shape < 1e12) || !(shape > 1e-6)) {
            double half = shape > 1 || variance == 0 ? 0 : Math.abs(mean);
            return new Interval(mean - half, mean + half);
        }
        GammaDistribution sum = new GammaDistribution(shape, Math.abs(mean) / shape);
        double near = sum.inverseCumulativeProbability(LOW);
        double far = sum.inverseCumulativeProbability(HIGH);
        return mean < 0 ? new Interval(-far, -near) : new Interval(near, far);
    }
}
