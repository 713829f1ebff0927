package io.linkage.jobs.demo;

import java.util.Arrays;

/**
 * What a customer truly is and did: the source of all rows about the customer.
 *
 * @param prospect whether the customer never bought
 * @param firstDay day of the first purchase, or of first contact for a prospect, from the start of the window
 * @param leaving probability of leaving after a purchase
 * @param orderMean mean worth of an order in euro
 * @param days days of the purchases, from the start of the window, all different
 * @param cents worth of each purchase in cents
 */
record Life(boolean prospect, int firstDay, double leaving, double orderMean, int[] days, long[] cents) {
    private static final double PROSPECT_SHARE = 0.04;

    /**
     * The life of one customer.
     *
     * <p>The process runs in continuous time for exactly as many days as lie between the day of the first purchase and
     * the end of the window, as an estimate from dates assumes. Two purchases never fall on one day: the later one moves
     * to the next free day, so that no purchase is lost by counting days and the planted rates stay true.
     */
    static Life of(DemoPlan plan, long customer) {
        Draws draws = Draws.of(plan.seed(), "life", customer);
        boolean prospect = draws.happens(PROSPECT_SHARE);
        int firstDay = draws.below(plan.days() - 1);
        PurchaseProcess process = plan.purchases();
        double daily = draws.gamma(process.r()) / process.alpha() / 7;
        double leaving = draws.beta(process.a(), process.b());
        double nu = draws.gamma(plan.spend().q()) / plan.spend().gamma();
        int[] days = prospect ? new int[0] : days(draws, firstDay, plan.days() - 1, daily, leaving);
        long[] cents = new long[days.length];
        for (int order = 0; order < cents.length; order++) {
            cents[order] = Math.max(1, Math.round(100 * draws.gamma(plan.spend().p()) / nu));
        }
        return new Life(prospect, firstDay, leaving, plan.spend().p() / nu, days, cents);
    }

    private static int[] days(Draws draws, int first, int last, double daily, double leaving) {
        int[] days = new int[8];
        int count = 1;
        days[0] = first;
        double timeOfDay = draws.uniform();
        double passed = 0;
        while (!draws.happens(leaving)) {
            passed += draws.exponential(daily);
            int day = Math.max(days[count - 1] + 1, (int) Math.min(last + 1.0, first + timeOfDay + passed));
            if (passed > last - first || day > last) {
                break;
            }
            days = count == days.length ? Arrays.copyOf(days, 2 * count) : days;
            days[count++] = day;
        }
        return Arrays.copyOf(days, count);
    }

    int orders() {
        return days.length;
    }
}
