package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.linkage.model.random.Draws;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Visits and media touches: some on the way to each order, others that lead to none. */
final class Touchpoints {
    static final DemoTable TABLE = new DemoTable(
            "touchpoint",
            "marketing",
            List.of("touch_no"),
            new StructType()
                    .add("touch_no", StringType)
                    .add("customer_no", StringType)
                    .add("touched_at", TimestampType)
                    .add("channel", StringType)
                    .add("stage", StringType)
                    .add("order_no", StringType),
            world -> world.plan().customers(),
            Touchpoints::make);

    /** Of the visits to the website, those of a customer with an account who had signed in. */
    static final double SIGNED_IN_SHARE = 0.5;

    private static final int MOST_TOUCHES = 3;
    private static final int IDLE_TOUCHES = 2;

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("no channel", "channel", null, "channel_code: MISSING"),
            Fault.refused("no date", "touched_at", null, "touched_at: MISSING"),
            Fault.kept("customer whom no system knows", "customer_no", "999999999999"),
            Fault.kept("order that no system knows", "order_no", "O0-0"));

    private Touchpoints() {}

    private static void make(World world, long customer, Sink sink) {
        Life life = world.life(customer);
        for (int order = 0; order < life.orders(); order++) {
            Draws draws = world.draws("touch", customer, order);
            int touches = draws.below(MOST_TOUCHES + 1);
            for (int touch = 1; touch <= touches; touch++) {
                boolean last = touch == touches;
                int day = Math.max(0, life.days()[order] - (touches - touch) * (1 + draws.below(3)));
                String of = last ? Purchases.orderNumber(customer, order) : null;
                String number = "T" + Customers.number(customer) + "-" + (order + 1) + "-" + touch;
                sink.row(row(world, customer, number, day, last ? "purchase" : "compare", of, draws));
            }
        }
        Draws draws = world.draws("touch-idle", customer);
        int touches = draws.below(IDLE_TOUCHES + 1);
        for (int touch = 1; touch <= touches; touch++) {
            String number = "T" + Customers.number(customer) + "-0-" + touch;
            sink.row(row(world, customer, number, draws.below(world.plan().days()), "orient", null, draws));
        }
        odd(world, customer, sink);
    }

    private static void odd(World world, long customer, Sink sink) {
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> {
                    Draws draws = world.draws("touch-odd", customer, fault);
                    String number = "TX" + Customers.number(customer) + "-" + fault;
                    return row(world, customer, number, draws.below(world.plan().days()), "orient", null, draws);
                },
                sink);
    }

    private static Object[] row(
            World world, long customer, String number, int day, String stage, String order, Draws draws) {
        String channel = draws.oneOf("search", "social", "newsletter", "display", "website");
        double signedIn = channel.equals("website") ? SIGNED_IN_SHARE : 0;
        String named = ShopAccount.named(world, customer, day, signedIn, draws);
        return new Object[] {
            number,
            draws.happens(0.9) ? named : null,
            world.plan().day(day).atTime(6, draws.below(60)).toInstant(ZoneOffset.UTC),
            channel,
            stage,
            order
        };
    }
}
