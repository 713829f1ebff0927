package io.linkage.model.contract;

import java.util.Map;

/**
 * Every contract is renewed with the same chance each time, whatever its age: the geometric model, and what is left where the
 * data do not tell loyal customers from others.
 *
 * @param retention chance of a renewal, at least 0 and below 1
 */
public record ConstantRetention(double retention) implements ContractModel {
    public static final String NAME = "constant-retention";
    public static final String RETENTION = "retention";

    public ConstantRetention {
        if (!(retention >= 0 && retention < 1)) {
            throw new IllegalArgumentException("Retention of " + NAME + " must be at least 0 and below 1, but is "
                    + retention + ". Where no contract ever ended, none can be fitted.");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of(RETENTION, retention);
    }

    @Override
    public double retention(long renewal) {
        return retention;
    }

    @Override
    public boolean hasFiniteLife(double rate) {
        return rate >= 0;
    }

    /** r (1 + d) / (1 + d - r), finite at any rate. */
    @Override
    public double residualRenewals(long made, double rate) {
        return retention * (1 + rate) / (1 + rate - retention);
    }
}
