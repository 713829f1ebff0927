package io.linkage.model.clv;

import java.util.function.DoubleUnaryOperator;

/**
 * Mean of a smooth bounded function of p, with p from a beta distribution: trapezoidal rule on the logit scale, where both
 * tails fall off exponentially and the rule converges geometrically (Trefethen and Weideman 2014, SIAM Review 56(3)).
 */
final class BetaMean {
    private static final double LOG_ROUNDING = 38;
    private static final double WIDEST_STEP = 0.25;
    private static final double LEAST_SHAPE = 0.5;

    private BetaMean() {}

    /** E[g(p)] for p ~ Beta(a, b); g must be finite at 0 and at 1. */
    static double of(DoubleUnaryOperator g, double a, double b) {
        // A shape this small has a tail too heavy to cut: take the value at that end exactly, the rest vanishes there.
        if (b < LEAST_SHAPE) {
            double atOne = g.applyAsDouble(1);
            DoubleUnaryOperator slope = p -> p >= 1 ? 0 : (g.applyAsDouble(p) - atOne) / (1 - p);
            return atOne + b / (a + b) * of(slope, a, b + 1);
        }
        if (a < LEAST_SHAPE) {
            double atZero = g.applyAsDouble(0);
            DoubleUnaryOperator slope = p -> p <= 0 ? 0 : (g.applyAsDouble(p) - atZero) / p;
            return atZero + a / (a + b) * of(slope, a + 1, b);
        }
        double[] sums = sums(g, a, b);
        return sums[0] / sums[1];
    }

    /** Sum of g times density and sum of density, over a grid that covers all but rounding. */
    private static double[] sums(DoubleUnaryOperator g, double a, double b) {
        double mode = Math.log(a / b);
        double step = Math.min(WIDEST_STEP, Math.sqrt(1 / a + 1 / b) / 3);
        double peak = logDensity(mode, a, b);
        double[] sums = new double[2];
        addWhileVisible(sums, g, a, b, mode, step, peak);
        addWhileVisible(sums, g, a, b, mode - step, -step, peak);
        return sums;
    }

    private static void addWhileVisible(
            double[] sums, DoubleUnaryOperator g, double a, double b, double from, double step, double peak) {
        for (double y = from; ; y += step) {
            double log = logDensity(y, a, b) - peak;
            if (log < -LOG_ROUNDING) {
                return;
            }
            double weight = Math.exp(log);
            sums[0] += weight * g.applyAsDouble(1 / (1 + Math.exp(-y)));
            sums[1] += weight;
        }
    }

    private static double logDensity(double logit, double a, double b) {
        return -a * Math.log1p(Math.exp(-logit)) - b * Math.log1p(Math.exp(logit));
    }
}
