package io.linkage.jobs.demo;

import io.linkage.jobs.Stop;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code linkage generate} makes.
 *
 * @param customers customers, prospects included
 * @param days days of the window
 * @param seed seed of every draw
 * @param end last day of the window
 * @param folder folder to fill, as text: a plan travels to the executors
 * @param form how the marketing silo is stored
 * @param effects effects to plant
 */
public record DemoPlan(long customers, int days, long seed, LocalDate end, String folder, Form form, Effects effects)
        implements Serializable {
    /** Nothing depends on the clock: the window ends here unless told otherwise. */
    public static final LocalDate STANDARD_END = LocalDate.of(2026, 6, 30);

    /** How the marketing silo is stored. */
    public enum Form {
        /** Parquet files under {@code marketing/}. */
        PARQUET,
        /** A PostgreSQL database whose data lie under {@code postgres/}. */
        POSTGRES
    }

    /** Checks all bounds at once. */
    public DemoPlan {
        List<String> faults = new ArrayList<>();
        if (customers < 1 || customers > 100_000_000) {
            faults.add("customers must be 1 to 100000000 but is " + customers);
        }
        if (days < 30 || days > 7_300) {
            faults.add("days must be 30 to 7300 but is " + days);
        }
        if (end.isBefore(LocalDate.of(1990, 1, 1)) || end.isAfter(LocalDate.of(2190, 12, 31))) {
            faults.add("end must be 1990-01-01 to 2190-12-31 but is " + end);
        }
        if (!faults.isEmpty()) {
            throw Stop.configuration("Cannot generate a company: " + String.join("; ", faults) + ".");
        }
    }

    /** A plan with the standard effects. */
    public DemoPlan(long customers, int days, long seed, LocalDate end, String folder, Form form) {
        this(customers, days, seed, end, folder, form, Effects.STANDARD);
    }

    /** First day of the window. */
    public LocalDate start() {
        return end.minusDays(days - 1L);
    }

    LocalDate day(int number) {
        return start().plusDays(number);
    }

    PurchaseProcess purchases() {
        return PurchaseProcess.STANDARD;
    }

    SpendProcess spend() {
        return SpendProcess.STANDARD;
    }
}
