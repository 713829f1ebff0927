package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.util.List;
import java.util.Locale;

/** What units think their customers say, a little too well; all columns as text. */
final class Estimates {
    static final DemoTable TABLE = new DemoTable(
            "department_estimate",
            "hr",
            List.of("unit_no", "metric", "year"),
            Employees.text("unit_no", "metric", "year", "estimate", "target"),
            world -> world.staff().units().size(),
            Estimates::make);

    static final double OPTIMISM = 8;
    private static final int DUPLICATE_UNIT = 2;

    private Estimates() {}

    private static void make(World world, long number, Sink sink) {
        Staff.Unit unit = world.staff().units().get((int) number);
        for (int year = world.plan().start().getYear();
                year <= world.plan().end().getYear();
                year++) {
            Draws draws = world.draws("estimate", number, year);
            double level = 30 * (world.staff().engagement(unit.index(), 0) - Staff.ENGAGEMENT_MEAN);
            String estimate = String.format(Locale.ROOT, "%.0f", level + OPTIMISM + 5 * draws.normal());
            String target = String.format(Locale.ROOT, "%.0f", level + 2 * OPTIMISM);
            Object[] row = {unit.number(), "nps", Integer.toString(year), estimate, target};
            sink.row(row);
            if (number == DUPLICATE_UNIT && year == world.plan().start().getYear()) {
                sink.row(row);
                sink.dirty(Fault.repeated());
            }
        }
    }
}
