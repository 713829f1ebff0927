package io.linkage.model.contract;

import java.io.Serializable;

/**
 * Contracts of one age: the likelihood depends on nothing else.
 *
 * @param periods of a contract that runs, those that are over; of one that has ended, those that were begun
 * @param hasEnded whether they have ended, which they then did at the end of the last period begun
 * @param count contracts, at least one
 */
public record CountedTenure(long periods, boolean hasEnded, long count) implements Serializable {
    public CountedTenure {
        if (count < 1 || periods < (hasEnded ? 1 : 0)) {
            throw new IllegalArgumentException(
                    "A tenure stands for at least one contract, of 0 periods or more, of 1 or"
                            + " more where it has ended; not for " + count + " of " + periods + ".");
        }
    }
}
