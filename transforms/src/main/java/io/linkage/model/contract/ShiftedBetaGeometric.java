package io.linkage.model.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shifted-beta-geometric: each contract ends at the end of a period with a chance of its own, which stays the same and is
 * spread over contracts by a beta distribution, so that those who stayed long stay longer: Fader and Hardie 2007, Journal of
 * Interactive Marketing 21(1).
 *
 * @param alpha shape of the chance of ending, no unit
 * @param beta its other shape, no unit
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements ContractModel {
    public static final String NAME = "sbg";
    public static final String ALPHA = "alpha";
    public static final String BETA = "beta";

    public ShiftedBetaGeometric {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY && beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Parameters of " + NAME + " must be positive numbers, but are " + alpha + " and " + beta + ".");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(ALPHA, alpha);
        values.put(BETA, beta);
        return values;
    }

    /** (beta + n - 1) / (alpha + beta + n - 1): eq. 8. */
    @Override
    public double retention(long renewal) {
        return (beta + (renewal - 1)) / (alpha + beta + (renewal - 1));
    }

    /** Log-likelihood of the renewals that were made and missed, which by eq. 6 and 8 is a product over renewals. */
    public double logLikelihood(RenewalCounts counts) {
        double sum = 0;
        for (RenewalCounts.Renewal renewal : counts.renewals()) {
            double age = renewal.number() - 1;
            sum += renewal.made() * Math.log(beta + age)
                    + renewal.missed() * Math.log(alpha)
                    - renewal.due() * Math.log(alpha + beta + age);
        }
        return sum;
    }

    /** At rate 0 only where alpha is above 1: below, the few who never leave outweigh all others. */
    @Override
    public boolean hasFiniteLife(double rate) {
        return rate >= 0 && rate < Double.POSITIVE_INFINITY && (rate > 0 || alpha > 1);
    }

    /** (b / c) 2F1(1, b + 1; c + 1; 1 / (1 + d)) with b = beta + made and c = alpha + beta + made: Fader and Hardie 2010, eq. 6. */
    @Override
    public double residualRenewals(long made, double rate) {
        if (!hasFiniteLife(rate)) {
            throw new IllegalArgumentException(
                    "The whole remaining life of a contract is valued at a rate above 0, not "
                            + rate + ": with alpha " + alpha + " the sum " + (rate == 0 ? "grows" : "does not exist")
                            + " without bound. Set models.clv.yearly-discount-rate, or value a finite horizon.");
        }
        double b = beta + made;
        double c = alpha + beta + made;
        return rate == 0 ? b / (alpha - 1) : b / c * GaussFraction.value(b + 1, c + 1, 1 / (1 + rate));
    }
}
