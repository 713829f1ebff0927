package io.linkage.model.clv.spark;

import io.linkage.column.Alike;
import java.io.Serializable;

/**
 * How finely histories and spends are told apart. Those that are alike stand for each other by their mean, so that what reaches
 * the driver is bounded by the length of time and the range of amounts, not by the number of customers. Likelihoods are
 * smooth: a mean over a width of w differs from the exact term by the order of w squared.
 *
 * @param mostExact up to so many customers every history and every spend stands for itself
 */
record Resolution(long mostExact) implements Serializable {
    /** Up to here every customer may have a history of their own on the driver. */
    static final Resolution STANDARD = new Resolution(100_000);
    /** Every history and every spend for itself. */
    static final Resolution EXACT = new Resolution(Long.MAX_VALUE);
    /** Those that are alike brought together, however few there are. */
    static final Resolution COARSE = new Resolution(0);

    /** Leading binary digits of recency and age in days: to 1 in 32 to 64. */
    private static final int DAY_DIGITS = 6;
    /** Leading binary digits of repeat spend in cents: to 1 in 64 to 128. */
    private static final int CENT_DIGITS = 7;

    /** Whether so many customers are too many to stand for themselves. */
    boolean isCoarse(long customers) {
        return customers > mostExact;
    }

    /** Leading binary digits that tell amounts or days apart. */
    static int digits(boolean coarse, boolean money) {
        if (!coarse) {
            return Alike.EXACT;
        }
        return money ? CENT_DIGITS : DAY_DIGITS;
    }
}
