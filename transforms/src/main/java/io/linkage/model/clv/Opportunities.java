package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What BG/BB needs to know of customers: at which of the opportunities after the first purchase they bought.
 *
 * @param frequency opportunities used
 * @param last number of the last one used, counted from 1; 0 if none was
 * @param periods opportunities there were
 * @param count customers who share these
 */
public record Opportunities(long frequency, long last, long periods, long count)
        implements Comparable<Opportunities>, Serializable {
    /** A customer whose first purchase is now. */
    public static final Opportunities NEW = new Opportunities(0, 0, 0, 1);

    private static final Comparator<Opportunities> ORDER = Comparator.comparingLong(Opportunities::frequency)
            .thenComparingLong(Opportunities::last)
            .thenComparingLong(Opportunities::periods);

    public Opportunities {
        boolean ordered = frequency >= 0 && frequency <= last && last <= periods;
        if (!ordered || (frequency == 0 && last != 0) || count < 1) {
            throw new IllegalArgumentException(
                    "A history of opportunities needs 0 <= frequency <= last <= periods, last 0"
                            + " where frequency is 0, and a customer, but has frequency " + frequency + ", last " + last
                            + ", periods " + periods + " and " + count + " customers.");
        }
    }

    /** Adds up the counts of equal histories, in ascending order. */
    static List<Opportunities> merge(Collection<Opportunities> histories) {
        Map<Opportunities, Long> counts = new TreeMap<>(ORDER);
        histories.forEach(h -> counts.merge(h, h.count(), Long::sum));
        return counts.entrySet().stream()
                .map(e -> new Opportunities(
                        e.getKey().frequency(), e.getKey().last(), e.getKey().periods(), e.getValue()))
                .toList();
    }

    @Override
    public int compareTo(Opportunities other) {
        return ORDER.thenComparingLong(Opportunities::count).compare(this, other);
    }
}
