package io.linkage.model.clv;

import java.util.Collection;
import java.util.Map;

/**
 * Everyone is expected to spend the mean of all repeat purchases: what is left where spend cannot tell customers apart.
 *
 * @param mean per purchase day, in the reporting currency
 */
public record PooledSpend(double mean) implements SpendModel {
    public static final String NAME = "pooled-mean";

    public PooledSpend {
        LogMath.requirePositive(NAME, "mean", mean);
    }

    /** Mean over all repeat purchase days of the given customers. */
    public static PooledSpend of(Collection<CountedSpend> spends) {
        double sum = 0;
        double purchases = 0;
        for (CountedSpend spend : spends) {
            double weight = (double) spend.count() * spend.frequency();
            sum += weight * spend.meanSpend();
            purchases += weight;
        }
        return new PooledSpend(sum / purchases);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of("mean", mean);
    }

    @Override
    public double expectedSpend(long frequency, double meanSpend) {
        return mean;
    }
}
