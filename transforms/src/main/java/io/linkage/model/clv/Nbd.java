package io.linkage.model.clv;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * NBD: each customer buys at random at an own constant rate, gamma-distributed over customers, and never drops out
 * (Ehrenberg 1959). The model to beat, and the one to fall back to.
 *
 * @param r shape of the purchase rate, no unit
 * @param alpha scale of the purchase rate, weeks
 */
public record Nbd(double r, double alpha) implements PurchaseModel {
    public static final String NAME = "nbd";

    public Nbd {
        LogMath.requirePositive(NAME, "r", r);
        LogMath.requirePositive(NAME, "alpha", alpha);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("r", r);
        values.put("alpha", alpha);
        return values;
    }

    /** ln of Gamma(r+x)/Gamma(r) alpha^r / (alpha+T)^(r+x): BG/NBD without dropout. */
    @Override
    public double logLikelihood(History history) {
        long x = history.frequency();
        return LogMath.rising(r, x) + LogMath.exposure(r, alpha, x, history.age());
    }

    /** Always 1, by assumption: not an estimate, so it is not published. */
    @Override
    public double probabilityAlive(History history) {
        return 1;
    }

    /** (r+x) t / (alpha+T): Morrison and Schmittlein 1988. */
    @Override
    public double expectedPurchases(History history, double weeks) {
        LogMath.requireWeeks(weeks);
        return (r + history.frequency()) * weeks / (alpha + history.age());
    }
}
