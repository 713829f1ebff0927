package io.linkage.jobs.demo;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** What a unit that is so much more engaged than the mean does to one customer whom it serves, as planted and free of chance. */
record Shift(World world, Traits traits, int months) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double DEVIATION = 1.7;
    private static final double UNSOLVED = 0.3;
    private static final double MONTH_DAYS = 30.4;
    private static final double YEAR_DAYS = 364;

    /** Worth of an order. */
    double mean() {
        return traits.orderMean(world.plan());
    }

    /** NPS. */
    double ofExperience(double ease, double loyalty) {
        return nps(ease, loyalty) - nps(0, loyalty);
    }

    private double nps(double ease, double loyalty) {
        Effects effects = world.plan().effects();
        double felt = Question.NPS_MEAN + effects.engagementOnNps() * ease + effects.leavingOnNps() * loyalty;
        double unsolved = UNSOLVED + unsolved(ease);
        return 100 * ((1 - unsolved) * net(felt) + unsolved * net(felt + effects.unsolvedOnNps()));
    }

    private static double net(double felt) {
        return NORMAL.cumulativeProbability((felt - 8.5) / DEVIATION)
                - NORMAL.cumulativeProbability((6.5 - felt) / DEVIATION);
    }

    /** Chance that the contact is not solved, against that at mean engagement. */
    private double unsolved(double ease) {
        double solved = 1 - UNSOLVED + world.plan().effects().engagementOnSolved() * ease;
        return 1 - Math.max(0, Math.min(1, solved)) - UNSOLVED;
    }

    /** Chance of leaving at the order before, against that at mean engagement. */
    private double gone(double ease) {
        return traits.leaving() * world.plan().effects().unsolvedOnLeaving() * unsolved(ease);
    }

    /** Chance of buying nothing in the months after: who did not leave buys at their own rate. */
    double ofLeaving(double ease) {
        return gone(ease) * -Math.expm1(-traits.daily() * months * MONTH_DAYS);
    }

    /** Worth of the next order of one who stays. */
    double ofSpend(double ease) {
        return world.plan().effects().unsolvedOnSpend() * unsolved(ease) * mean();
    }

    /** Purchases of a year, and the next order. */
    double ofValue(double ease) {
        double rate = traits.daily() * YEAR_DAYS;
        double purchases = -Math.expm1(-traits.leaving() * rate) / traits.leaving();
        double next = (1 - traits.leaving()) * -Math.expm1(-rate);
        return -gone(ease) * purchases * mean() + next * ofSpend(ease);
    }
}
