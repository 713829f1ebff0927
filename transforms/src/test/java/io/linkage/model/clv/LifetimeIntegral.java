package io.linkage.model.clv;

/**
 * The discounted life as it is defined, to check the closed forms by: the integral of e^(-delta t) dE[Y(t)], by parts as delta
 * times the integral of e^(-delta t) E[Y(t)].
 */
final class LifetimeIntegral {
    private static final double STEP = 0.2;
    private static final double FROM = -20;
    private static final double UNTIL = 3.8;

    private LifetimeIntegral() {}

    static double purchases(PurchaseModel model, History history, double weeklyForce) {
        // With s = delta t = e^y the integrand falls off like e^(2y) and exp(-e^y): a plain sum is exact to rounding.
        double sum = 0;
        for (double y = FROM; y < UNTIL; y += STEP) {
            double s = Math.exp(y);
            sum += Math.exp(y - s) * model.expectedPurchases(history, s / weeklyForce);
        }
        return sum * STEP;
    }
}
