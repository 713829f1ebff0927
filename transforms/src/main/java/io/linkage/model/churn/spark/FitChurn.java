package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.Leaks;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Profile;
import io.linkage.model.churn.Regression;
import io.linkage.model.quality.Counted;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.score.FeatureChurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits, calibrates and tests the regression of a night: guards first, then one fit where time tests it, or one for each fold
 * and one of all where there is a single day.
 */
final class FitChurn {
    /** Leaks show in as many rows as one machine holds with ease. */
    private static final int SAMPLE = 20_000;

    private final Definition definition;
    private final ChurnSettings settings;

    FitChurn(Definition definition, ChurnSettings settings) {
        this.definition = definition;
        this.settings = settings;
    }

    /** The fit on examples of {@link Examples#of}. */
    ChurnFit of(Dataset<Row> examples) {
        Dataset<Row> kept =
                examples.filter(FeatureChurn.HAS_CHURNED.col().isNotNull()).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Parts parts = Parts.of(kept, settings.folds());
            Dataset<Row> known = Examples.known(kept, parts);
            Profiles profiles = Profiles.of(known);
            Profile taught = profiles.of(parts.taught());
            Optional<ChurnFit> refused = Guard.refusal(definition, parts, taught, settings.leastEvents());
            return refused.isPresent() ? refused.get() : fitted(known, parts, profiles);
        } finally {
            kept.unpersist();
        }
    }

    private ChurnFit fitted(Dataset<Row> known, Parts parts, Profiles profiles) {
        Map<String, Double> leaks = Leaks.of(sample(known), Examples.LAYOUT, settings.leakageArea());
        Profile taught = profiles.of(parts.taught());
        Design design = design(taught, leaks);
        if (design.terms().isEmpty()) {
            return Guard.noFeatures(definition, parts, design);
        }
        List<Parts.Run> runs = parts.runs(ChurnModel.LOGISTIC);
        List<Regression> raw = new ArrayList<>();
        runs.forEach(run -> raw.add(fit(known, run, profiles, leaks)));
        Baselines naive = Baselines.of(definition, taught, design);
        Map<String, List<Counted>> margins = margins(known, parts, runs, raw, naive);
        List<Regression> calibrated = new ArrayList<>();
        raw.forEach(model ->
                calibrated.add(model.calibrated(line(margins, model.model().name()))));
        Regression champion = parts.inTime()
                ? calibrated.get(0)
                : LogisticFit.of(ChurnModel.LOGISTIC, known, design, settings.ridge())
                        .on(taught)
                        .calibrated(line(margins, Baselines.OUT_OF_FOLD));
        List<Regression> baselines = naive.fitted(margins.getOrDefault(Baselines.ALONE, List.of())).stream()
                .map(model -> new Regression(model, List.of(), taught.examples(), taught.events()))
                .toList();
        Map<String, List<Counted>> tested = Holdout.of(known, tested(runs, calibrated, baselines, parts));
        return new ChurnFit(
                definition.code(),
                Guard.verdict(parts, Guard.learned(definition, taught), design, tested, baselines),
                Optional.of(champion),
                parts.inTime() ? List.of() : calibrated,
                baselines,
                Guard.lastDay(definition, parts));
    }

    /** A digest of the customer decides which are looked at, not the order of rows. */
    private static List<Leaks.Example> sample(Dataset<Row> known) {
        return known
                .orderBy(
                        xxhash64(FeatureChurn.CUSTOMER_KEY.col(), FeatureChurn.FEATURE_DATE.col()),
                        FeatureChurn.CUSTOMER_KEY.col(),
                        FeatureChurn.FEATURE_DATE.col())
                .limit(SAMPLE)
                .collectAsList()
                .stream()
                .map(row -> new Leaks.Example(Examples.observed(row), Examples.left(row)))
                .toList();
    }

    private Design design(Profile profile, Map<String, Double> leaks) {
        return Design.of(profile, Examples.LAYOUT, settings.mostLevels(), leaks);
    }

    private Regression fit(Dataset<Row> known, Parts.Run run, Profiles profiles, Map<String, Double> leaks) {
        Dataset<Row> teach =
                known.filter(col(Examples.PART_NAME).isin(run.teach().toArray()));
        Set<Integer> parts = new TreeSet<>(run.teach());
        parts.addAll(run.calibrate());
        return LogisticFit.of(run.name(), teach, design(profiles.of(run.teach()), leaks), settings.ridge())
                .on(profiles.of(parts));
    }

    private static LogisticLine line(Map<String, List<Counted>> margins, String name) {
        LogisticLine line = LogisticLine.fit(margins.getOrDefault(name, List.of()));
        return new LogisticLine(LogisticFit.kept(line.intercept()), LogisticFit.kept(line.slope()));
    }

    /** Margins of each run on the part that calibrates it and on those that test it, and the naive feature. */
    private static Map<String, List<Counted>> margins(
            Dataset<Row> known, Parts parts, List<Parts.Run> runs, List<Regression> models, Baselines naive) {
        List<ChurnModel.Scorer> scorers = new ArrayList<>();
        models.forEach(model -> scorers.add(model.model().scorer(Examples.LAYOUT)));
        List<Parts.Run> fits = List.copyOf(runs);
        Set<Integer> taught = parts.taught();
        List<ChurnModel.Scorer> alone = naive.scorers();
        boolean inTime = parts.inTime();
        return Tally.of(known, row -> {
            List<Tally.Entry> entries = new ArrayList<>();
            int part = Examples.part(row);
            var observed = Examples.observed(row);
            for (int place = 0; place < fits.size(); place++) {
                if (fits.get(place).calibrate().contains(part)) {
                    entries.add(Baselines.entry(
                            fits.get(place).name(), scorers.get(place).margin(observed)));
                }
                if (!inTime && fits.get(place).tests().containsKey(part)) {
                    entries.add(Baselines.entry(
                            Baselines.OUT_OF_FOLD, scorers.get(place).margin(observed)));
                }
            }
            if (taught.contains(part)) {
                alone.forEach(scorer -> entries.add(Baselines.entry(Baselines.ALONE, scorer.margin(observed))));
            }
            return entries;
        });
    }

    private static List<Holdout.Tested> tested(
            List<Parts.Run> runs, List<Regression> models, List<Regression> baselines, Parts parts) {
        List<Holdout.Tested> tested = new ArrayList<>();
        for (int place = 0; place < runs.size(); place++) {
            tested.add(new Holdout.Tested(
                    ChurnModel.LOGISTIC,
                    models.get(place).model(),
                    runs.get(place).tests()));
        }
        baselines.forEach(model -> tested.add(new Holdout.Tested(model.model().name(), model.model(), parts.tests())));
        return tested;
    }
}
