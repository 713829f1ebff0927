package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.ZoneOffset;
import org.apache.spark.sql.types.StructType;

/** Visits and media touches: some on the way to each order, others that lead to none. */
final class Touchpoints {
    static final DemoTable TABLE = new DemoTable(
            "touchpoint",
            new StructType()
                    .add("touch_no", StringType)
                    .add("customer_no", LongType)
                    .add("touched_at", TimestampType)
                    .add("channel", StringType)
                    .add("stage", StringType)
                    .add("order_no", StringType),
            world -> world.plan().customers(),
            Touchpoints::make);

    static final double FAULTY_SHARE = 0.001;
    private static final int MOST_TOUCHES = 3;
    private static final int IDLE_TOUCHES = 2;

    private Touchpoints() {}

    private static void make(World world, long customer, Sink sink) {
        Life life = Life.of(world.plan(), customer);
        for (int order = 0; order < life.orders(); order++) {
            Draws draws = world.draws("touch", customer, order);
            int touches = draws.below(MOST_TOUCHES + 1);
            for (int touch = 1; touch <= touches; touch++) {
                boolean last = touch == touches;
                int day = Math.max(0, life.days()[order] - (touches - touch) * (1 + draws.below(3)));
                String of = last ? Purchases.orderNumber(customer, order) : null;
                touch(world, customer, (order + 1) + "-" + touch, day, last ? "purchase" : "compare", of, draws, sink);
            }
        }
        Draws draws = world.draws("touch-idle", customer);
        for (int touch = 1; touch <= draws.below(IDLE_TOUCHES + 1); touch++) {
            int day = draws.below(world.plan().days());
            touch(world, customer, "0-" + touch, day, "orient", null, draws, sink);
        }
    }

    private static void touch(
            World world, long customer, String number, int day, String stage, String order, Draws draws, Sink sink) {
        boolean faulty = draws.happens(FAULTY_SHARE);
        sink.row(
                "T" + Customers.number(customer) + "-" + number,
                draws.happens(0.9) ? Customers.number(customer) : null,
                world.plan().day(day).atTime(6, draws.below(60)).toInstant(ZoneOffset.UTC),
                faulty ? null : draws.oneOf("search", "social", "newsletter", "display", "website"),
                stage,
                order);
        if (faulty) {
            sink.dirty("no channel");
        }
    }
}
