package io.linkage.model.clv.interval;

import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws what customers may still bring within the horizon: first the parameters, then the customer, then each purchase.
 * The same draws serve every history and every night, so that an interval moves with its customer and not with the dice.
 */
final class Futures {
    /** Of one history: the level of a quantile has a standard error of at most .005 there. */
    static final int DRAWS = 2000;

    private static final long SEED = 1;

    private final Months months;
    private final String model;
    private final List<Map<String, Double>> purchases;
    private final SpendModel estimated;
    private final List<SpendModel> spends;

    Futures(Parameters<PurchaseModel> purchases, Parameters<SpendModel> spend, Months months) {
        this.months = months;
        this.model = purchases.estimated().name();
        this.purchases = drawn(purchases, "clv-purchases").stream()
                .map(PurchaseModel::parameters)
                .toList();
        this.estimated = spend.estimated();
        this.spends = drawn(spend, "clv-spend");
    }

    private static <M> List<M> drawn(Parameters<M> parameters, String subject) {
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> parameters.draw(Draws.of(SEED, subject, draw)))
                .toList();
    }

    /** What a customer who still buys may bring, discounted, in rising order and in units of {@link Spender#scale}. */
    double[] of(long x, double age) {
        double[] worth = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Draws draws = Draws.of(SEED, "clv-customer", draw);
            Buyer buyer = Buyer.draw(model, purchases.get(draw), x, age, draws);
            worth[draw] = worth(buyer, Spender.draw(spends.get(draw), estimated, x, draws), draws);
        }
        Arrays.sort(worth);
        return worth;
    }

    private double worth(Buyer buyer, Spender spender, Draws draws) {
        double end = Math.min(months.weeks(), buyer.lifetime());
        double sum = 0;
        int month = 0;
        int purchases = 0;
        for (double t = draws.exponential(buyer.rate()); t < end; t += draws.exponential(buyer.rate())) {
            int at = months.at(t, month);
            if (at > month) {
                sum += spender.spend(purchases, draws) * months.discount(month);
                month = at;
                purchases = 0;
            }
            purchases++;
            if (draws.happens(buyer.leaving())) {
                break;
            }
        }
        return sum + spender.spend(purchases, draws) * months.discount(month);
    }
}
