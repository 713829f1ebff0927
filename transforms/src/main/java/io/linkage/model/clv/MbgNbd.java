package io.linkage.model.clv;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * MBG/NBD: as BG/NBD, but a customer may also drop out right after the first purchase, so that one-time buyers are not alive
 * by construction (Batislam, Denizel and Filiztekin 2007; Hoppe and Wagner 2007).
 *
 * @param r shape of the purchase rate, no unit
 * @param alpha scale of the purchase rate, weeks
 * @param a shape of the dropout chance, no unit
 * @param b other shape of the dropout chance, no unit
 */
public record MbgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    public static final String NAME = "mbg-nbd";

    public MbgNbd {
        LogMath.requirePositive(NAME, "r", r);
        LogMath.requirePositive(NAME, "alpha", alpha);
        LogMath.requirePositive(NAME, "a", a);
        LogMath.requirePositive(NAME, "b", b);
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
        values.put("a", a);
        values.put("b", b);
        return values;
    }

    /** Batislam, Denizel and Filiztekin 2007, with the two cases (alive, dropped out) added on the log scale. */
    @Override
    public double logLikelihood(History history) {
        long x = history.frequency();
        double alive = Math.log(b + x) + LogMath.exposure(r, alpha, x, history.age());
        double dropped = Math.log(a) + LogMath.exposure(r, alpha, x, history.recency());
        return LogMath.rising(r, x)
                + LogMath.rising(b, x)
                - LogMath.rising(a + b, x + 1)
                + LogMath.addExp(alive, dropped);
    }

    /** 1 / (1 + a/(b+x) ((alpha+T)/(alpha+t_x))^(r+x)). */
    @Override
    public double probabilityAlive(History history) {
        long x = history.frequency();
        double silence = Math.log1p((history.age() - history.recency()) / (alpha + history.recency()));
        return LogMath.inverseLogit(Math.log(a) - Math.log(b + x) + (r + x) * silence);
    }

    @Override
    public double[] gradient(History history) {
        long x = history.frequency();
        double alive = probabilityAlive(history);
        double dropped = 1 - alive;
        double both = LogMath.risingSlope(a + b, x + 1);
        double byR = LogMath.risingSlope(r, x)
                - alive * Math.log1p(history.age() / alpha)
                - dropped * Math.log1p(history.recency() / alpha);
        double byAlpha = alive * LogMath.exposureSlope(r, alpha, x, history.age())
                + dropped * LogMath.exposureSlope(r, alpha, x, history.recency());
        double byLogA = dropped - a * both;
        double byB = LogMath.risingSlope(b, x) - both + alive / (b + x);
        return new double[] {r * byR, alpha * byAlpha, byLogA, b * byB};
    }

    /** Batislam, Denizel and Filiztekin 2007: the BG/NBD expectation with b + x + 1 for b + x. */
    @Override
    public double purchasesIfAlive(long frequency, double age, double weeks) {
        LogMath.requireWeeks(weeks);
        return Dropout.expectedPurchases(r + frequency, alpha + age, a, b + frequency + 1, weeks);
    }

    @Override
    public double lifetimeIfAlive(long frequency, double age, double weeklyForce) {
        LogMath.requireForce(this, weeklyForce);
        return Dropout.discountedLifetime(r + frequency, alpha + age, a, b + frequency + 1, weeklyForce);
    }

    @Override
    public boolean hasLifetime(double weeklyForce) {
        return weeklyForce > 0 || a > 1;
    }

    /** Alive after so many purchases, or dropped out at the last of them, the first purchase counting as one. */
    @Override
    public double probabilityOfPurchases(long purchases, double weeks) {
        NegativeBinomial steady = new NegativeBinomial(r, alpha, weeks);
        double staying = LogMath.rising(b, purchases) - LogMath.rising(a + b, purchases + 1);
        return Math.exp(staying + Math.log(b + purchases) + steady.logProbability(purchases))
                + Math.exp(staying + Math.log(a)) * steady.probabilityOfAtLeast(purchases);
    }

    /** Fader and Hardie 2007, note 019, with the effect on dropout on a alone: b holds what is common to all. */
    @Override
    public MbgNbd shifted(double rate, double dropout) {
        return new MbgNbd(r, alpha * Math.exp(-rate), a * Math.exp(dropout), b);
    }
}
