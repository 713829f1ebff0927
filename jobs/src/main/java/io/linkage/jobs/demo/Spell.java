package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;

/**
 * An employee's time in the unit of the first contract; days count from the start of the window and may lie before it.
 *
 * @param from first day
 * @param until first day after it, or {@link #OPEN}
 * @param moves whether another unit follows it
 */
record Spell(int from, int until, boolean moves) {
    static final int OPEN = Integer.MAX_VALUE;

    private static final double HIRED_SHARE = 0.15;
    private static final double ENDED_SHARE = 0.14;

    static Spell first(DemoPlan plan, int employee) {
        Draws draws = Draws.of(plan.seed(), "spell", employee);
        boolean hired = draws.happens(HIRED_SHARE);
        int from = hired ? draws.below(plan.days() / 2) : -1 - draws.below(4_000);
        boolean ends = draws.happens(ENDED_SHARE);
        int earliest = Math.max(0, from) + 1;
        int until = ends ? earliest + draws.below(plan.days() - earliest) : OPEN;
        return new Spell(from, until, ends && draws.happens(0.4));
    }

    boolean holds(int day) {
        return day >= from && day < until;
    }
}
