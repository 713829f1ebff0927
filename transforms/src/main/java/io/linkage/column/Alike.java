package io.linkage.column;

import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/** Whole numbers that are nearly equal, brought together: their groups are few, however many numbers there are. */
public final class Alike {
    /** Leading digits that keep every number apart. */
    public static final int EXACT = Long.SIZE;

    private Alike() {}

    /**
     * The number with its leading binary digits alone, the others 0: up to 2^digits the number itself, above that less than
     * 2^(1 - digits) of it is lost.
     *
     * @param whole a whole number, 0 or more
     */
    public static Column leading(Column whole, int digits) {
        Column dropped = greatest(length(bin(whole)).minus(digits), lit(0));
        return call_function("shiftleft", call_function("shiftright", whole, dropped), dropped);
    }

    /** The same of one number. */
    public static long leading(long whole, int digits) {
        int dropped = Math.max(Long.SIZE - Long.numberOfLeadingZeros(whole) - digits, 0);
        return whole >> dropped << dropped;
    }
}
