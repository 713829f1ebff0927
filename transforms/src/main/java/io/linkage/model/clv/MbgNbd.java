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

    /** Batislam, Denizel and Filiztekin 2007: the BG/NBD expectation with b + x + 1 for b + x. */
    @Override
    public double expectedPurchases(History history, double weeks) {
        LogMath.requireWeeks(weeks);
        long x = history.frequency();
        return probabilityAlive(history) * Dropout.expectedPurchases(r + x, alpha + history.age(), a, b + x + 1, weeks);
    }
}
