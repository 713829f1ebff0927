package io.linkage.model.contract;

/**
 * 2F1(1, b; c; z) for c > b > 0 and 0 <= z < 1 by Gauss's continued fraction, evaluated from the front (Lentz's method): the
 * partial quotients have one sign, and z near 1 needs about 20 / sqrt(1 - z) of them.
 */
final class GaussFraction {
    private static final double SETTLED = 1e-15;
    private static final int MOST_STEPS = 1_000_000;

    private GaussFraction() {}

    /** 1 / (1 - e1 z / (1 - e2 z / (1 - …))). */
    static double value(double b, double c, double z) {
        double fraction = 1;
        double numerators = 1;
        double denominators = 0;
        for (int k = 1; k <= MOST_STEPS; k++) {
            double term = -coefficient(k, b, c) * z;
            denominators = 1 / (1 + term * denominators);
            numerators = 1 + term / numerators;
            fraction *= numerators * denominators;
            if (Math.abs(numerators * denominators - 1) < SETTLED) {
                return 1 / fraction;
            }
        }
        throw new IllegalArgumentException("2F1(1, " + b + "; " + c + "; " + z + ") does not settle: z is too near 1.");
    }

    /** e1 = b / c, e2 = (c - b) / (c (c + 1)), e3 = (b + 1) c / ((c + 1) (c + 2)), … */
    private static double coefficient(int k, double b, double c) {
        if (k == 1) {
            return b / c;
        }
        double n = k / 2;
        double last = c + k - 1;
        return (k % 2 == 1 ? (b + n) * (c + n - 1) : n * (c + n - 1 - b)) / ((last - 1) * last);
    }
}
