package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.Course;
import io.linkage.model.churn.Hazard;
import io.linkage.model.churn.HazardFit;
import io.linkage.model.churn.HazardTrial;
import io.linkage.model.contract.ContractModel;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Metric;
import io.linkage.model.registry.ModelEntry;
import io.linkage.model.registry.QualityEntry;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The hazard and its benchmark as {@code ops_model} holds them, and what they are worth on rows that test them. */
final class HazardModels {
    /** The subject is this and the definition of leaving. */
    static final String SUBJECT = "hazard-";

    private static final String WINDOW = "window-";
    private static final String SLOPE = "slope";

    private HazardModels() {}

    /** Rows of a fit. */
    static List<ModelEntry> entries(String definition, HazardFit found, LocalDate lastDay) {
        boolean scores = found.verdict().fitted();
        ModelEntry.Fit fit = fit(definition, Hazard.NAME, scores ? Model.CHAMPION : Model.REFUSED, found, lastDay);
        if (found.model().isEmpty()) {
            return List.of(new ModelEntry(fit, ModelEntry.NONE, Double.NaN, Double.NaN, Double.NaN));
        }
        List<ModelEntry> entries = new ArrayList<>();
        Hazard hazard = found.model().get();
        for (int window = 2; window <= hazard.windows(); window++) {
            entries.add(parameter(
                    fit,
                    window(window),
                    hazard.intercepts().get(window - 2),
                    found.errors().get(window - 2)));
        }
        entries.add(parameter(
                fit, SLOPE, hazard.slope(), found.errors().get(found.errors().size() - 1)));
        found.benchmark().ifPresent(model -> {
            ModelEntry.Fit shared = fit(definition, model.name(), Model.BASELINE, found, lastDay);
            model.parameters().forEach((name, value) -> entries.add(parameter(shared, name, value, Double.NaN)));
        });
        return entries;
    }

    private static ModelEntry.Fit fit(
            String definition, String model, String role, HazardFit found, LocalDate lastDay) {
        return new ModelEntry.Fit(
                SUBJECT + definition,
                model,
                role,
                found.verdict().code().name(),
                found.verdict().reason(),
                Double.NaN,
                found.examples(),
                found.events(),
                lastDay);
    }

    private static ModelEntry parameter(ModelEntry.Fit fit, String name, double value, double error) {
        double known = Double.isFinite(error) ? LogisticFit.kept(error) : Double.NaN;
        return new ModelEntry(fit, name, LogisticFit.kept(value), known, Double.NaN);
    }

    private static String window(int window) {
        return String.format(java.util.Locale.ROOT, WINDOW + "%02d", window);
    }

    /** The hazard that scores beside a churn model; empty where the guards refused it. */
    static Optional<Hazard> champion(List<Row> models, String definition) {
        return hazard(models, definition, Model.CHAMPION);
    }

    private static Optional<Hazard> hazard(List<Row> models, String definition, String... roles) {
        Map<String, Double> parameters = new TreeMap<>(models.stream()
                .filter(row -> isOf(row, definition) && List.of(roles).contains(text(row, Model.ROLE_CODE.name())))
                .filter(row -> row.getAs(Model.PARAMETER_ESTIMATE.name()) != null)
                .collect(Collectors.toMap(
                        row -> text(row, Model.PARAMETER_CODE.name()),
                        row -> row.<Double>getAs(Model.PARAMETER_ESTIMATE.name()))));
        Double slope = parameters.remove(SLOPE);
        return slope == null ? Optional.empty() : Optional.of(new Hazard(List.copyOf(parameters.values()), slope));
    }

    /** Concordance and Brier score by the end of the horizon, the benchmark's beside them; one job, none without a fit. */
    static List<QualityEntry> quality(Inputs in, List<Row> models, Dataset<Row> examples, RecordedChurn churn) {
        String definition = churn.subject().substring(ChurnModels.SUBJECT.length());
        Optional<Hazard> recorded = hazard(models, definition, Model.CHAMPION, Model.REFUSED);
        if (recorded.isEmpty()) {
            return List.of();
        }
        ChurnSettings settings = in.settings(ChurnSettings.class);
        Dataset<Row> known = examples.filter(FeatureChurn.HAS_CHURNED.col().isNotNull());
        List<Course> courses =
                Courses.of(known, Parts.of(known, settings.folds()), settings.windowDays(), churn.model());
        String role = champion(models, definition).isPresent() ? Model.CHAMPION : Model.REFUSED;
        Hazard hazard = recorded.get();
        List<QualityEntry> entries = new ArrayList<>();
        Map<String, QualityEntry.Baseline> beside = new TreeMap<>();
        benchmark(models, definition).ifPresent(model -> {
            double left = 1 - model.survival(hazard.windows());
            HazardTrial trial = HazardTrial.of(left, hazard.windows(), courses);
            for (Metric metric : List.of(trial.concordance(), trial.brier())) {
                beside.put(metric.code(), new QualityEntry.Baseline(model.name(), metric.estimate()));
                entries.add(new QualityEntry(
                        test(definition, model.name(), Model.BASELINE, trial), metric, Optional.empty()));
            }
        });
        HazardTrial trial = HazardTrial.of(hazard, courses);
        for (Metric metric : List.of(trial.concordance(), trial.brier())) {
            entries.add(new QualityEntry(
                    test(definition, Hazard.NAME, role, trial),
                    metric,
                    Optional.ofNullable(beside.get(metric.code()))));
        }
        return entries;
    }

    private static QualityEntry.Test test(String definition, String model, String role, HazardTrial trial) {
        List<Counted> rows = trial.counts();
        return new QualityEntry.Test(
                SUBJECT + definition,
                model,
                role,
                ModelQuality.CUSTOMER_OUT,
                Counted.examples(rows),
                Counted.events(rows));
    }

    private static Optional<ContractModel> benchmark(List<Row> models, String definition) {
        List<Row> rows = models.stream()
                .filter(row -> isOf(row, definition)
                        && text(row, Model.ROLE_CODE.name()).equals(Model.BASELINE))
                .toList();
        Map<String, Double> parameters = rows.stream()
                .collect(Collectors.toMap(
                        row -> text(row, Model.PARAMETER_CODE.name()),
                        row -> row.<Double>getAs(Model.PARAMETER_ESTIMATE.name())));
        return rows.stream().findFirst().map(row -> ContractModel.of(text(row, Model.MODEL_CODE.name()), parameters));
    }

    private static boolean isOf(Row row, String definition) {
        return text(row, Model.SUBJECT_CODE.name()).equals(SUBJECT + definition);
    }

    private static String text(Row row, String column) {
        return row.getAs(column);
    }
}
