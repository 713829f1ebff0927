package io.linkage.model.clv;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * Purchases and spend together: a pure function of one customer's history, to be applied to every row.
 *
 * @param purchases how often
 * @param spend how much per purchase day
 * @param dropoutIdentified whether the probability of being alive may be published
 */
public record ClvModel(PurchaseModel purchases, SpendModel spend, boolean dropoutIdentified) implements Serializable {
    /** Chance that the customer still buys; empty where the data do not tell dropout from slow buying. */
    public OptionalDouble probabilityAlive(History history) {
        return dropoutIdentified ? OptionalDouble.of(purchases.probabilityAlive(history)) : OptionalDouble.empty();
    }

    /**
     * Customer lifetime value over the horizon in the reporting currency: discounted purchases times expected spend times
     * margin share. Costs to serve are not in it.
     */
    public double value(History history, double meanSpend, Horizon horizon, double marginShare) {
        return horizon.discountedPurchases(purchases, history)
                * spend.expectedSpend(history.frequency(), meanSpend)
                * marginShare;
    }
}
