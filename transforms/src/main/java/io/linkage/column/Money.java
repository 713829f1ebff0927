package io.linkage.column;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.Decimal;

/** Money: rounded half up to the cent, once, per line; sums are sums of cents. */
public final class Money {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final int DIGITS = 18;
    /** Up to here a double tells a thousandth of a cent. */
    private static final double MOST_CENTS = 1e12;

    private static final double NEAR_HALF = 1e-3;

    private Money() {}

    /** To the cent, half up. */
    public static Column cents(Column amount) {
        return round(amount, 2);
    }

    /** Whole cents of an amount of cents: long sums of them cost a small part of sums of decimals. */
    public static Column inCents(Column amount) {
        return amount.multiply(lit(100)).cast("bigint");
    }

    /** The amount of so many whole cents. */
    public static Column ofCents(Column cents) {
        return cents.cast("decimal(18,0)").multiply(lit(CENT)).cast("decimal(18,2)");
    }

    /** Whole cents of one amount; what is less than a cent is cut off. */
    public static long inCents(BigDecimal amount) {
        return amount.movePointRight(2).longValue();
    }

    /**
     * One amount to the cent, half up by its shortest decimal digits. These cost ten times as much as the amount itself, so they
     * are asked only where they decide: near half a cent, and for amounts whose product is no longer exact.
     */
    public static Decimal cents(double amount) {
        double exact = amount * 100;
        double below = Math.floor(exact);
        double part = exact - below;
        if (Math.abs(exact) < MOST_CENTS && Math.abs(part - 0.5) > NEAR_HALF) {
            return Decimal.createUnsafe((long) (part > 0.5 ? below + 1 : below), DIGITS, 2);
        }
        return Decimal.apply(toCent(amount), DIGITS, 2);
    }

    /** One amount to the cent, half up by its shortest decimal digits; for few amounts: see {@link #cents(double)}. */
    public static BigDecimal toCent(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    /** One amount of so many whole cents. */
    public static BigDecimal ofCents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** Revenue less its cost; where the cost is not known, this share of the revenue. */
    public static Column margin(Column revenue, Column cost, double shareWhereUnknown) {
        Column assumed = cents(revenue.multiply(lit(1 - shareWhereUnknown).cast("decimal(9,6)")));
        return revenue.minus(coalesce(cost, assumed));
    }

    /** A part of a total; empty where the total is not positive. */
    public static Column ratio(Column part, Column total) {
        return when(total.gt(0), part.cast("double").divide(total.cast("double")));
    }

    /**
     * The share of a total that falls between two points of a whole, so that the shares add up to the total to the cent.
     *
     * @param total money to share out
     * @param before what of the whole (a whole number) comes before this share
     * @param through the same with this share
     * @param whole the whole
     */
    public static Column share(Column total, Column before, Column through, Column whole) {
        Column inCents = total.multiply(100).cast("decimal(30,0)");
        return upTo(inCents, through, whole)
                .minus(upTo(inCents, before, whole))
                .cast("decimal(20,0)")
                .divide(100);
    }

    private static Column upTo(Column cents, Column point, Column whole) {
        return round(cents.multiply(point).divide(whole), 0);
    }
}
