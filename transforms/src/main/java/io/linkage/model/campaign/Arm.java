package io.linkage.model.campaign;

/**
 * One side of a comparison, as sums over its customers: weight w, outcome y, and x, what they brought in before.
 *
 * @param customers how many they are
 * @param w sum of weights
 * @param ww sum of squared weights
 * @param wx sum of w x
 * @param wxx sum of w x^2
 * @param wy sum of w y
 * @param wyy sum of w y^2
 * @param wxy sum of w x y
 */
public record Arm(long customers, double w, double ww, double wx, double wxx, double wy, double wyy, double wxy) {

    /** What varies by less than this part of its size is constant but for rounding. */
    static final double CONSTANT = 1e-12;

    /** To what each product is rounded before it is added up. */
    private static final double ROUNDED = 1e-9;

    /**
     * With the spread of outcomes of 0 and 1 as if half an event more were known (as in uplift): where nobody bought, or everybody,
     * the share of another time may still differ. Means stay as they are.
     */
    Arm ofShares() {
        double share = (wy + 0.5) / (w + 1);
        return new Arm(customers, w, ww, wx, wxx, wy, wy * wy / w + w * share * (1 - share), wxy);
    }

    /** Whether all outcomes are the same, so that nothing is known of how they vary. */
    boolean isConstant() {
        double rounding = ROUNDED * customers * Math.pow(1 + Math.abs(mean()), 2);
        return spread(wyy, wy, wy) <= CONSTANT * wyy + rounding;
    }

    /** Weighted mean of the outcome. */
    double mean() {
        return wy / w;
    }

    double earlierMean() {
        return wx / w;
    }

    /** Variance of a customer's outcome less theta times x. */
    double variance(double theta) {
        double spread = spread(wyy, wy, wy) - 2 * theta * spread(wxy, wx, wy) + theta * theta * spread(wxx, wx, wx);
        return Math.max(0, spread / w * customers / (customers - 1.0));
    }

    /** Variance of the mean of such outcomes: of as many customers of equal weight as would say as much (Kish 1965). */
    double varianceOfMean(double theta) {
        return variance(theta) * ww / (w * w);
    }

    /** Weighted sum of products of the distances of x and y from their means. */
    double togetherSpread() {
        return spread(wxy, wx, wy);
    }

    double earlierSpread() {
        return Math.max(0, spread(wxx, wx, wx));
    }

    private double spread(double products, double one, double other) {
        return products - one * other / w;
    }
}
