package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Map;

/** How much a customer spends per purchase day, in the reporting currency. */
public sealed interface SpendModel extends Serializable permits GammaGamma, PooledSpend {
    /** As written in the warehouse, such as gamma-gamma. */
    String name();

    /** Name and value of each parameter. */
    Map<String, Double> parameters();

    /**
     * Expected spend per future purchase day.
     *
     * @param frequency repeat purchase days seen
     * @param meanSpend their mean spend; not looked at when there are none
     */
    double expectedSpend(long frequency, double meanSpend);
}
