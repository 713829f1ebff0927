package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.linkage.model.random.Draws;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Order lines of the marketing database: the lines of an order add up to its worth, to the cent. */
final class Purchases {
    static final DemoTable TABLE = new DemoTable(
            "order_line",
            "marketing",
            List.of("order_no", "line_no"),
            new StructType()
                    .add("order_no", StringType)
                    .add("line_no", IntegerType)
                    .add("customer_no", StringType)
                    .add("product_no", StringType)
                    .add("ordered_at", TimestampType)
                    .add("line_type", StringType)
                    .add("quantity", IntegerType)
                    .add("unit_price", createDecimalType(12, 2))
                    .add("unit_cost", createDecimalType(14, 4))
                    .add("currency", StringType)
                    .add("channel", StringType)
                    .add("changed_at", TimestampType),
            world -> world.plan().customers(),
            Purchases::make);

    /** Of the orders in the web shop or its app, those of a customer with an account who had signed in. */
    static final double SIGNED_IN_SHARE = 0.7;

    private static final int MOST_LINES = 4;
    private static final int MOST_PIECES = 3;
    private static final int ODD_LINE = 1;
    private static final int LATER_DAYS = 400;
    private static final Instant LONG_AGO = Instant.parse("1853-01-01T12:00:00Z");

    private Purchases() {}

    static String orderNumber(long customer, int order) {
        return "O" + Customers.number(customer) + "-" + (order + 1);
    }

    private static void make(World world, long customer, Sink sink) {
        Life life = world.life(customer);
        String currency = FxRates.of(Person.of(world, customer, world.lastDay()).address());
        for (int order = 0; order < life.orders(); order++) {
            Draws draws = world.draws("order", customer, order);
            int day = life.days()[order];
            String channel = draws.oneOf("web", "web", "app", "store", "phone");
            boolean online = channel.equals("web") || channel.equals("app");
            String number = ShopAccount.named(world, customer, day, online ? SIGNED_IN_SHARE : 0, draws);
            Order of =
                    new Order(orderNumber(customer, order), number, day, moment(world, day, draws), currency, channel);
            lines(world, of, life.cents()[order], draws, sink);
        }
        odd(world, customer, sink);
    }

    private static Instant moment(World world, int day, Draws draws) {
        return world.plan()
                .day(day)
                .atTime(7 + draws.below(15), draws.below(60), draws.below(60))
                .toInstant(ZoneOffset.UTC);
    }

    /** All but the last line take about an even part in whole cents a piece; the last line takes the rest. */
    private static void lines(World world, Order order, long cents, Draws draws, Sink sink) {
        int lines = 1 + draws.below(MOST_LINES);
        long rest = cents;
        int number = 1;
        for (int line = lines; line > 1; line--) {
            int pieces = 1 + draws.below(MOST_PIECES);
            long price = (long) (rest * (0.5 + draws.uniform()) / line / pieces);
            if (price > 0 && price * pieces < rest) {
                Bookings.line(world, order, number++, pieces, price, draws, sink);
                rest -= price * pieces;
            }
        }
        Bookings.line(world, order, number, 1, rest, draws, sink);
    }

    /** On orders of their own, which the contract refuses, lie ahead or wait for a rate: no purchase history changes. */
    private static void odd(World world, long customer, Sink sink) {
        List<Fault> faults = List.of(
                Fault.refused("sale of a negative quantity", "quantity", -1, "quantity: NEGATIVE"),
                Fault.refused("return of a positive quantity", "line_type", "return", "quantity: POSITIVE_RETURN"),
                Fault.refused(
                        "negative price", "unit_price", new java.math.BigDecimal("-4.99"), "unit_price: NEGATIVE"),
                Fault.refused("date before 1900", "ordered_at", LONG_AGO, "ordered_at: RANGE"),
                Fault.refused("no date", "ordered_at", null, "ordered_at: MISSING"),
                Fault.refused("no order number", "order_no", null, "order_id: MISSING"),
                Fault.refused("word of no list", "line_type", "gift", "line_type_code: RANGE"),
                Fault.contradicted("quantity", 7),
                Fault.kept(
                        "date to come",
                        "ordered_at",
                        moment(world, world.lastDay() + LATER_DAYS, world.draws("later"))),
                Fault.refused("currency of no list", "currency", "EURO", "currency_code: NO_CURRENCY"),
                Fault.kept("currency without a rate", "currency", FxRates.UNRATED));
        FaultyRows.plant(
                world,
                TABLE,
                faults,
                customer,
                fault -> {
                    Draws draws = world.draws("order-odd", customer, fault);
                    int day = draws.below(world.plan().days());
                    String number = "OX" + Customers.number(customer) + "-" + fault;
                    String of = Long.toString(Customers.number(customer));
                    Order order = new Order(number, of, day, moment(world, day, draws), "EUR", "store");
                    return Bookings.row(
                            world, order, new Bookings.Line(ODD_LINE, "sale", 1, 999), order.moment(), draws);
                },
                sink);
    }

    /**
     * What the lines of one order share.
     *
     * @param number number of the order
     * @param customer number by which the customer is named
     * @param day day from the start of the window
     * @param moment moment of the order
     * @param currency currency of its amounts
     * @param channel where it was placed
     */
    record Order(String number, String customer, int day, Instant moment, String currency, String channel) {}
}
