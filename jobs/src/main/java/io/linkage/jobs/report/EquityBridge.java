package io.linkage.jobs.report;

import io.linkage.jobs.lake.PlainRow;
import io.linkage.table.mart.CustomerEquity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the value of the base moved from an earlier night to tonight: opening and changes are closing, to the cent.
 *
 * @param from the earlier night
 * @param opening value then
 * @param changes value by movement, those of 0 left out
 * @param closing value tonight
 */
record EquityBridge(LocalDate from, BigDecimal opening, Map<String, BigDecimal> changes, BigDecimal closing) {
    private static final int MONTHS = 12;
    private static final Set<String> STATES = Set.of(CustomerEquity.OPENING, CustomerEquity.CLOSING);

    /** From the last night at least a year ago, or else the first one; empty where tonight is the first. */
    static Optional<EquityBridge> of(List<PlainRow> rows, LocalDate asOf) {
        List<LocalDate> nights = rows.stream()
                .map(EquityBridge::night)
                .filter(night -> night.isBefore(asOf))
                .distinct()
                .sorted()
                .toList();
        return nights.stream()
                .filter(night -> !night.isAfter(asOf.minusMonths(MONTHS)))
                .reduce((earlier, later) -> later)
                .or(() -> nights.stream().findFirst())
                .map(from -> new EquityBridge(
                        from, closing(rows, from), changes(within(rows, from, asOf)), closing(rows, asOf)));
    }

    /** Rows of the nights after one up to another. */
    static List<PlainRow> within(List<PlainRow> rows, LocalDate after, LocalDate until) {
        return rows.stream()
                .filter(row -> night(row).isAfter(after) && !night(row).isAfter(until))
                .toList();
    }

    /** Value that a night left. */
    static BigDecimal closing(List<PlainRow> rows, LocalDate night) {
        return rows.stream()
                .filter(row -> night(row).equals(night)
                        && row.text(CustomerEquity.MOVEMENT_CODE).equals(CustomerEquity.CLOSING))
                .map(row -> row.amount(CustomerEquity.CLV_AMOUNT))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> changes(List<PlainRow> rows) {
        Map<String, BigDecimal> changes = new LinkedHashMap<>();
        for (String movement : CustomerEquity.MOVEMENT_CODE.domain().values()) {
            if (!STATES.contains(movement)) {
                rows.stream()
                        .filter(row -> row.text(CustomerEquity.MOVEMENT_CODE).equals(movement))
                        .forEach(row ->
                                changes.merge(net(movement), row.amount(CustomerEquity.CLV_AMOUNT), BigDecimal::add));
            }
        }
        changes.values().removeIf(change -> change.signum() == 0);
        return changes;
    }

    /** Who came from another segment went from it: of the whole base both are one movement. */
    private static String net(String movement) {
        return movement.equals(CustomerEquity.MOVED_OUT) ? CustomerEquity.MOVED_IN : movement;
    }

    private static LocalDate night(PlainRow row) {
        return row.date(CustomerEquity.AS_OF_DATE);
    }
}
