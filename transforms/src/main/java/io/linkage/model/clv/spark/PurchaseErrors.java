package io.linkage.model.clv.spark;

import io.linkage.model.clv.History;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.quality.Metric;
import io.linkage.model.registry.QualityEntry;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Errors of forecast purchase days, beside those of the rate of each customer so far kept up. */
final class PurchaseErrors {
    private static final String CONSTANT_RATE = "constant-rate";

    private final String slice;
    private final Optional<LocalDate> night;

    /** Of a slice of {@code mart_model_quality} and the night whose model it tests; empty: tonight's. */
    PurchaseErrors(String slice, Optional<LocalDate> night) {
        this.slice = slice;
        this.night = night;
    }

    /** A history, what then came, and how many customers share both. */
    record Outcome(History history, double came, long customers) {}

    /** Mean absolute error and bias of the model and of the naive forecast; none without outcomes. */
    List<QualityEntry> of(PurchaseModel purchases, double weeks, List<Outcome> unordered) {
        if (unordered.isEmpty()) {
            return List.of();
        }
        // Sums of real numbers depend on their order: it must not be that of the rows.
        List<Outcome> outcomes = unordered.stream()
                .sorted(Comparator.comparing(Outcome::history).thenComparing(Outcome::came))
                .toList();
        ToDoubleFunction<History> model = history -> purchases.expectedPurchases(history, weeks);
        ToDoubleFunction<History> naive =
                history -> history.age() > 0 ? history.frequency() / history.age() * weeks : 0;
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

    private QualityEntry.Test test(String model, String role, List<Outcome> outcomes) {
        long customers = outcomes.stream().mapToLong(Outcome::customers).sum();
        return new QualityEntry.Test(ModelRows.PURCHASES, model, role, slice, customers, -1, night);
    }

    private static List<Metric> metrics(List<Outcome> outcomes, ToDoubleFunction<History> forecast) {
        double error = 0;
        double bias = 0;
        double squares = 0;
        long customers = 0;
        for (Outcome outcome : outcomes) {
            double distance = forecast.applyAsDouble(outcome.history()) - outcome.came();
            error += Math.abs(distance) * outcome.customers();
            bias += distance * outcome.customers();
            squares += distance * distance * outcome.customers();
            customers += outcome.customers();
        }
        return List.of(Metric.mean("mae", error, squares, customers), Metric.mean("bias", bias, squares, customers));
    }
}
