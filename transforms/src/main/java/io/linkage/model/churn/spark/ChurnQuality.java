package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Metric;
import io.linkage.model.quality.Profit;
import io.linkage.model.quality.Quality;
import io.linkage.model.quality.Retention;
import io.linkage.model.registry.QualityEntry;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** The recorded churn models on rows that they did not learn from, the regression beside the naive ones. */
public final class ChurnQuality {
    private ChurnQuality() {}

    /** All metrics; none where nothing was fitted. */
    public static List<QualityEntry> of(Inputs in, List<Row> models) {
        return Stream.of(FeatureChurn.AT_RISK, FeatureChurn.LAPSED, FeatureChurn.PROSPECT)
                .flatMap(population -> of(in, models, population).stream())
                .toList();
    }

    private static List<QualityEntry> of(Inputs in, List<Row> models, String population) {
        List<RecordedChurn> recorded = RecordedChurn.from(models, Definition.subjectOf(population));
        List<RecordedChurn> judged = recorded.stream()
                .filter(model -> Candidate.kinds().contains(model.model().name()))
                .toList();
        if (judged.isEmpty()) {
            return List.of();
        }
        Dataset<Row> examples = Examples.of(in, population).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return of(in, models, population, examples, recorded, judged);
        } finally {
            examples.unpersist();
        }
    }

    private static List<QualityEntry> of(
            Inputs in,
            List<Row> models,
            String population,
            Dataset<Row> examples,
            List<RecordedChurn> recorded,
            List<RecordedChurn> judged) {
        // The profit is one of keeping customers.
        Optional<Retention> campaign =
                population.equals(FeatureChurn.AT_RISK) ? Optional.of(Stake.campaign(in)) : Optional.empty();
        List<QualityEntry> entries = new ArrayList<>(of(in, examples, recorded, judged, campaign));
        judged.stream().filter(model -> model.role().equals(Model.CHAMPION)).forEach(champion -> {
            entries.addAll(Drift.of(in, examples, champion));
            entries.addAll(HazardModels.quality(in, models, examples, champion));
        });
        return entries;
    }

    private static List<QualityEntry> of(
            Inputs in,
            Dataset<Row> examples,
            List<RecordedChurn> recorded,
            List<RecordedChurn> judged,
            Optional<Retention> campaign) {
        int folds = in.settings(ChurnSettings.class).folds();
        Parts parts = Parts.of(examples.filter(FeatureChurn.HAS_CHURNED.col().isNotNull()), folds);
        Dataset<Row> known = Examples.known(examples, parts);
        Map<String, List<Counted>> counts = Holdout.of(known, tested(recorded, judged, parts));
        String subject = judged.get(0).subject();
        List<ChurnModel> baselines = baselines(recorded);
        List<QualityEntry> entries = new ArrayList<>();
        for (String slice : new TreeSet<>(parts.tests().values())) {
            // The feature alone is the harder of the two to beat; it is missing where it does not vary.
            String naive = baselines.get(baselines.size() - 1).name();
            Map<String, Double> beside =
                    metrics(counts.getOrDefault(Holdout.key(naive, slice), List.of()), campaign).stream()
                            .collect(Collectors.toMap(Metric::code, Metric::estimate));
            judged.forEach(model -> entries.addAll(entries(
                    new Side(subject, model.model().name(), model.role(), slice),
                    counts,
                    campaign,
                    metric -> Optional.ofNullable(beside.get(metric.code()))
                            .map(estimate -> new QualityEntry.Baseline(naive, estimate)))));
            baselines.forEach(model -> entries.addAll(entries(
                    new Side(subject, model.name(), Model.BASELINE, slice),
                    counts,
                    campaign,
                    metric -> Optional.empty())));
        }
        return entries;
    }

    /** A model on a slice. */
    private record Side(String subject, String model, String role, String slice) {}

    private static List<QualityEntry> entries(
            Side side,
            Map<String, List<Counted>> counts,
            Optional<Retention> campaign,
            java.util.function.Function<Metric, Optional<QualityEntry.Baseline>> baseline) {
        List<Counted> rows = counts.getOrDefault(Holdout.key(side.model(), side.slice()), List.of());
        QualityEntry.Test test = new QualityEntry.Test(
                side.subject(), side.model(), side.role(), side.slice(), Counted.examples(rows), Counted.events(rows));
        return metrics(rows, campaign).stream()
                .map(metric -> new QualityEntry(test, metric, baseline.apply(metric)))
                .toList();
    }

    private static List<Metric> metrics(List<Counted> rows, Optional<Retention> campaign) {
        List<Metric> metrics = new ArrayList<>(Quality.of(rows));
        campaign.ifPresent(retention -> metrics.addAll(Profit.of(rows, retention)));
        return metrics;
    }

    /** The base rate first. */
    private static List<ChurnModel> baselines(List<RecordedChurn> recorded) {
        return recorded.stream()
                .filter(model -> model.role().equals(Model.BASELINE))
                .map(RecordedChurn::model)
                .sorted(Comparator.comparingInt(model -> model.terms().size()))
                .toList();
    }

    private static List<Holdout.Tested> tested(List<RecordedChurn> recorded, List<RecordedChurn> judged, Parts parts) {
        Map<String, ChurnModel> byName =
                recorded.stream().map(RecordedChurn::model).collect(Collectors.toMap(ChurnModel::name, model -> model));
        List<Holdout.Tested> tested = new ArrayList<>();
        for (RecordedChurn model : judged) {
            String name = model.model().name();
            parts.runs(name).forEach(run -> tested.add(new Holdout.Tested(name, byName.get(run.name()), run.tests())));
        }
        baselines(recorded).forEach(model -> tested.add(new Holdout.Tested(model.name(), model, parts.tests())));
        return tested;
    }
}
