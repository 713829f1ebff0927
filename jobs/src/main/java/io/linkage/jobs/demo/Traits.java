package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;

/**
 * What a customer is like, whatever happens: drawn from the planted processes.
 *
 * @param prospect whether the customer never buys
 * @param firstDay day of the first purchase, or of first contact for a prospect, from the start of the window
 * @param daily purchases a day while active
 * @param leaving probability of leaving after a purchase
 * @param nu rate of the Gamma law of the worth of an order, per euro
 */
record Traits(boolean prospect, int firstDay, double daily, double leaving, double nu) {
    /** Of all customers, those who never buy. */
    static final double PROSPECT_SHARE = 0.04;

    static Traits of(DemoPlan plan, long customer) {
        Draws draws = Draws.of(plan.seed(), "life", customer);
        PurchaseProcess process = plan.purchases();
        return new Traits(
                draws.happens(PROSPECT_SHARE),
                draws.below(plan.days() - 1),
                draws.gamma(process.r()) / process.alpha() / 7,
                draws.beta(process.a(), process.b()),
                draws.gamma(plan.spend().q()) / plan.spend().gamma());
    }

    /** Mean worth of an order in euro, effects apart. */
    double orderMean(DemoPlan plan) {
        return plan.spend().p() / nu;
    }
}
