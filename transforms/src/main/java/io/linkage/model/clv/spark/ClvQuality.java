package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Inputs;
import io.linkage.model.clv.History;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SeasonClock;
import io.linkage.model.quality.Metric;
import io.linkage.model.registry.QualityEntry;
import io.linkage.settings.ClvSettings;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Forecast purchase days against those that came after the end of calibration, beside the rate of each customer so far kept
 * up. There is nothing to hold a forecast against where the business date itself ends the calibration.
 */
public final class ClvQuality {
    private static final double DAYS_OF_WEEK = 7;
    private static final String CONSTANT_RATE = "constant-rate";

    private ClvQuality() {}

    /** A history, what then came, and how many customers share both. */
    private record Outcome(String group, History history, double came, long customers) {}

    /** Mean absolute error and bias on the holdout; none where there is no holdout or no model. */
    public static List<QualityEntry> of(Inputs in, List<Row> models) {
        LocalDate end = in.settings(ClvSettings.class).calibrationEnd(in.asOf());
        Optional<FittedModel> champion = FittedModel.from(models);
        if (!end.isBefore(in.asOf()) || champion.isEmpty()) {
            return List.of();
        }
        double weeks = ChronoUnit.DAYS.between(end, in.asOf()) / DAYS_OF_WEEK;
        List<Outcome> outcomes = outcomes(in.rows(FeatureCustomer.TABLE));
        if (outcomes.isEmpty()) {
            return List.of();
        }
        PurchaseModel purchases = champion.get().model().purchases();
        SeasonClock clock = champion.get().clock();
        double ahead = clock.weeksAhead(end, weeks);
        ToDoubleFunction<Outcome> model = outcome -> champion.get()
                .ofGroup(outcome.group())
                .purchases()
                .expectedPurchases(on(clock, outcome.history(), end), ahead);
        ToDoubleFunction<Outcome> naive = outcome -> rate(outcome.history()) * weeks;
        List<QualityEntry> entries = new ArrayList<>();
        List<Metric> ofNaive = metrics(outcomes, naive);
        List<Metric> ofModel = metrics(outcomes, model);
        for (int place = 0; place < ofModel.size(); place++) {
            Metric beside = ofNaive.get(place);
            entries.add(new QualityEntry(
                    test(purchases.name(), Model.CHAMPION, outcomes),
                    ofModel.get(place),
                    Optional.of(new QualityEntry.Baseline(CONSTANT_RATE, beside.estimate()))));
            entries.add(new QualityEntry(test(CONSTANT_RATE, Model.BASELINE, outcomes), beside, Optional.empty()));
        }
        return entries;
    }

    private static History on(SeasonClock clock, History history, LocalDate end) {
        return clock.history(
                history.frequency(),
                Math.round(history.recency() * DAYS_OF_WEEK),
                Math.round(history.age() * DAYS_OF_WEEK),
                end);
    }

    private static double rate(History history) {
        return history.age() > 0 ? history.frequency() / history.age() : 0;
    }

    private static QualityEntry.Test test(String model, String role, List<Outcome> outcomes) {
        long customers = outcomes.stream().mapToLong(Outcome::customers).sum();
        return new QualityEntry.Test(ModelRows.PURCHASES, model, role, ModelQuality.HOLDOUT, customers, -1);
    }

    private static List<Metric> metrics(List<Outcome> outcomes, ToDoubleFunction<Outcome> forecast) {
        double error = 0;
        double bias = 0;
        double squares = 0;
        long customers = 0;
        for (Outcome outcome : outcomes) {
            double distance = forecast.applyAsDouble(outcome) - outcome.came();
            error += Math.abs(distance) * outcome.customers();
            bias += distance * outcome.customers();
            squares += distance * distance * outcome.customers();
            customers += outcome.customers();
        }
        return List.of(Metric.mean("mae", error, squares, customers), Metric.mean("bias", bias, squares, customers));
    }

    private static List<Outcome> outcomes(Dataset<Row> features) {
        // All purchase days so far, less the first one and those that calibrated.
        Column came = FeatureCustomer.PURCHASE_DAY_COUNT
                .col()
                .minus(FeatureCustomer.FREQUENCY_COUNT.col())
                .minus(1);
        return features
                .filter(FeatureCustomer.AGE_WEEKS.col().isNotNull())
                .groupBy(
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        CalibrationRows.days(FeatureCustomer.RECENCY_WEEKS.col())
                                .as("recency_in_days"),
                        CalibrationRows.days(FeatureCustomer.AGE_WEEKS.col()).as("age_in_days"),
                        came.as("came"),
                        FeatureCustomer.CLV_GROUP_CODE.col())
                .agg(count(lit(1)).as("customers"))
                .collectAsList()
                .stream()
                .map(row -> new Outcome(
                        row.getString(4),
                        History.ofDays(row.getLong(0), row.getInt(1), row.getInt(2)),
                        row.getLong(3),
                        row.getLong(5)))
                // Sums of real numbers depend on their order: it must not be that of the rows.
                .sorted(Comparator.comparing(Outcome::history)
                        .thenComparing(Outcome::came)
                        .thenComparing(Outcome::group, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
