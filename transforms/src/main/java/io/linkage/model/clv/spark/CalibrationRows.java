package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.CountedOutcome;
import io.linkage.model.clv.CountedSpend;
import io.linkage.model.clv.History;
import io.linkage.model.clv.PurchaseData;
import io.linkage.model.clv.SeasonClock;
import io.linkage.model.clv.Selection;
import io.linkage.settings.ClvSettings;
import io.linkage.table.score.FeatureCustomer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The distinct histories of buyers with their counts, in whole days. */
final class CalibrationRows {
    private static final double DAYS_OF_WEEK = 7;

    private final List<Counted> rows;
    private final LocalDate end;

    private CalibrationRows(List<Counted> rows, LocalDate end) {
        this.rows = rows;
        this.end = end;
    }

    /** One distinct history; the selection is negative where there was no purchase by the earlier day. */
    private record Counted(
            long frequency,
            int recencyDays,
            int ageDays,
            BigDecimal spend,
            long selectionFrequency,
            int selectionRecencyDays,
            Optional<String> group,
            long customers) {
        static Counted of(Row row) {
            boolean selected = !row.isNullAt(4);
            return new Counted(
                    row.getLong(0),
                    row.getInt(1),
                    row.getInt(2),
                    row.getDecimal(3),
                    selected ? row.getLong(4) : -1,
                    selected ? row.getInt(5) : -1,
                    Optional.ofNullable(row.getString(6)),
                    row.getLong(7));
        }
    }

    static CalibrationRows of(Dataset<Row> features, LocalDate end) {
        List<Row> rows = features.filter(FeatureCustomer.AGE_WEEKS.col().isNotNull())
                .groupBy(
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        days(FeatureCustomer.RECENCY_WEEKS.col()).as("recency_in_days"),
                        days(FeatureCustomer.AGE_WEEKS.col()).as("age_in_days"),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col(),
                        FeatureCustomer.SELECTION_FREQUENCY_COUNT.col(),
                        days(FeatureCustomer.SELECTION_RECENCY_WEEKS.col()).as("selection_recency_in_days"),
                        FeatureCustomer.CLV_GROUP_CODE.col())
                .agg(count(lit(1)).as("customers"))
                .collectAsList();
        return new CalibrationRows(rows.stream().map(Counted::of).toList(), end);
    }

    /** Weeks of the warehouse as whole days. */
    static Column days(Column weeks) {
        return round(weeks.multiply(DAYS_OF_WEEK)).cast("int");
    }

    /** What purchase models are fitted to, on a clock. */
    PurchaseData purchases(ClvSettings settings, SeasonClock clock) {
        Map<String, List<CountedHistory>> groups = new TreeMap<>(rows.stream()
                .filter(row -> row.group().isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.group().get(),
                        Collectors.mapping(row -> history(row, clock), Collectors.toList()))));
        return new PurchaseData(histories(clock), selection(settings.selectionDays(), clock), groups);
    }

    /** Histories up to the end of calibration, on a clock. */
    List<CountedHistory> histories(SeasonClock clock) {
        return CountedHistory.merge(
                rows.stream().map(row -> history(row, clock)).toList());
    }

    private CountedHistory history(Counted row, SeasonClock clock) {
        History history = clock.history(row.frequency(), row.recencyDays(), row.ageDays(), end);
        return new CountedHistory(history, row.customers());
    }

    private Optional<Selection> selection(int days, SeasonClock clock) {
        LocalDate earlier = end.minusDays(days);
        List<CountedOutcome> outcomes = rows.stream()
                .filter(row -> row.selectionFrequency() >= 0)
                .map(row -> new CountedOutcome(
                        clock.history(
                                row.selectionFrequency(), row.selectionRecencyDays(), row.ageDays() - days, earlier),
                        row.frequency() - row.selectionFrequency(),
                        row.customers()))
                .toList();
        return outcomes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Selection(outcomes, clock.between(earlier, end) / DAYS_OF_WEEK));
    }

    /** Spends of those who bought again. */
    List<CountedSpend> spends() {
        return CountedSpend.merge(rows.stream()
                .filter(row -> row.frequency() > 0 && row.spend().signum() > 0)
                .map(row ->
                        new CountedSpend(row.frequency(), row.spend().doubleValue() / row.frequency(), row.customers()))
                .toList());
    }

    /** Customers by the day of their first purchase. */
    Map<LocalDate, Long> firstDays() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> end.minusDays(row.ageDays()), TreeMap::new, Collectors.summingLong(Counted::customers)));
    }
}
