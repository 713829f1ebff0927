package io.linkage.model.clv;

/**
 * e^z E_s(z), the scaled generalised exponential integral for real s > 0 and z > 0: the integral of e^(-zt) (1+t)^(-s) over
 * t > 0 (Abramowitz and Stegun 5.1.4). The scale keeps it between 1/(z+s) and 1/z: no overflow, no pole at a whole s.
 */
final class ExponentialIntegral {
    /** From here on the continued fraction needs fewer than some 300 terms; their number grows like 1/z. */
    private static final double LEAST_FOR_FRACTION = 0.25;

    private static final int MOST_TERMS = 2000;
    private static final double ROUNDING = 0x1p-53;
    private static final double STEP = 0.125;
    private static final double FROM = -3.75;
    private static final double LOG_ROUNDING = 40;

    private ExponentialIntegral() {}

    static double scaled(double s, double z) {
        return z >= LEAST_FOR_FRACTION ? byFraction(s, z) : byQuadrature(s, z);
    }

    /** Abramowitz and Stegun 5.1.22 in its even part, by Lentz's method. */
    static double byFraction(double s, double z) {
        double denominator = z + s;
        double d = 1 / denominator;
        double c = Double.POSITIVE_INFINITY;
        double value = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double numerator = -n * (s + n - 1);
            denominator += 2;
            d = 1 / (denominator + numerator * d);
            c = denominator + numerator / c;
            double change = c * d;
            value *= change;
            if (Math.abs(change - 1) <= ROUNDING) {
                break;
            }
        }
        return value;
    }

    /** Double exponential rule t = exp(v - e^(-v)) of Takahasi and Mori 1974, for small z where the fraction is slow. */
    static double byQuadrature(double s, double z) {
        double until = Math.log(LOG_ROUNDING / z) + 1;
        double sum = 0;
        for (double v = FROM; v < until; v += STEP) {
            double inner = Math.exp(-v);
            double t = Math.exp(v - inner);
            sum += t * (1 + inner) * Math.exp(-z * t - s * Math.log1p(t));
        }
        return sum * STEP;
    }
}
