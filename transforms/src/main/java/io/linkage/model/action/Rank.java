package io.linkage.model.action;

import io.linkage.model.random.Draws;

/**
 * The place of a step of spending among all steps of all customers: value per cost in its upper 31 bits (a float, cut, whose
 * bits have the order of its values), a digest of the customer in the lower 31. The greater goes first.
 */
final class Rank {
    /** Bits of the digest. */
    static final int TIE_BITS = 31;
    /** Bits in all. */
    static final int BITS = 62;
    /** Above every rank. */
    static final long TOP = 1L << BITS;

    private Rank() {}

    /** Of a step that costs something and adds something. */
    static long of(long value, long cost, long tie) {
        double ratio = (double) value / cost;
        float cut = (float) ratio;
        return (long) Float.floatToIntBits(cut > ratio ? Math.nextDown(cut) : cut) << TIE_BITS | tie;
    }

    /** Settles ties between customers: another order in every round. */
    static long tie(long customer, long round) {
        return (long) (Draws.of(round, "action-tie", customer).uniform() * (1L << TIE_BITS));
    }

    /** Value per cost that every step of this rank or a lesser one stays below, and every greater ratio reaches. */
    static double price(long rank) {
        return Math.nextUp(Float.intBitsToFloat((int) (rank >>> TIE_BITS)));
    }
}
