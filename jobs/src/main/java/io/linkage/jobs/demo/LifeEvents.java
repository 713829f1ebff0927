package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;

/**
 * What happened to a person within the window, each at most once; days count from its start.
 *
 * @param moving day of moving house, or {@link #NEVER}
 * @param wedding day of the wedding, from which another surname is borne
 * @param birth day a child was born
 */
record LifeEvents(int moving, int wedding, int birth) {
    static final int NEVER = Integer.MAX_VALUE;

    /** Chances in a year. */
    static final double MOVING_A_YEAR = 0.08;

    static final double WEDDING_A_YEAR = 0.02;
    static final double BIRTH_A_YEAR = 0.08;
    /** How long spending differs after a move or a birth, in days. */
    static final int EFFECT_DAYS = 182;

    private static final double YEAR_DAYS = 365;

    /** Organisations have none. */
    static LifeEvents of(World world, long customer) {
        return of(world, customer, Customers.isOrganisation(world, customer));
    }

    static LifeEvents of(World world, long customer, boolean organisation) {
        if (organisation) {
            return new LifeEvents(NEVER, NEVER, NEVER);
        }
        Draws draws = world.draws("life-events", customer);
        return new LifeEvents(
                day(world, MOVING_A_YEAR, draws), day(world, WEDDING_A_YEAR, draws), day(world, BIRTH_A_YEAR, draws));
    }

    private static int day(World world, double chance, Draws draws) {
        double day = draws.exponential(chance / YEAR_DAYS);
        return day < world.plan().days() ? (int) day : NEVER;
    }

    boolean moved(int day) {
        return day >= moving;
    }

    boolean married(int day) {
        return day >= wedding;
    }

    /** Whether spending on a day is that of somebody who moved lately. */
    boolean movedLately(int day) {
        return moved(day) && day < moving + EFFECT_DAYS;
    }

    boolean bornLately(int day) {
        return day >= birth && day < birth + EFFECT_DAYS;
    }

    /** The last change of name or address until a day, or −1. */
    int lastChange(int day) {
        return Math.max(moved(day) ? moving : -1, married(day) ? wedding : -1);
    }
}
