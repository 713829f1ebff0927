package io.linkage.jobs.report;

import io.linkage.jobs.lake.PlainRow;
import io.linkage.table.mart.NextBestAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Customers added up by what to do with them, and by what stood in the way; no customer is kept. */
final class ActionTotals {
    private final Map<String, Total> actions = new TreeMap<>();
    private final Map<String, Long> limits = new TreeMap<>();
    private PlainRow any;

    /** The customers of one action. */
    static final class Total {
        private final String action;
        private long customers;
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal expected = BigDecimal.ZERO;
        private LocalDate until;

        private Total(String action) {
            this.action = action;
        }

        private void add(PlainRow row) {
            customers++;
            cost = cost.add(row.amount(NextBestAction.COST_AMOUNT));
            expected = expected.add(row.amount(NextBestAction.EXPECTED_AMOUNT));
            LocalDate last = row.date(NextBestAction.ACT_UNTIL_DATE);
            until = until == null || last != null && last.isBefore(until) ? last : until;
        }

        String action() {
            return action;
        }

        long customers() {
            return customers;
        }

        BigDecimal cost() {
            return cost;
        }

        BigDecimal expected() {
            return expected;
        }

        /** The first day by which one of them must be reached, or null. */
        LocalDate until() {
            return until;
        }
    }

    void add(PlainRow row) {
        any = row;
        actions.computeIfAbsent(row.text(NextBestAction.ACTION_CODE), Total::new)
                .add(row);
        if (row.has(NextBestAction.LIMIT_CODE)) {
            limits.merge(row.text(NextBestAction.LIMIT_CODE), 1L, Long::sum);
        }
    }

    /** Actions other than leaving alone, the most promising first. */
    List<Total> actions() {
        return actions.values().stream()
                .filter(total -> !total.action.equals(NextBestAction.NOTHING))
                .sorted(Comparator.comparing(Total::expected).reversed().thenComparing(Total::action))
                .toList();
    }

    /** Customers who are left alone. */
    long left() {
        return actions.containsKey(NextBestAction.NOTHING) ? actions.get(NextBestAction.NOTHING).customers : 0;
    }

    /** Customers by what stood in the way of their best action. */
    Map<String, Long> limits() {
        return limits;
    }

    /** A row for what is the same in all; null where there are no customers. */
    PlainRow any() {
        return any;
    }
}
