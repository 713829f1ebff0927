package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Money;
import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.CountedOutcome;
import io.linkage.model.clv.CountedSpend;
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

/** The histories and spends of buyers with their counts, and what a clock makes of them. */
final class CalibrationRows {
    private static final double DAYS_OF_WEEK = 7;
    private static final double HALF = 0.5;

    private final Dataset<Row> buyers;
    private final Counts counts;
    private final LocalDate end;

    private CalibrationRows(Dataset<Row> buyers, Counts counts, LocalDate end) {
        this.buyers = buyers;
        this.counts = counts;
        this.end = end;
    }

    /** @param resolution how finely they are told apart */
    static CalibrationRows of(Dataset<Row> features, LocalDate end, int selectionDays, Resolution resolution) {
        Column isBuyer = FeatureCustomer.AGE_WEEKS.col().isNotNull();
        Column frequency = when(isBuyer, FeatureCustomer.FREQUENCY_COUNT.col());
        Column selected = when(isBuyer, FeatureCustomer.SELECTION_FREQUENCY_COUNT.col());
        Column age = days(FeatureCustomer.AGE_WEEKS.col());
        Counts counts = Counts.of(
                features,
                resolution,
                List.of(FeatureCustomer.MARGIN_AMOUNT.col(), sales()),
                Counts.history(
                        FeatureCustomer.CLV_GROUP_CODE.col(),
                        frequency,
                        days(FeatureCustomer.RECENCY_WEEKS.col()),
                        age),
                Counts.outcome(
                        Counts.NO_GROUP,
                        selected,
                        days(FeatureCustomer.SELECTION_RECENCY_WEEKS.col()),
                        age.minus(selectionDays),
                        frequency.minus(selected)),
                Counts.spend(frequency, FeatureCustomer.REPEAT_SPEND_AMOUNT.col()));
        return new CalibrationRows(features.filter(isBuyer), counts, end);
    }

    /** What spend models see: nothing that came back is taken off. */
    private static Column sales() {
        return FeatureCustomer.NET_REVENUE_AMOUNT.col().minus(FeatureCustomer.RETURN_AMOUNT.col());
    }

    /** Weeks of the warehouse as whole days. */
    static Column days(Column weeks) {
        // round() of a double goes through its decimal digits, which costs more than all else that is done with it.
        return floor(weeks.multiply(DAYS_OF_WEEK).plus(HALF)).cast("int");
    }

    /**
     * Margin over sales of everyone, buyers or not: what of a forecast sale is left after the cost of goods and after what comes
     * back. The standard where there are no sales to observe it on.
     */
    double marginShare(double standard) {
        BigDecimal margin = Money.ofCents(counts.totals()[0]);
        BigDecimal sales = Money.ofCents(counts.totals()[1]);
        return sales.signum() > 0 ? margin.doubleValue() / sales.doubleValue() : standard;
    }

    /** What purchase models are fitted to, on a clock. */
    PurchaseData purchases(ClvSettings settings, SeasonClock clock) {
        Map<String, List<CountedHistory>> groups = new TreeMap<>(counts.histories().stream()
                .filter(row -> row.group().isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.group().get(),
                        Collectors.mapping(row -> history(row, clock), Collectors.toList()))));
        return new PurchaseData(histories(clock), selection(settings.selectionDays(), clock), groups);
    }

    /** Histories up to the end of calibration, on a clock. */
    List<CountedHistory> histories(SeasonClock clock) {
        return CountedHistory.merge(
                counts.histories().stream().map(row -> history(row, clock)).toList());
    }

    private CountedHistory history(Counts.Days row, SeasonClock clock) {
        return new CountedHistory(clock.history(row.frequency(), row.recency(), row.age(), end), row.customers());
    }

    private Optional<Selection> selection(int days, SeasonClock clock) {
        LocalDate earlier = end.minusDays(days);
        List<CountedOutcome> outcomes = counts.outcomes().stream()
                .map(row -> new CountedOutcome(
                        clock.history(row.frequency(), row.recency(), row.age(), earlier), row.came(), row.customers()))
                .toList();
        return outcomes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Selection(outcomes, clock.between(earlier, end) / DAYS_OF_WEEK));
    }

    /** Spends of those who bought again. */
    List<CountedSpend> spends() {
        return counts.spends();
    }

    /** Customers by the day of their first purchase. */
    Map<LocalDate, Long> firstDays() {
        return buyers
                .groupBy(days(FeatureCustomer.AGE_WEEKS.col()).as("age_in_days"))
                .agg(count(lit(1)))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(
                        row -> end.minusDays(row.getInt(0)), row -> row.getLong(1), Long::sum, TreeMap::new));
    }
}
