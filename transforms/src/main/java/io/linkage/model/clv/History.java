package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What a purchase model needs to know of one customer up to the end of calibration.
 *
 * @param frequency repeat purchase days: distinct days after the first one
 * @param recency weeks from the first to the last purchase day; 0 if there was no repeat
 * @param age weeks from the first purchase day to the end of calibration
 */
public record History(long frequency, double recency, double age) implements Comparable<History>, Serializable {
    /** A customer whose first purchase is now. */
    public static final History NEW = new History(0, 0, 0);

    private static final Comparator<History> ORDER = Comparator.comparingLong(History::frequency)
            .thenComparingDouble(History::recency)
            .thenComparingDouble(History::age);

    public History {
        if (frequency < 0 || !(recency >= 0 && recency <= age) || !Double.isFinite(age)) {
            throw new IllegalArgumentException("A purchase history needs frequency >= 0 and 0 <= recency <= age, but is"
                    + " frequency " + frequency + ", recency " + recency + " weeks, age " + age + " weeks.");
        }
        if (frequency == 0 && recency != 0) {
            throw new IllegalArgumentException(
                    "A customer without a repeat purchase has recency 0, but it is " + recency + " weeks.");
        }
    }

    /** From days, the unit of the warehouse. */
    public static History ofDays(long frequency, double recencyDays, double ageDays) {
        return new History(frequency, recencyDays / 7, ageDays / 7);
    }

    @Override
    public int compareTo(History other) {
        return ORDER.compare(this, other);
    }
}
