package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;

/** Units and employees of the company: bounded, however many customers there are. */
final class Staff {
    /** Days between two engagement waves. */
    static final int WAVE_DAYS = 182;

    static final int FIRST_WAVE_DAY = 30;
    /** Mean of a unit's true engagement on the scale of 1 to 5. */
    static final double ENGAGEMENT_MEAN = 3.6;

    static final double ENGAGEMENT_DEVIATION = 0.45;
    private static final double STEADY_PART = 0.9;
    private static final int LEAST = 300;
    private static final int MOST = 5_000;
    private static final int SMALL_EVERY = 5;
    private static final int UNITS_A_DIVISION = 5;

    private final DemoPlan plan;
    private final List<Unit> units = new ArrayList<>();
    private final List<Integer> unitOf = new ArrayList<>();

    /** A unit with its first members: employees from {@code first} to below {@code first + size}. */
    record Unit(int index, int first, int size) {
        String number() {
            return String.format("U%03d", index + 1);
        }

        String parent() {
            return String.format("D%02d", index / UNITS_A_DIVISION + 1);
        }

        String name() {
            return "Service team " + (index + 1);
        }
    }

    Staff(DemoPlan plan) {
        this.plan = plan;
        long wanted = Math.max(LEAST, Math.min(MOST, plan.customers() / 200));
        while (unitOf.size() < wanted) {
            int index = units.size();
            Draws draws = Draws.of(plan.seed(), "unit", index);
            int size = size(index, draws.uniform());
            units.add(new Unit(index, unitOf.size(), size));
            for (int member = 0; member < size; member++) {
                unitOf.add(index);
            }
        }
    }

    /** 10 to 60, more often small than large; every fifth unit has 8 or 9, too few to be shown. */
    private static int size(int index, double draw) {
        return index % SMALL_EVERY == SMALL_EVERY - 1 ? 8 + (int) (2 * draw) : 10 + (int) (51 * draw * draw);
    }

    List<Unit> units() {
        return units;
    }

    int employees() {
        return unitOf.size();
    }

    int waves() {
        return Math.max(1, (plan.days() - FIRST_WAVE_DAY + WAVE_DAYS - 1) / WAVE_DAYS);
    }

    static int waveDay(int wave) {
        return FIRST_WAVE_DAY + wave * WAVE_DAYS;
    }

    /** The wave that was last held on a day; before the first one, the first. */
    int waveAt(int day) {
        return Math.max(0, Math.min(waves() - 1, (day - FIRST_WAVE_DAY) / WAVE_DAYS));
    }

    /** True engagement of a unit at a wave, on the scale of 1 to 5: steady for the most part, drifting a little. */
    double engagement(int unit, int wave) {
        double steady = Draws.of(plan.seed(), "engagement-unit", unit).normal();
        double drift = Draws.of(plan.seed(), "engagement-drift", unit, wave).normal();
        double both = STEADY_PART * steady + StrictMath.sqrt(1 - STEADY_PART * STEADY_PART) * drift;
        return Math.max(1.5, Math.min(4.9, ENGAGEMENT_MEAN + ENGAGEMENT_DEVIATION * both));
    }

    /** The unit that usually serves a customer: large units serve more. */
    Unit home(long customer) {
        return unitOf(Draws.of(plan.seed(), "home", customer).below(employees()));
    }

    Unit unitOf(int employee) {
        return units.get(unitOf.get(employee));
    }

    /** An employee of a unit who works there on a day, or −1 where the draws meet none. */
    int someone(Unit unit, int day, Draws draws) {
        for (int attempt = 0; attempt < 12; attempt++) {
            int employee = unit.first() + draws.below(unit.size());
            if (Spell.first(plan, employee).holds(day)) {
                return employee;
            }
        }
        return -1;
    }
}
