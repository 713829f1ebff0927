package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Map;

/** How often a customer buys and whether they still do; a pure function of one history, times in weeks. */
public sealed interface PurchaseModel extends Serializable permits Nbd, BgNbd, MbgNbd {
    /** As written in the settings and in the warehouse, such as bg-nbd. */
    String name();

    /** Name and value of each parameter, in the order of the paper; alpha in weeks, the others without unit. */
    Map<String, Double> parameters();

    /** Log density of the purchase times of one customer. */
    double logLikelihood(History history);

    /** Chance, 0 to 1, that the customer has not dropped out at the end of calibration. */
    double probabilityAlive(History history);

    /** Expected repeat purchases in the given weeks after the end of calibration; 0 for 0 weeks. */
    double expectedPurchases(History history, double weeks);

    /** Expected repeat purchases in the given weeks after the first purchase of a new customer. */
    default double expectedPurchasesOfNew(double weeks) {
        return expectedPurchases(History.NEW, weeks);
    }
}
