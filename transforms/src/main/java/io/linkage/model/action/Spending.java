package io.linkage.model.action;

import java.io.Serializable;
import java.util.Set;

/**
 * How a budget is spent: on every step from one rank upwards, and on some lesser ones that what is left still pays. In cents.
 *
 * @param least rank of which and above which every step is taken
 * @param others ranks of lesser steps that are taken too
 * @param price value that the last cent of the budget adds, at most; 0 where all steps are paid
 * @param cost of all steps taken
 * @param value of them
 * @param bound that no other choice of steps within the budget can exceed
 */
public record Spending(long least, Set<Long> others, double price, long cost, long value, long bound)
        implements Serializable {
    /** Every step is taken. */
    public static final Spending UNLIMITED = new Spending(0, Set.of(), 0, 0, 0, 0);

    /** Whether a step is taken. */
    boolean takes(long rank) {
        return rank >= least || others.contains(rank);
    }

    /** At most how far from the best choice this one is, as a share of the bound. */
    public double gap() {
        return bound == 0 ? 0 : (double) (bound - value) / bound;
    }
}
