package io.linkage.model.clv;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Logarithms of gamma ratios and sums, in forms that neither overflow nor cancel. */
final class LogMath {
    private static final int FACTORS_PER_LOG = 32;
    private static final int LONGEST_PRODUCT = 320;

    private LogMath() {}

    /** ln of a (a+1) … (a+n-1) = ln Gamma(a+n) - ln Gamma(a), for 0 < a below 1e6. */
    static double rising(double a, long n) {
        if (n > LONGEST_PRODUCT) {
            return Gamma.logGamma(n) - Beta.logBeta(a, n);
        }
        double sum = 0;
        for (long from = 0; from < n; from += FACTORS_PER_LOG) {
            long until = Math.min(n, from + FACTORS_PER_LOG);
            double product = 1;
            for (long i = from; i < until; i++) {
                product *= a + i;
            }
            sum += Math.log(product);
        }
        return sum;
    }

    /** Slope of {@link #rising} in a: 1/a + 1/(a+1) + … + 1/(a+n-1). */
    static double risingSlope(double a, long n) {
        if (n > LONGEST_PRODUCT) {
            return Gamma.digamma(a + n) - Gamma.digamma(a);
        }
        double sum = 0;
        for (long i = n - 1; i >= 0; i--) {
            sum += 1 / (a + i);
        }
        return sum;
    }

    /** ln of a (a+1) … (a+n-1) / n!. */
    static double logBinomial(double a, long n) {
        return n == 0 ? 0 : -Math.log(n) - Beta.logBeta(a, n);
    }

    /** ln(e^x + e^y); either may be minus infinity. */
    static double addExp(double x, double y) {
        double high = Math.max(x, y);
        if (high == Double.NEGATIVE_INFINITY) {
            return high;
        }
        return high + Math.log1p(Math.exp(Math.min(x, y) - high));
    }

    /** ln of alpha^r / (alpha+t)^(r+x): the gamma-distributed rate integrated out over a time t with x events. */
    static double exposure(double r, double alpha, long x, double t) {
        return -r * Math.log1p(t / alpha) - x * Math.log(alpha + t);
    }

    /** Slope of {@link #exposure} in alpha. */
    static double exposureSlope(double r, double alpha, long x, double t) {
        return (r * (t / alpha) - x) / (alpha + t);
    }

    /** 1 / (1 + e^x), 0 for a large x and 1 for a very negative one. */
    static double inverseLogit(double x) {
        return 1 / (1 + Math.exp(x));
    }

    /** Refuses a parameter that is not a positive finite number. */
    static void requirePositive(String model, String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Parameter " + name + " of " + model + " must be a positive number, but is " + value + ".");
        }
    }

    /** Refuses a discount rate under which the purchases of a whole life add up to no finite number. */
    static void requireForce(PurchaseModel model, double weeklyForce) {
        if (!(weeklyForce >= 0 && weeklyForce < Double.POSITIVE_INFINITY) || !model.hasLifetime(weeklyForce)) {
            throw new IllegalArgumentException("The purchases of a whole life do not add up under " + model.name()
                    + " at a discount of " + weeklyForce + " per week. Set clv.yearly-discount-rate above 0, or value a"
                    + " finite horizon.");
        }
    }

    /** Refuses a forecast time that is negative or not finite. */
    static void requireWeeks(double weeks) {
        if (!(weeks >= 0 && weeks < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Forecast weeks must be 0 or more, but are " + weeks + ".");
        }
    }
}
