package io.linkage.model.clv.spark;

import io.linkage.model.clv.History;
import io.linkage.model.clv.SeasonClock;
import io.linkage.model.quality.Metric;
import io.linkage.model.registry.QualityEntry;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Errors of forecast purchase days, beside those of the rate of each customer so far kept up. */
final class PurchaseErrors {
    private static final double DAYS_OF_WEEK = 7;
    private static final double PARTS_OF_DAY = 1e6;
    private static final String CONSTANT_RATE = "constant-rate";

    private final String slice;
    private final Optional<LocalDate> night;

    /** Of a slice of {@code mart_model_quality} and the night whose model it tests; empty: tonight's. */
    PurchaseErrors(String slice, Optional<LocalDate> night) {
        this.slice = slice;
        this.night = night;
    }

    /** A history, what then came, and how many customers of a group share both. */
    record Outcome(String group, History history, double came, long customers) {}

    /** Mean absolute error and bias of the model and of the naive forecast from one day to another; none without outcomes. */
    List<QualityEntry> of(FittedModel champion, LocalDate end, LocalDate until, List<Outcome> unordered) {
        if (unordered.isEmpty()) {
            return List.of();
        }
        // Sums of real numbers depend on their order: it must not be that of the rows.
        List<Outcome> outcomes = unordered.stream()
                .sorted(Comparator.comparing(Outcome::history)
                        .thenComparing(Outcome::came)
                        .thenComparing(Outcome::group, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        double weeks = ChronoUnit.DAYS.between(end, until) / DAYS_OF_WEEK;
        List<Metric> ofNaive = metrics(outcomes, outcome -> rate(outcome.history()) * weeks);
        List<Metric> ofModel = metrics(outcomes, forecast(champion, end, weeks));
        String model = champion.model().purchases().name();
        List<QualityEntry> entries = new ArrayList<>();
        for (int place = 0; place < ofModel.size(); place++) {
            Metric beside = ofNaive.get(place);
            entries.add(new QualityEntry(
                    test(model, Model.CHAMPION, outcomes),
                    ofModel.get(place),
                    Optional.of(new QualityEntry.Baseline(CONSTANT_RATE, beside.estimate()))));
            entries.add(new QualityEntry(test(CONSTANT_RATE, Model.BASELINE, outcomes), beside, Optional.empty()));
        }
        return entries;
    }

    private static ToDoubleFunction<Outcome> forecast(FittedModel champion, LocalDate end, double weeks) {
        SeasonClock clock = champion.clock();
        double ahead = clock.weeksAhead(end, weeks);
        return outcome -> champion.ofGroup(outcome.group())
                .purchases()
                .expectedPurchases(on(clock, outcome.history(), end), ahead);
    }

    private static History on(SeasonClock clock, History history, LocalDate end) {
        return clock.history(history.frequency(), days(history.recency()), days(history.age()), end);
    }

    /** Whole days come out whole. */
    private static double days(double weeks) {
        return Math.round(weeks * DAYS_OF_WEEK * PARTS_OF_DAY) / PARTS_OF_DAY;
    }

    private static double rate(History history) {
        return history.age() > 0 ? history.frequency() / history.age() : 0;
    }

    private QualityEntry.Test test(String model, String role, List<Outcome> outcomes) {
        long customers = outcomes.stream().mapToLong(Outcome::customers).sum();
        return new QualityEntry.Test(ModelRows.PURCHASES, model, role, slice, customers, -1, night);
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
}
