package io.linkage.model.clv;

/**
 * Discounted expected purchases over the whole remaining life, in continuous time: the integral of e^(-delta t) dE[Y(t)],
 * here by parts as delta times the integral of e^(-delta t) E[Y(t)]. The closed form for Pareto/NBD is Fader, Hardie and Lee
 * 2005, JMR 42(4); this integral serves every model whose expectation is known.
 */
public final class DiscountedLifetime {
    private static final double WEEKS_PER_YEAR = 52;
    private static final double STEP = 0.2;
    private static final double FROM = -20;
    private static final double UNTIL = 3.8;

    private DiscountedLifetime() {}

    /**
     * Expected future purchases, each worth less the later it comes.
     *
     * @param yearlyRate discount rate of 52 weeks, above 0: without discount the sum need not be finite
     */
    public static double purchases(PurchaseModel model, History history, double yearlyRate) {
        if (!(yearlyRate > 0 && yearlyRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A remaining life is valued at a yearly discount rate above 0, not "
                    + yearlyRate + ". Set clv.yearly-discount-rate, or value a finite horizon.");
        }
        double weeklyForce = Math.log1p(yearlyRate) / WEEKS_PER_YEAR;
        // With s = delta t = e^y the integrand falls off like e^(2y) and exp(-e^y): a plain sum is exact to rounding.
        double sum = 0;
        for (double y = FROM; y < UNTIL; y += STEP) {
            double s = Math.exp(y);
            sum += Math.exp(y - s) * model.expectedPurchases(history, s / weeklyForce);
        }
        return sum * STEP;
    }
}
