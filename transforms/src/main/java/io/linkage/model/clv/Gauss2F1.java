package io.linkage.model.clv;

/**
 * Power series of the Gauss hypergeometric function 2F1(a, b; c; z) for 0 <= z < 1 and c > 0 (Abramowitz and Stegun
 * 15.1.1), with what is needed to judge its accuracy.
 *
 * @param value the sum
 * @param largestTerm greatest absolute term: the rounding error is about 1e-16 times this
 * @param converged whether the terms fell below rounding within the limit
 */
record Gauss2F1(double value, double largestTerm, boolean converged) {
    private static final int MOST_TERMS = 400;
    private static final double ROUNDING = 0x1p-54;

    static Gauss2F1 series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double largest = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            double ratio = (a + n) / (c + n) * ((b + n) / (1 + n)) * z;
            term *= ratio;
            sum += term;
            largest = Math.max(largest, Math.abs(term));
            // What is left is at most a geometric series once the ratio has fallen below its limit z.
            if (Math.abs(term) <= ROUNDING * (1 - z) * Math.abs(sum) && Math.abs(ratio) < 1) {
                return new Gauss2F1(sum, largest, true);
            }
        }
        return new Gauss2F1(sum, largest, false);
    }
}
