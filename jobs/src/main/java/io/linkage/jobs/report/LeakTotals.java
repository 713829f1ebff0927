package io.linkage.jobs.report;

import io.linkage.contract.Field;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.table.mart.EnergyLeak;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Feedback of some months, units and themes added up by stage.
 *
 * @param rows of {@code mart_energy_leak}
 */
record LeakTotals(List<PlainRow> rows) {
    /** Stages, in their order. */
    static final List<String> STAGES =
            List.of(EnergyLeak.GIVEN, EnergyLeak.HEARD, EnergyLeak.PLANNED, EnergyLeak.CARRIED_OUT, EnergyLeak.TOLD);

    LeakTotals {
        rows = List.copyOf(rows);
    }

    /** The rows of one stage. */
    LeakTotals at(String stage) {
        return new LeakTotals(rows.stream()
                .filter(row -> row.text(EnergyLeak.STAGE_CODE).equals(stage))
                .toList());
    }

    /** Feedback that was given. */
    long given() {
        return at(EnergyLeak.GIVEN).count(EnergyLeak.REACHED_COUNT);
    }

    /** Share of the feedback given that came as far as a stage. */
    double reached(String stage) {
        return (double) at(stage).count(EnergyLeak.REACHED_COUNT) / given();
    }

    /** The stage for which most feedback waits too long; empty where none does. */
    Optional<String> blockage() {
        return STAGES.stream()
                .filter(stage -> at(stage).count(EnergyLeak.BLOCKED_COUNT) > 0)
                .max(Comparator.comparingLong(stage -> at(stage).count(EnergyLeak.BLOCKED_COUNT)));
    }

    long count(Field field) {
        return rows.stream().mapToLong(row -> row.count(field)).sum();
    }

    BigDecimal amount(Field field) {
        return rows.stream().map(row -> row.amount(field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
