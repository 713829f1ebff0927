package io.linkage.model.experience;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A figure with its 95 % interval; NaN where nothing is known.
 *
 * @param estimate its value
 * @param error standard error
 * @param low lower end of the interval
 * @param high upper end
 */
public record Figure(double estimate, double error, double low, double high) {
    /** Half the width of a normal 95 % interval, in standard errors. */
    public static final double Z = 1.959963984540054;

    private static final double UPPER = 0.975;

    /** With the normal interval. */
    public static Figure normal(double estimate, double error) {
        return new Figure(estimate, error, estimate - Z * error, estimate + Z * error);
    }

    /** With Student's interval; without freedom nothing but the estimate is known. */
    public static Figure student(double estimate, double error, double freedom) {
        if (!(freedom > 0)) {
            return new Figure(estimate, Double.NaN, Double.NaN, Double.NaN);
        }
        double half = error * new TDistribution(freedom).inverseCumulativeProbability(UPPER);
        return new Figure(estimate, error, estimate - half, estimate + half);
    }

    /** How likely a normal value is at or above a target. */
    public static double probabilityAtLeast(double estimate, double error, double target) {
        return new NormalDistribution().cumulativeProbability((estimate - target) / error);
    }

    /** The interval cut to where the figure can be. */
    public Figure within(double least, double most) {
        return new Figure(estimate, error, Math.max(least, low), Math.min(most, high));
    }

    /** In another unit. */
    public Figure times(double factor) {
        return new Figure(estimate * factor, error * factor, low * factor, high * factor);
    }
}
