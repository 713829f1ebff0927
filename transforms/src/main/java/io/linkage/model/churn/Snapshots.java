package io.linkage.model.churn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which the model learns: each with a gap after it, and a window in which leaving is looked for. The windows do
 * not overlap, and the latest ends on the business date, so that no outcome is still open.
 *
 * @param asOf business date
 * @param gapDays days after the features that are not looked at
 * @param windowDays days in which leaving counts
 * @param number days in the past
 */
public record Snapshots(LocalDate asOf, int gapDays, int windowDays, int number) {

    /** Days with a known outcome, the latest first. */
    public List<LocalDate> past() {
        List<LocalDate> days = new ArrayList<>();
        for (int back = 1; back <= number; back++) {
            days.add(asOf.minusDays(gapDays + (long) back * windowDays));
        }
        return days;
    }

    /** Days of the past, and tonight. */
    public List<LocalDate> all() {
        List<LocalDate> days = new ArrayList<>(past());
        days.add(asOf);
        return days;
    }

    /** The last day on which a customer of that day may leave and is counted. */
    public LocalDate windowEnd(LocalDate day) {
        return day.plusDays(gapDays + (long) windowDays);
    }
}
