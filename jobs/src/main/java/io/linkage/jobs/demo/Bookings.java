package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What becomes of a line of an order in the books: booked, at times corrected later, at times brought back. */
final class Bookings {
    /** Of the lines, those brought back, in part or whole. */
    static final double RETURN_SHARE = 0.04;
    /** Of the lines, those that an older state accompanies: the correction came first in half of them. */
    static final double CORRECTED_SHARE = 0.003;
    /** A return has the number of the line it takes back, and this much more. */
    static final int RETURN_LINE = 50;

    private static final int RETURN_DAYS = 30;

    private Bookings() {}

    /**
     * One line.
     *
     * @param number number within the order
     * @param type sale or return
     * @param pieces pieces, below 0 for a return
     * @param euroCents price of a piece in cents of a euro
     */
    record Line(int number, String type, int pieces, long euroCents) {}

    static void line(
            World world, Purchases.Order order, int number, int pieces, long euroCents, Draws draws, Sink sink) {
        Line line = new Line(number, "sale", pieces, euroCents);
        Object[] row = row(world, order, line, order.moment(), draws);
        Draws later = world.draws("booking", order.number().hashCode(), number);
        if (later.happens(CORRECTED_SHARE)) {
            corrected(row, later.happens(0.5), sink);
        } else {
            sink.row(row);
        }
        if (later.happens(RETURN_SHARE)) {
            broughtBack(world, order, row, later, sink);
        }
    }

    /** The line as first booked, with too many pieces, and its correction: whichever comes first, the newer stands. */
    private static void corrected(Object[] booked, boolean correctionFirst, Sink sink) {
        Object[] old = booked.clone();
        Object[] right = booked.clone();
        int changed = column("changed_at");
        int quantity = column("quantity");
        right[changed] = ((Instant) booked[changed]).plus(2, ChronoUnit.DAYS);
        old[quantity] = (Integer) booked[quantity] + 10;
        if (correctionFirst) {
            sink.row(right);
        }
        sink.row(old);
        sink.dirty(Fault.superseded(
                correctionFirst ? "old state after its correction" : "old state before its correction"));
        if (!correctionFirst) {
            sink.row(right);
        }
    }

    /** A line of its own under the same order, some days later, at the price that was paid. */
    private static void broughtBack(World world, Purchases.Order order, Object[] sold, Draws draws, Sink sink) {
        int day = order.day() + 1 + draws.below(RETURN_DAYS);
        int pieces = 1 + draws.below((Integer) sold[column("quantity")]);
        if (day > world.lastDay()) {
            return;
        }
        Object[] row = sold.clone();
        Instant moment = order.moment().plus(day - (long) order.day(), ChronoUnit.DAYS);
        row[column("line_no")] = RETURN_LINE + (Integer) row[column("line_no")];
        row[column("line_type")] = "return";
        row[column("quantity")] = -pieces;
        row[column("ordered_at")] = moment;
        row[column("changed_at")] = moment;
        sink.row(row);
    }

    /** A row of the table; amounts in the order's currency, at the rate of its day. */
    static Object[] row(World world, Purchases.Order order, Line line, Instant changed, Draws draws) {
        int product = world.products().near(line.euroCents() / 100.0, order.day(), draws);
        BigDecimal euro = BigDecimal.valueOf(line.euroCents(), 2);
        BigDecimal price = order.currency().equals(FxRates.EURO)
                ? euro
                : euro.divide(FxRates.rate(world, order.currency(), order.day()), 2, RoundingMode.HALF_UP);
        BigDecimal cost = price.multiply(BigDecimal.valueOf(world.products().costShare(product)));
        return new Object[] {
            order.number(),
            line.number(),
            order.customer(),
            Products.number(product),
            order.moment(),
            line.type(),
            line.pieces(),
            price,
            cost.setScale(4, RoundingMode.HALF_UP),
            order.currency(),
            order.channel(),
            changed
        };
    }

    private static int column(String name) {
        return Purchases.TABLE.columns().fieldIndex(name);
    }
}
