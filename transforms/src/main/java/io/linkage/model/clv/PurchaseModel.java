package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Map;

/**
 * How often a customer buys and whether they still do; a pure function of one history, times in weeks. In each of these models
 * a customer who is alive is expected to buy what frequency and age alone say: recency tells only whether they are.
 */
public sealed interface PurchaseModel extends Serializable permits Nbd, BgNbd, MbgNbd, ParetoNbd {
    /** As written in the settings and in the warehouse, such as bg-nbd. */
    String name();

    /** Name and value of each parameter, in the order of the paper; alpha and beta in weeks, the others without unit. */
    Map<String, Double> parameters();

    /** Log density of the purchase times of one customer. */
    double logLikelihood(History history);

    /** Derivatives of the log density by the logarithm of each parameter, in the order of {@link #parameters()}. */
    double[] gradient(History history);

    /** Chance, 0 to 1, that the customer has not dropped out at the end of calibration. */
    double probabilityAlive(History history);

    /** Expected repeat purchases of a customer who is alive, in the given weeks after the end of calibration. */
    double purchasesIfAlive(long frequency, double age, double weeks);

    /**
     * Expected repeat purchases of a customer who is alive over the whole remaining life (DERT), each worth e^(-force t)
     * after t weeks.
     */
    double lifetimeIfAlive(long frequency, double age, double weeklyForce);

    /** Whether that sum is finite: always with a discount, sometimes without. */
    boolean hasLifetime(double weeklyForce);

    /** Chance that a new customer makes so many repeat purchases in the given weeks, above 0. */
    double probabilityOfPurchases(long purchases, double weeks);

    /** The model of customers who buy e^rate times as often and drop out at e^dropout times the odds or rate. */
    PurchaseModel shifted(double rate, double dropout);

    /** Expected repeat purchases in the given weeks after the end of calibration; 0 for 0 weeks. */
    default double expectedPurchases(History history, double weeks) {
        return probabilityAlive(history) * purchasesIfAlive(history.frequency(), history.age(), weeks);
    }

    /** Expected repeat purchases in the given weeks after the first purchase of a new customer. */
    default double expectedPurchasesOfNew(double weeks) {
        return expectedPurchases(History.NEW, weeks);
    }

    /**
     * Discounted expected repeat purchases over the whole remaining life.
     *
     * @param weeklyForce continuous discount rate per week, such as ln(1.10)/52; 0 only where the sum then exists
     */
    default double discountedLifetime(History history, double weeklyForce) {
        return probabilityAlive(history) * lifetimeIfAlive(history.frequency(), history.age(), weeklyForce);
    }
}
