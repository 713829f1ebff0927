package io.linkage.model.churn;

import java.io.Serializable;
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
public record Snapshots(LocalDate asOf, int gapDays, int windowDays, int number) implements Serializable {

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

    /** Days from a day to the end of a window after it, from 1: the windows follow one another. */
    public int daysTo(int window) {
        return gapDays + window * windowDays;
    }

    /** The last day on which a customer of that day may leave and is counted. */
    public LocalDate windowEnd(LocalDate day) {
        return day.plusDays(gapDays + (long) windowDays);
    }
}
