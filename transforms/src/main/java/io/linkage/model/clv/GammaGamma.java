package io.linkage.model.clv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Gamma-Gamma: spend per purchase varies around an own mean of each customer (gamma), which varies over customers and does not
 * depend on how often they buy: Colombo and Jiang 1999; Fader and Hardie 2013, note 025.
 *
 * @param p shape of spend within a customer, no unit
 * @param q shape of the customers' scales, no unit
 * @param gamma scale of the customers' scales, in the reporting currency
 */
public record GammaGamma(double p, double q, double gamma) implements SpendModel {
    public static final String NAME = "gamma-gamma";

    public GammaGamma {
        LogMath.requirePositive(NAME, "p", p);
        LogMath.requirePositive(NAME, "q", q);
        LogMath.requirePositive(NAME, "gamma", gamma);
    }

    /** Fits p, q, gamma to customers with at least one repeat purchase. */
    public static Fit<GammaGamma> fit(List<CountedSpend> spends) {
        List<CountedSpend> rows = CountedSpend.merge(spends);
        double typicalSpend = PooledSpend.of(rows).mean();
        return MaximumLikelihood.fit(
                new Problem<GammaGamma, CountedSpend>(
                        List.of("p", "q", "gamma"),
                        new double[] {1, 1, typicalSpend},
                        List.of(new double[] {4, 3, 0.5}, new double[] {1, 2, 1}, new double[] {20, 10, 0.5}),
                        v -> new GammaGamma(v[0], v[1], v[2]),
                        (model, row) -> row.count() * model.logLikelihood(row.frequency(), row.meanSpend()),
                        (model, row) -> model.gradient(row),
                        CountedSpend::count),
                rows);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("p", p);
        values.put("q", q);
        values.put("gamma", gamma);
        return values;
    }

    /** Log density of the mean spend over x >= 1 purchases: note 025, eq. 1a. */
    public double logLikelihood(long frequency, double meanSpend) {
        double shape = p * frequency;
        double total = frequency * meanSpend;
        // The two powers of a ratio are kept below 1, so that a large p or gamma does not cancel.
        return -Beta.logBeta(shape, q)
                - q * Math.log1p(total / gamma)
                - shape * Math.log1p(gamma / total)
                - Math.log(meanSpend);
    }

    /** Derivatives of the log density, times the count, by the logarithms of p, q and gamma. */
    private double[] gradient(CountedSpend row) {
        double total = row.frequency() * row.meanSpend();
        double shape = p * row.frequency();
        double both = Gamma.digamma(shape + q);
        double byShape = both - Gamma.digamma(shape) - Math.log1p(gamma / total);
        double byQ = both - Gamma.digamma(q) - Math.log1p(total / gamma);
        double byLogGamma = q * (total / (gamma + total)) - shape * (gamma / (gamma + total));
        return new double[] {row.count() * shape * byShape, row.count() * q * byQ, row.count() * byLogGamma};
    }

    /** Whether the mean spend over all customers is finite. */
    public boolean hasMean() {
        return q > 1;
    }

    /**
     * p (gamma + x z) / (p x + q - 1), note 025, eq. 5: the customer's mean drawn towards the mean of all, which a customer
     * without repeat purchases is expected to spend.
     */
    @Override
    public double expectedSpend(long frequency, double meanSpend) {
        if (!hasMean()) {
            throw new IllegalStateException("Gamma-Gamma has no mean spend at q = " + q + "; it needs q above 1. Use "
                    + PooledSpend.NAME + " instead.");
        }
        double total = frequency == 0 ? 0 : frequency * meanSpend;
        return p * (gamma + total) / (p * frequency + q - 1);
    }
}
