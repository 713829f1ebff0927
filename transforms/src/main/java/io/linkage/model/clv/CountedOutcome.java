package io.linkage.model.clv;

import java.util.Comparator;

/**
 * A history, what came in the time after it, and how many customers share both.
 *
 * @param came purchase days after the history
 * @param count customers
 */
public record CountedOutcome(History history, long came, long count) implements Comparable<CountedOutcome> {
    private static final Comparator<CountedOutcome> ORDER = Comparator.comparing(CountedOutcome::history)
            .thenComparingLong(CountedOutcome::came)
            .thenComparingLong(CountedOutcome::count);

    @Override
    public int compareTo(CountedOutcome other) {
        return ORDER.compare(this, other);
    }
}
