package io.linkage.column;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Aggregates of floating numbers that are the same in whatever order and parts the rows are added, on one core and on a
 * cluster: added as decimals, whose sums do not depend on order. Money is exact by itself.
 */
public final class Exact {
    private static final String NUMBER = "decimal(38,18)";
    private static final String LARGE = "decimal(38,9)";
    private static final String WHOLE = "decimal(38,0)";
    private static final double BILLION = 1e9;
    private static final double CENTS = 100;

    private Exact() {}

    /** Sum, each number to 18 decimals; empty where no number is known. For sums below 1e20. */
    public static Column total(Column number) {
        return sum(number.cast(NUMBER)).cast("double");
    }

    /**
     * The same to 9 decimals, for sums below 1e29: of squares and products of money, which a currency of small units (rupiah, dong)
     * makes large.
     */
    public static Column largeTotal(Column number) {
        return sum(number.cast(LARGE)).cast("double");
    }

    /** Mean of the numbers that are known. */
    public static Column mean(Column number) {
        Column known = count(number);
        return when(known.gt(0), total(number).divide(known));
    }

    /** Standard deviation of a sample, each number to 9 decimals; empty below two numbers. For sums below 1e9. */
    public static Column deviation(Column number) {
        return deviation(number, BILLION);
    }

    /** The same of money, each amount to the cent. For sums below 1e16. */
    public static Column deviationOfMoney(Column amount) {
        return deviation(amount, CENTS);
    }

    private static Column deviation(Column number, double parts) {
        Column counted = round(number.multiply(parts)).cast("decimal(19,0)");
        Column n = count(number);
        Column total = sum(counted).cast("decimal(19,0)");
        Column squares = sum(counted.multiply(counted)).cast(WHOLE);
        // n times the sum of squares less the squared sum: whole numbers, so that nothing is lost where the two are
        // near.
        Column spread = n.cast("decimal(19,0)").multiply(squares).minus(total.multiply(total));
        Column pairs = n.cast("double").multiply(n.minus(1));
        return when(
                n.gt(1),
                sqrt(greatest(spread.cast("double"), lit(0)).divide(pairs)).divide(parts));
    }
}
