package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.linkage.model.random.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Contracts of some customers: a change of price begins a new spell, and each month a contract may end. */
final class Subscriptions {
    static final DemoTable TABLE = new DemoTable(
            "subscription",
            "marketing",
            List.of("contract_no", "started"),
            new StructType()
                    .add("contract_no", StringType)
                    .add("customer_no", LongType)
                    .add("product_no", StringType)
                    .add("started", DateType)
                    .add("ended", DateType)
                    .add("end_reason", StringType)
                    .add("monthly_price", createDecimalType(12, 2)),
            world -> world.plan().customers(),
            Subscriptions::make);

    static final double SUBSCRIBER_SHARE = 0.3;
    static final double END_A_MONTH = 0.03;
    private static final double CHANGE_A_MONTH = 0.04;
    private static final int MONTH_DAYS = 30;

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("end before start", "ended", LocalDate.of(1999, 12, 31), "ended_date: BEFORE_START"),
            Fault.refused("negative price", "monthly_price", new BigDecimal("-1.00"), "monthly_price: RANGE"),
            Fault.refused("nobody's row", "customer_no", null, "customer_source_id: MISSING"),
            Fault.contradicted("end_reason", "price"));

    private Subscriptions() {}

    private static void make(World world, long customer, Sink sink) {
        contract(world, customer, sink);
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> row(world, "SX" + Customers.number(customer) + "-" + fault, customer, 0, 30, "moved", 10),
                sink);
    }

    private static void contract(World world, long customer, Sink sink) {
        Draws draws = world.draws("subscription", customer);
        if (!draws.happens(SUBSCRIBER_SHARE)) {
            return;
        }
        int from = Traits.of(world.plan(), customer).firstDay();
        double price = 10 + draws.below(40);
        for (int day = from + MONTH_DAYS; day < world.plan().days(); day += MONTH_DAYS) {
            if (draws.happens(END_A_MONTH)) {
                spell(world, customer, from, day, draws.oneOf("price", "service", "moved"), price, sink);
                return;
            }
            if (draws.happens(CHANGE_A_MONTH)) {
                spell(world, customer, from, day, null, price, sink);
                from = day;
                price *= draws.oneOf(0.9, 1.05, 1.1);
            }
        }
        spell(world, customer, from, -1, null, price, sink);
    }

    private static void spell(World world, long customer, int from, int until, String reason, double price, Sink sink) {
        sink.row(row(world, "S" + Customers.number(customer), customer, from, until, reason, price));
    }

    private static Object[] row(
            World world, String number, long customer, int from, int until, String reason, double price) {
        return new Object[] {
            number,
            Customers.number(customer),
            "membership",
            world.plan().day(from),
            until < 0 ? null : world.plan().day(until),
            reason,
            BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP)
        };
    }
}
