package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Metric;
import io.linkage.model.quality.Quality;
import io.linkage.model.registry.QualityEntry;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The recorded churn models on rows that they did not learn from, the regression beside the naive ones. */
public final class ChurnQuality {
    private ChurnQuality() {}

    /** All metrics; none where nothing was fitted. */
    public static List<QualityEntry> of(Inputs in, List<Row> models) {
        List<RecordedChurn> recorded = RecordedChurn.from(models);
        Optional<RecordedChurn> regression = recorded.stream()
                .filter(model -> model.model().name().equals(ChurnModel.LOGISTIC))
                .findFirst();
        return regression.map(found -> of(in, recorded, found)).orElse(List.of());
    }

    private static List<QualityEntry> of(Inputs in, List<RecordedChurn> recorded, RecordedChurn regression) {
        int folds = in.settings(ChurnSettings.class).folds();
        Parts parts = Parts.of(
                in.rows(FeatureChurn.TABLE)
                        .filter(FeatureChurn.HAS_CHURNED.col().isNotNull()),
                folds);
        Dataset<Row> known = Examples.known(Examples.of(in), parts);
        Map<String, List<Counted>> counts = Holdout.of(known, tested(recorded, parts));
        List<ChurnModel> baselines = baselines(recorded);
        List<QualityEntry> entries = new ArrayList<>();
        for (String slice : new TreeSet<>(parts.tests().values())) {
            // The feature alone is the harder of the two to beat; it is missing where it does not vary.
            String naive = baselines.get(baselines.size() - 1).name();
            Map<String, Double> beside = Quality.of(counts.getOrDefault(Holdout.key(naive, slice), List.of())).stream()
                    .collect(Collectors.toMap(Metric::code, Metric::estimate));
            entries.addAll(entries(
                    regression.subject(),
                    ChurnModel.LOGISTIC,
                    regression.role(),
                    slice,
                    counts,
                    metric -> Optional.ofNullable(beside.get(metric.code()))
                            .map(estimate -> new QualityEntry.Baseline(naive, estimate))));
            baselines.forEach(model -> entries.addAll(entries(
                    regression.subject(), model.name(), Model.BASELINE, slice, counts, metric -> Optional.empty())));
        }
        return entries;
    }

    private static List<QualityEntry> entries(
            String subject,
            String model,
            String role,
            String slice,
            Map<String, List<Counted>> counts,
            java.util.function.Function<Metric, Optional<QualityEntry.Baseline>> baseline) {
        List<Counted> rows = counts.getOrDefault(Holdout.key(model, slice), List.of());
        QualityEntry.Test test =
                new QualityEntry.Test(subject, model, role, slice, Counted.examples(rows), Counted.events(rows));
        return Quality.of(rows).stream()
                .map(metric -> new QualityEntry(test, metric, baseline.apply(metric)))
                .toList();
    }

    /** The base rate first. */
    private static List<ChurnModel> baselines(List<RecordedChurn> recorded) {
        return recorded.stream()
                .filter(model -> model.role().equals(Model.BASELINE))
                .map(RecordedChurn::model)
                .sorted(java.util.Comparator.comparingInt(model -> model.terms().size()))
                .toList();
    }

    private static List<Holdout.Tested> tested(List<RecordedChurn> recorded, Parts parts) {
        Map<String, ChurnModel> byName =
                recorded.stream().map(RecordedChurn::model).collect(Collectors.toMap(ChurnModel::name, model -> model));
        List<Holdout.Tested> tested = new ArrayList<>();
        parts.runs(ChurnModel.LOGISTIC)
                .forEach(run ->
                        tested.add(new Holdout.Tested(ChurnModel.LOGISTIC, byName.get(run.name()), run.tests())));
        baselines(recorded).forEach(model -> tested.add(new Holdout.Tested(model.name(), model, parts.tests())));
        return tested;
    }
}
