package io.linkage.model.wallet;

import io.linkage.model.random.Draws;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Wallets that a customer who was not asked could have: per imputation other lines within what is not known of them, and per
 * customer a draw of buying elsewhere and of the errors of a respondent. Drawn by the customer's key: the same in any order.
 */
public final class Imputation implements Serializable {
    /** Imputations, m. */
    public static final int TIMES = 20;

    private static final long serialVersionUID = 1L;
    private static final long SEED = 1987;
    private static final String SUBJECT = "wallet";

    private final Terms terms;
    private final List<Line> elsewhere = new ArrayList<>();
    private final List<Line> inside = new ArrayList<>();
    private final List<Line> outside = new ArrayList<>();
    private final double[] ours;
    private final double[][] shared;

    /** From a fitted model. */
    public Imputation(TwoParts parts) {
        terms = parts.model().terms();
        shared = parts.shared().toArray(double[][]::new);
        // Where all respondents buy elsewhere, their errors inside serve the few who may not.
        ours = parts.ours().isEmpty()
                ? parts.shared().stream().mapToDouble(pair -> pair[0]).toArray()
                : parts.ours().stream().mapToDouble(Double::doubleValue).toArray();
        for (int time = 0; time < TIMES; time++) {
            Draws draws = Draws.of(SEED, "wallet-parameters", time);
            elsewhere.add(parts.elsewhere().drawn(draws));
            inside.add(parts.inside().drawn(draws));
            outside.add(parts.outside().drawn(draws));
        }
    }

    /** The wallets of a customer, one per imputation. */
    public double[] of(long key, Buyer buyer) {
        double[] of = terms.of(buyer);
        double[] wallets = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            Draws draws = Draws.of(SEED, SUBJECT, key, time);
            if (draws.happens(elsewhere.get(time).probability(of))) {
                double[] errors = shared[draws.below(shared.length)];
                wallets[time] = inside.get(time).exponential(of) * StrictMath.exp(errors[0])
                        + outside.get(time).exponential(of) * StrictMath.exp(errors[1]);
            } else {
                wallets[time] = inside.get(time).exponential(of) * StrictMath.exp(ours[draws.below(ours.length)]);
            }
        }
        return wallets;
    }
}
