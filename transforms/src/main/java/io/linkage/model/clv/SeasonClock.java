package io.linkage.model.clv;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Time that runs faster in months in which more is bought: on this clock a customer's purchase rate is constant, as the models
 * assume (an inhomogeneous Poisson process in operational time: Cox and Lewis 1966). Dropout after a purchase (BG/NBD, MBG/NBD)
 * is the same on any clock; dropout in time (Pareto/NBD) is taken to run on this one too.
 *
 * @param factors of January to December, of which the mean day of a year has 1
 */
public record SeasonClock(List<Double> factors) implements Serializable {
    /** No season: time as in the calendar. */
    public static final SeasonClock NONE = new SeasonClock(Collections.nCopies(12, 1.0));

    static final double[] DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    public SeasonClock {
        factors = List.copyOf(factors);
        if (factors.size() != 12 || factors.stream().anyMatch(f -> !(f > 0 && f < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("A season needs 12 positive factors, but has " + factors + ".");
        }
    }

    /** Factors in proportion to the given ones, such that the mean day of a year has 1. */
    static SeasonClock inProportionTo(double[] weights) {
        double sum = 0;
        for (int month = 0; month < 12; month++) {
            sum += weights[month] * DAYS[month];
        }
        double year = Arrays.stream(DAYS).sum();
        double scale = year / sum;
        return new SeasonClock(Arrays.stream(weights).mapToObj(w -> w * scale).toList());
    }

    /** Days on this clock after one day, up to and including a later one. */
    public double between(LocalDate after, LocalDate until) {
        if (factors.equals(NONE.factors)) {
            // Asked twice for every customer: no month need be looked at.
            return Math.max(0, until.toEpochDay() - after.toEpochDay());
        }
        double sum = 0;
        LocalDate day = after.plusDays(1);
        LocalDate end = until.plusDays(1);
        while (day.isBefore(end)) {
            LocalDate month = day.withDayOfMonth(1).plusMonths(1);
            LocalDate next = month.isBefore(end) ? month : end;
            sum += factor(day) * (next.toEpochDay() - day.toEpochDay());
            day = next;
        }
        return sum;
    }

    /** Weeks on this clock in the given weeks after a day. */
    public double weeksAhead(LocalDate after, double weeks) {
        return ahead(after, weeks * 7) / 7;
    }

    private double ahead(LocalDate after, double days) {
        long whole = (long) days;
        LocalDate last = after.plusDays(whole);
        return between(after, last) + (days - whole) * factor(last.plusDays(1));
    }

    /** A history of the calendar on this clock; days are whole but for the mean of several histories. */
    public History history(long frequency, double recencyDays, double ageDays, LocalDate end) {
        long whole = (long) ageDays;
        LocalDate first = end.minusDays(whole);
        double age = between(first, end) + (ageDays - whole) * factor(first);
        double recency = frequency == 0 ? 0 : ahead(first, recencyDays);
        return History.ofDays(frequency, Math.min(recency, age), age);
    }

    private double factor(LocalDate day) {
        return factors.get(day.getMonthValue() - 1);
    }
}
