package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Improvement plans of the units: one each half-year, of which each stage reaches fewer; all columns as text. */
final class Improvements {
    static final DemoTable TABLE = new DemoTable(
            "improvement",
            "hr",
            List.of("improvement_no"),
            Employees.text(
                    "improvement_no",
                    "theme",
                    "unit_no",
                    "raised",
                    "planned",
                    "decided",
                    "carried_out",
                    "told",
                    "expected",
                    "realised"),
            world -> world.staff().units().size(),
            Improvements::make);

    static final String[] THEMES = {"delivery", "invoice", "listening", "product"};
    static final double GOES_ON_SHARE = 0.75;
    private static final int EVERY_DAYS = 182;
    private static final int RAISED_WITHIN_DAYS = 30;
    private static final int FAULTY_UNIT = 3;
    /** In a shorter window one faulty plan would be so large a share of them that the night stops, as it should. */
    private static final int FAULTY_FROM_DAYS = 365;

    private static final Fault BACKWARDS = Fault.refused("finished before it began", "carried_out_date: BEFORE_BEGIN");

    private Improvements() {}

    /** The plan that a unit raised in the half-year of a day. */
    static String number(int unit, int day) {
        return String.format("I%03d-%d", unit + 1, day / EVERY_DAYS + 1);
    }

    private static void make(World world, long number, Sink sink) {
        Staff.Unit unit = world.staff().units().get((int) number);
        for (int first = 0; isRaised(world, first); first += EVERY_DAYS) {
            Draws draws = draws(world, number, first);
            String[] stages = stages(world, first, draws);
            plan(unit, number((int) number, first), stages, draws, sink);
            if (number == FAULTY_UNIT && first == 0 && world.plan().days() >= FAULTY_FROM_DAYS) {
                String[] backwards = stages.clone();
                backwards[1] = world.plan().start().plusDays(60).toString();
                backwards[3] = world.plan().start().plusDays(50).toString();
                plan(unit, "I999-1", backwards, draws, sink);
                sink.dirty(BACKWARDS);
            }
        }
    }

    /** How many of the stages that feedback waits for - planned, carried out, told - the plan reached that a day's feedback led to. */
    static int stagesReached(World world, int unit, int day) {
        int first = day / EVERY_DAYS * EVERY_DAYS;
        if (!isRaised(world, first)) {
            return 0;
        }
        String[] stages = stages(world, first, draws(world, unit, first));
        return (int)
                IntStream.of(1, 3, 4).filter(stage -> stages[stage] != null).count();
    }

    private static boolean isRaised(World world, int first) {
        return first + RAISED_WITHIN_DAYS <= world.plan().days();
    }

    private static Draws draws(World world, long unit, int first) {
        return world.draws("improvement", unit, first);
    }

    /** Days on which it was raised, planned, decided, carried out and told; nothing from where it stops. */
    private static String[] stages(World world, int first, Draws draws) {
        String[] stages = new String[5];
        int day = first + draws.below(RAISED_WITHIN_DAYS);
        for (int stage = 0; stage < stages.length && day < world.plan().days(); stage++) {
            stages[stage] = world.plan().day(day).toString();
            day += draws.happens(GOES_ON_SHARE)
                    ? 5 + draws.below(40)
                    : world.plan().days();
        }
        return stages;
    }

    private static void plan(Staff.Unit unit, String number, String[] stages, Draws draws, Sink sink) {
        sink.row(
                number,
                draws.oneOf(THEMES),
                unit.number(),
                stages[0],
                stages[1],
                stages[2],
                stages[3],
                stages[4],
                String.format(Locale.ROOT, "%d.00", 1_000 + draws.below(20_000)),
                stages[3] == null ? null : String.format(Locale.ROOT, "%d.00", draws.below(20_000)));
    }
}
