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

    @Override
    public double[] gradient(History history) {
        long x = history.frequency();
        double byR = LogMath.risingSlope(r, x) - Math.log1p(history.age() / alpha);
        return new double[] {r * byR, alpha * LogMath.exposureSlope(r, alpha, x, history.age())};
    }

    /** (r+x) t / (alpha+T): Morrison and Schmittlein 1988. */
    @Override
    public double purchasesIfAlive(long frequency, double age, double weeks) {
        LogMath.requireWeeks(weeks);
        return (r + frequency) * weeks / (alpha + age);
    }

    /** (r+x) / (delta (alpha+T)): a perpetuity. */
    @Override
    public double lifetimeIfAlive(long frequency, double age, double weeklyForce) {
        LogMath.requireForce(this, weeklyForce);
        return (r + frequency) / (alpha + age) / weeklyForce;
    }

    @Override
    public boolean hasLifetime(double weeklyForce) {
        return weeklyForce > 0;
    }

    @Override
    public double probabilityOfPurchases(long purchases, double weeks) {
        return Math.exp(new NegativeBinomial(r, alpha, weeks).logProbability(purchases));
    }

    /** Without dropout there is none to shift. */
    @Override
    public Nbd shifted(double rate, double dropout) {
        return new Nbd(r, alpha * Math.exp(-rate));
    }
}
