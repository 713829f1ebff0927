package io.linkage.model.contract;

import java.io.Serializable;
import java.util.Map;

/**
 * How likely a contract is renewed at the end of each period. Renewals are counted from 1; a contract that was renewed
 * {@code made} times is in period {@code made + 1}. Times are in periods, rates per period.
 */
public sealed interface ContractModel extends Serializable permits ShiftedBetaGeometric, ConstantRetention {
    /** The model of a name with its parameters, as they stand in the warehouse. */
    static ContractModel of(String name, Map<String, Double> by) {
        return switch (name) {
            case ShiftedBetaGeometric.NAME ->
                new ShiftedBetaGeometric(by.get(ShiftedBetaGeometric.ALPHA), by.get(ShiftedBetaGeometric.BETA));
            case ConstantRetention.NAME -> new ConstantRetention(by.get(ConstantRetention.RETENTION));
            default -> throw new IllegalStateException("ops_model names an unknown contract model " + name);
        };
    }

    /** As written in the warehouse, such as sbg. */
    String name();

    /** Name and value of each parameter, in the order of the paper. */
    Map<String, Double> parameters();

    /** Chance that renewal number n, from 1, is made by a contract that made all before it. */
    double retention(long renewal);

    /** Whether the renewals of a whole remaining life are finite at a rate of a period. */
    boolean hasFiniteLife(double rate);

    /**
     * Expected renewals of the whole remaining life of a contract, each worth less the later it comes, the next one taken
     * whole: the discounted expected residual lifetime (DERL) of Fader and Hardie 2010, Marketing Science 29(1).
     *
     * @param made renewals so far
     * @param rate discount rate of a period; 0 only where the sum is finite
     */
    double residualRenewals(long made, double rate);

    /**
     * Expected renewals among the next ones, each worth less the later it comes, the next one taken whole: a finite sum,
     * which exists at any rate.
     *
     * @param made renewals so far
     * @param next how many renewals are looked at
     * @param rate discount rate of a period, 0 or more
     */
    default double renewals(long made, long next, double rate) {
        double sum = 0;
        double survival = 1;
        for (long k = 0; k < next; k++) {
            survival *= retention(made + k + 1);
            sum += survival * Math.exp(-k * Math.log1p(rate));
        }
        return sum;
    }

    /** Chance that a new contract is renewed so often. */
    default double survival(long renewals) {
        double survival = 1;
        for (long renewal = 1; renewal <= renewals; renewal++) {
            survival *= retention(renewal);
        }
        return survival;
    }
}
