package io.linkage.model.clv;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * BG/NBD: a customer buys at random at an own rate (gamma over customers) and after each repeat purchase drops out with an
 * own chance (beta over customers): Fader, Hardie and Lee 2005, Marketing Science 24(2). A customer without a repeat
 * purchase is alive by construction.
 *
 * @param r shape of the purchase rate, no unit
 * @param alpha scale of the purchase rate, weeks
 * @param a shape of the dropout chance, no unit
 * @param b other shape of the dropout chance, no unit
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    public static final String NAME = "bg-nbd";

    public BgNbd {
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

    /** Fader, Hardie and Lee 2005, eq. 6, with the two cases (alive, dropped out) added on the log scale. */
    @Override
    public double logLikelihood(History history) {
        long x = history.frequency();
        double alive = LogMath.exposure(r, alpha, x, history.age());
        double common = LogMath.rising(r, x) + LogMath.rising(b, x) - LogMath.rising(a + b, x);
        if (x == 0) {
            return common + alive;
        }
        double dropped = logDropoutOdds(x) + LogMath.exposure(r, alpha, x, history.recency());
        return common + LogMath.addExp(alive, dropped);
    }

    /** Fader, Hardie and Lee 2008, note 021; 1 if there was no repeat purchase. */
    @Override
    public double probabilityAlive(History history) {
        long x = history.frequency();
        if (x == 0) {
            return 1;
        }
        double silence = Math.log1p((history.age() - history.recency()) / (alpha + history.recency()));
        return LogMath.inverseLogit(logDropoutOdds(x) + (r + x) * silence);
    }

    @Override
    public double[] gradient(History history) {
        long x = history.frequency();
        double alive = probabilityAlive(history);
        double dropped = 1 - alive;
        double both = LogMath.risingSlope(a + b, x);
        double byR = LogMath.risingSlope(r, x)
                - alive * Math.log1p(history.age() / alpha)
                - dropped * Math.log1p(history.recency() / alpha);
        double byAlpha = alive * LogMath.exposureSlope(r, alpha, x, history.age())
                + dropped * LogMath.exposureSlope(r, alpha, x, history.recency());
        double byLogA = dropped - a * both;
        double byB = LogMath.risingSlope(b, x) - both - (x == 0 ? 0 : dropped / (b + x - 1));
        return new double[] {r * byR, alpha * byAlpha, byLogA, b * byB};
    }

    /** Fader, Hardie and Lee 2005, eq. 10, without the chance of being alive. */
    @Override
    public double purchasesIfAlive(long frequency, double age, double weeks) {
        LogMath.requireWeeks(weeks);
        return Dropout.expectedPurchases(r + frequency, alpha + age, a, b + frequency, weeks);
    }

    @Override
    public double lifetimeIfAlive(long frequency, double age, double weeklyForce) {
        LogMath.requireForce(this, weeklyForce);
        return Dropout.discountedLifetime(r + frequency, alpha + age, a, b + frequency, weeklyForce);
    }

    @Override
    public boolean hasLifetime(double weeklyForce) {
        return weeklyForce > 0 || a > 1;
    }

    /** Fader, Hardie and Lee 2005, eq. 8: alive after so many purchases, or dropped out at the last of them. */
    @Override
    public double probabilityOfPurchases(long purchases, double weeks) {
        NegativeBinomial steady = new NegativeBinomial(r, alpha, weeks);
        double staying = LogMath.rising(b, purchases) - LogMath.rising(a + b, purchases);
        double alive = Math.exp(staying + steady.logProbability(purchases));
        if (purchases == 0) {
            return alive;
        }
        return alive + Math.exp(staying + logDropoutOdds(purchases)) * steady.probabilityOfAtLeast(purchases);
    }

    /** Fader and Hardie 2007, note 019, with the effect on dropout on a alone: b holds what is common to all. */
    @Override
    public BgNbd shifted(double rate, double dropout) {
        return new BgNbd(r, alpha * Math.exp(-rate), a * Math.exp(dropout), b);
    }

    /** ln of a / (b+x-1), x >= 1. */
    private double logDropoutOdds(long x) {
        return Math.log(a) - Math.log(b + (x - 1));
    }
}
