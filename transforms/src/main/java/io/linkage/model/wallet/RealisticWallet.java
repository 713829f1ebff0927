package io.linkage.model.wallet;

import io.linkage.model.random.Draws;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a buyer could spend with us: the quantile of the spending of buyers who are alike (Rosset et al. 2005; Perlich, Rosset,
 * Lawrence and Zadrozny, KDD 2007), by linear quantile regression of its logarithm (Koenker and Bassett 1978, Econometrica
 * 46(1)); a quantile stays one under exp. Nobody need be asked.
 *
 * @param terms who is alike
 * @param line logarithm of the quantile
 */
public record RealisticWallet(Terms terms, Line line) implements Serializable {
    /** Buyers below which no quantile near the end of their spending is known. */
    public static final int LEAST_BUYERS = 200;

    /** Within a thousandth of a logarithm the corner of the loss is round: a tenth of a per cent of the amount. */
    private static final double CORNER = 1e-3;

    private static final int FOLDS = 5;
    private static final long SEED = 2005;

    /** A buyer with spending in the last 365 days. */
    public record Spender(long key, Buyer buyer) {}

    /**
     * What a left-out buyer spent, beside the quantiles of the others.
     *
     * @param spent of the last 365 days
     * @param alike quantile of buyers who are alike
     * @param all quantile of all buyers
     */
    public record Tested(double spent, double alike, double all) {}

    /** Fits to buyers with spending. */
    public static RealisticWallet fit(List<Spender> spenders, double quantile) {
        List<Buyer> buyers = spenders.stream().map(Spender::buyer).toList();
        return fit(buyers, Terms.alike(buyers), quantile);
    }

    private static RealisticWallet fit(List<Buyer> buyers, Terms terms, double quantile) {
        double[] weights = new double[buyers.size()];
        Arrays.fill(weights, 1);
        double[] spent = buyers.stream()
                .mapToDouble(buyer -> StrictMath.log(buyer.recentSpend()))
                .toArray();
        Regression regression = new Regression(buyers.stream().map(terms::of).toList(), weights);
        return new RealisticWallet(
                terms, regression.fit(Loss.pinball(spent, quantile, CORNER)).line());
    }

    /** What a buyer could spend with us in a year. */
    public double of(Buyer buyer) {
        return line.exponential(terms.of(buyer));
    }

    /** Each part of the buyers, by a quantile of the other parts. */
    public static List<Tested> tested(List<Spender> spenders, double quantile) {
        Terms terms = Terms.alike(spenders.stream().map(Spender::buyer).toList());
        List<Tested> tested = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Buyer> taught = new ArrayList<>();
            List<Buyer> left = new ArrayList<>();
            for (Spender one : spenders) {
                boolean isLeft = Draws.of(SEED, "realistic-fold", one.key()).below(FOLDS) == fold;
                (isLeft ? left : taught).add(one.buyer());
            }
            RealisticWallet model = fit(taught, terms, quantile);
            double all = quantile(taught, quantile);
            left.forEach(buyer -> tested.add(new Tested(buyer.recentSpend(), model.of(buyer), all)));
        }
        return tested;
    }

    /** The quantile of all, by the least spending that so many do not pass. */
    static double quantile(List<Buyer> buyers, double quantile) {
        double[] rising =
                buyers.stream().mapToDouble(Buyer::recentSpend).sorted().toArray();
        return rising[Math.max(0, (int) Math.ceil(quantile * rising.length) - 1)];
    }

    /** Pinball loss of one forecast: what falls short costs the quantile, what goes beyond the rest. */
    public static double loss(double spent, double forecast, double quantile) {
        double distance = spent - forecast;
        return distance * (quantile - (distance < 0 ? 1 : 0));
    }
}
