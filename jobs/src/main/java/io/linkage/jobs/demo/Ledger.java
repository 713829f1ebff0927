package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Ledger cost by activity, for the whole months of the window; all columns as text. */
final class Ledger {
    static final DemoTable TABLE = new DemoTable(
            "activity_cost",
            "ledger",
            List.of("activity", "month"),
            Employees.text("activity", "month", "goal", "driver", "cost", "capacity_seconds", "channel"),
            world -> Activity.values().length,
            Ledger::make);

    private static final Fault NOT_FIRST = Fault.refused("month not by its first day", "month_date: NOT_FIRST");

    private Ledger() {}

    /** An activity with its driver, what a customer of the company costs in a month, and the seconds paid for. */
    private enum Activity {
        ORDER_HANDLING("order-handling", "serve", "orders", 1.1, 0, null),
        SERVICE_DESK("service-desk", "serve", "contacts", 0.9, 30, null),
        HANDLING("handling", "serve", "seconds", 0.6, 30, null),
        WEBSITE("website", "keep", "visits", 0.3, 0, null),
        ADVERTISING("advertising", "acquire", "visits", 0.5, 0, null),
        SEARCH("search-advertising", "acquire", "visits", 0.2, 0, "search");

        private final String code;
        private final String goal;
        private final String driver;
        private final double cost;
        private final long seconds;
        private final String channel;

        Activity(String code, String goal, String driver, double cost, long seconds, String channel) {
            this.code = code;
            this.goal = goal;
            this.driver = driver;
            this.cost = cost;
            this.seconds = seconds;
            this.channel = channel;
        }
    }

    private static void make(World world, long number, Sink sink) {
        Activity activity = Activity.values()[(int) number];
        YearMonth last = YearMonth.from(world.plan().end());
        for (YearMonth month = YearMonth.from(world.plan().start()).plusMonths(1);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            Draws draws = world.draws("ledger", number, month.getYear(), month.getMonthValue());
            double cost = activity.cost * world.plan().customers() * (0.9 + 0.2 * draws.uniform());
            sink.row(
                    activity.code,
                    month.atDay(1).toString(),
                    activity.goal,
                    activity.driver,
                    String.format(Locale.ROOT, "%.2f", cost),
                    activity.seconds > 0
                            ? Long.toString(activity.seconds * world.plan().customers())
                            : null,
                    activity.channel);
        }
        if (activity == Activity.WEBSITE) {
            sink.row(activity.code, last.atDay(2).toString(), activity.goal, activity.driver, "1.00", null, null);
            sink.dirty(NOT_FIRST);
        }
    }
}
