package io.linkage.jobs.demo;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The year's swing of purchases: while the mean rate is 1, the rate on a day is 1 + swing cos(2π (day − peak) / year). A
 * Poisson process under it is one of constant rate whose clock runs unevenly; over whole years it keeps its mean.
 *
 * @param swing share by which the rate is higher on the peak day, below 1
 * @param peak a peak day from the start of the window
 */
record Season(double swing, double peak) implements Serializable {
    private static final double YEAR_DAYS = 365.25;
    private static final int PEAK_DAY = 350;
    private static final int STEPS = 40;

    static Season of(double swing, LocalDate start) {
        return new Season(swing, PEAK_DAY - start.getDayOfYear());
    }

    /** The moment, in days, at which the uneven clock that starts at {@code from} has run for {@code passed} days. */
    double after(double from, double passed) {
        if (swing == 0) {
            return from + passed;
        }
        double target = clock(from) + passed;
        double low = from + passed - spread();
        double high = from + passed + spread();
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (clock(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double clock(double day) {
        return day + spread() / 2 * StrictMath.sin(2 * StrictMath.PI * (day - peak) / YEAR_DAYS);
    }

    /** The most by which two readings of the uneven clock can depart from the even one. */
    private double spread() {
        return swing * YEAR_DAYS / StrictMath.PI;
    }
}
