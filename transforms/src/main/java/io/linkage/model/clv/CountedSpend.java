package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spend of customers with at least one repeat purchase.
 *
 * @param frequency repeat purchase days, at least one
 * @param meanSpend mean spend per repeat purchase day in the reporting currency, above 0; the first day is not in it
 * @param count customers who share both
 */
public record CountedSpend(long frequency, double meanSpend, long count)
        implements Comparable<CountedSpend>, Serializable {
    private static final Comparator<CountedSpend> ORDER =
            Comparator.comparingLong(CountedSpend::frequency).thenComparingDouble(CountedSpend::meanSpend);

    public CountedSpend {
        if (frequency < 1 || count < 1 || !(meanSpend > 0 && meanSpend < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Spend needs at least one repeat purchase, a positive mean and a customer, but is given for "
                            + frequency + " purchases and " + count + " customers. Leave out customers without them.");
        }
    }

    /** Adds up the counts of equal spends, in ascending order of frequency and spend. */
    public static List<CountedSpend> merge(Collection<CountedSpend> spends) {
        if (spends instanceof List<CountedSpend> rows && Ascending.strictly(rows, ORDER)) {
            return List.copyOf(rows);
        }
        Map<CountedSpend, Long> counts = new TreeMap<>(ORDER);
        spends.forEach(s -> counts.merge(s, s.count(), Long::sum));
        return counts.entrySet().stream()
                .map(e -> new CountedSpend(e.getKey().frequency(), e.getKey().meanSpend(), e.getValue()))
                .toList();
    }

    @Override
    public int compareTo(CountedSpend other) {
        return ORDER.thenComparingLong(CountedSpend::count).compare(this, other);
    }
}
