package io.linkage.model.contract;

import java.io.Serializable;

/**
 * Contracts of one age: the likelihood depends on nothing else.
 *
 * @param entered renewals that were made before contracts were observed; 0 for one that was observed from its beginning
 * @param periods of a contract that runs, those that are over; of one that has ended, those that were begun
 * @param hasEnded whether they have ended, which they then did at the end of the last period begun
 * @param count contracts, at least one
 */
public record CountedTenure(long entered, long periods, boolean hasEnded, long count) implements Serializable {
    public CountedTenure {
        if (count < 1 || entered < 0 || periods < entered + (hasEnded ? 1 : 0)) {
            throw new IllegalArgumentException(
                    "A tenure stands for at least one contract, with periods from those before it"
                            + " was observed on, and one more where it has ended; not for " + count + " of " + periods
                            + " periods, " + entered + " of them before.");
        }
    }

    /** Contracts that were observed from their beginning. */
    public CountedTenure(long periods, boolean hasEnded, long count) {
        this(0, periods, hasEnded, count);
    }
}
