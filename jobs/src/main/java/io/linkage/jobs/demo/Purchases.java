package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.types.StructType;

/** Order lines of the marketing database: the lines of an order add up to its worth, to the cent. */
final class Purchases {
    static final DemoTable TABLE = new DemoTable(
            "order_line",
            new StructType()
                    .add("order_no", StringType)
                    .add("line_no", IntegerType)
                    .add("customer_no", LongType)
                    .add("product_no", StringType)
                    .add("ordered_at", TimestampType)
                    .add("quantity", IntegerType)
                    .add("unit_price", createDecimalType(12, 2))
                    .add("unit_cost", createDecimalType(14, 4))
                    .add("currency", StringType)
                    .add("channel", StringType)
                    .add("changed_at", TimestampType),
            world -> world.plan().customers(),
            Purchases::make);

    static final double FAULTY_SHARE = 0.002;
    private static final int FAULTY_LINE = 90;
    private static final int MOST_LINES = 4;
    private static final int MOST_PIECES = 3;

    private Purchases() {}

    static String orderNumber(long customer, int order) {
        return "O" + Customers.number(customer) + "-" + (order + 1);
    }

    private static void make(World world, long customer, Sink sink) {
        Life life = Life.of(world.plan(), customer);
        for (int order = 0; order < life.orders(); order++) {
            Draws draws = world.draws("order", customer, order);
            Instant moment = world.plan()
                    .day(life.days()[order])
                    .atTime(7 + draws.below(15), draws.below(60), draws.below(60))
                    .toInstant(ZoneOffset.UTC);
            Order of = new Order(
                    orderNumber(customer, order), customer, moment, draws.oneOf("web", "web", "app", "store", "phone"));
            lines(world, of, life.cents()[order], draws, sink);
            if (draws.happens(FAULTY_SHARE)) {
                of.line(world, FAULTY_LINE, -1, 100, draws, sink);
                sink.dirty("sale of a negative quantity");
            }
        }
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
                order.line(world, number++, pieces, price, draws, sink);
                rest -= price * pieces;
            }
        }
        order.line(world, number, 1, rest, draws, sink);
    }

    /** What the lines of one order share. */
    private record Order(String number, long customer, Instant moment, String channel) {
        void line(World world, int line, int pieces, long priceCents, Draws draws, Sink sink) {
            int product = world.products().near(priceCents / 100.0, draws);
            BigDecimal price = BigDecimal.valueOf(priceCents, 2);
            BigDecimal cost = price.multiply(BigDecimal.valueOf(world.products().costShare(product)));
            sink.row(
                    number,
                    line,
                    Customers.number(customer),
                    Products.number(product),
                    moment,
                    pieces,
                    price,
                    cost.setScale(4, RoundingMode.HALF_UP),
                    "EUR",
                    channel,
                    moment);
        }
    }
}
