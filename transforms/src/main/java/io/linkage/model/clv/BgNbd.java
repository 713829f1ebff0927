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

    /** Fader, Hardie and Lee 2005, eq. 10. */
    @Override
    public double expectedPurchases(History history, double weeks) {
        LogMath.requireWeeks(weeks);
        long x = history.frequency();
        return probabilityAlive(history) * Dropout.expectedPurchases(r + x, alpha + history.age(), a, b + x, weeks);
    }

    /** ln of a / (b+x-1), x >= 1. */
    private double logDropoutOdds(long x) {
        return Math.log(a) - Math.log(b + (x - 1));
    }
}
