package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A purchase history and how many customers share it: the likelihood depends on nothing else, so a fit needs only these.
 *
 * @param count customers, at least one
 */
public record CountedHistory(History history, long count) implements Serializable {
    public CountedHistory {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "A counted history stands for at least one customer, not " + count + ".");
        }
    }

    /** Counts equal histories, in ascending order. */
    public static List<CountedHistory> count(Collection<History> histories) {
        return merge(histories.stream().map(h -> new CountedHistory(h, 1)).toList());
    }

    /** Adds up the counts of equal histories, in ascending order, so that a fit does not depend on the order received. */
    public static List<CountedHistory> merge(Collection<CountedHistory> counted) {
        if (counted instanceof List<CountedHistory> rows
                && Ascending.strictly(rows, Comparator.comparing(CountedHistory::history))) {
            return List.copyOf(rows);
        }
        Map<History, Long> counts = new TreeMap<>();
        counted.forEach(c -> counts.merge(c.history(), c.count(), Long::sum));
        return counts.entrySet().stream()
                .map(e -> new CountedHistory(e.getKey(), e.getValue()))
                .toList();
    }
}
