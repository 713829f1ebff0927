package io.linkage.model.clv.spark;

import io.linkage.column.Alike;

/**
 * How finely histories and spends are told apart. Those that are alike stand for each other by their mean, so that what reaches
 * the driver is bounded by the length of time and the range of amounts, not by the number of customers. Likelihoods are
 * smooth: a mean over a width of w differs from the exact term by the order of w squared.
 *
 * @param dayDigits leading binary digits of recency and age in days
 * @param centDigits leading binary digits of repeat spend in cents
 */
record Resolution(int dayDigits, int centDigits) {
    /** Every history and every spend for itself. */
    static final Resolution EXACT = new Resolution(Alike.EXACT, Alike.EXACT);
    /** Days to 1 in 32 to 64, money to 1 in 64 to 128. */
    static final Resolution COARSE = new Resolution(6, 7);

    /** Up to here every customer may have a history of their own on the driver. */
    private static final long MOST_EXACT = 100_000;

    static Resolution of(long customers) {
        return customers <= MOST_EXACT ? EXACT : COARSE;
    }
}
