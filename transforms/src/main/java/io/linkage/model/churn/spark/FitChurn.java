package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.HazardFit;
import io.linkage.model.churn.Leaks;
import io.linkage.model.churn.Profile;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Verdict;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Metric;
import io.linkage.model.quality.Retention;
import io.linkage.settings.ChurnSettings;
import io.linkage.settings.TreeSettings;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits, calibrates and tests the models of a night: guards first, then one fit where time tests it, or one for each fold
 * and one of all where there is a single day.
 */
final class FitChurn {
    private final Definition definition;
    private final ChurnSettings settings;
    private final TreeSettings trees;
    private final Retention campaign;

    FitChurn(Inputs in, Definition definition) {
        this.definition = definition;
        this.settings = in.settings(ChurnSettings.class);
        this.trees = in.settings(TreeSettings.class);
        this.campaign = Stake.campaign(in);
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
            return refused.isPresent() ? refused.get() : timed(fitted(known, parts, profiles), kept, parts);
        } finally {
            kept.unpersist();
        }
    }

    /** With the window in which customers leave; of a snapshot, and of those who are to be won, there is no such time. */
    private ChurnFit timed(ChurnFit fit, Dataset<Row> kept, Parts parts) {
        if (!definition.isLeaving() || definition.isStated()) {
            return fit;
        }
        return fit.champion()
                .map(champion -> fit.timed(HazardFit.of(
                        Courses.of(kept, parts, settings.windowDays(), champion),
                        parts.days().size(),
                        settings.leastEvents())))
                .orElse(fit);
    }

    private ChurnFit fitted(Dataset<Row> known, Parts parts, Profiles profiles) {
        Sample sample = Sample.of(known, growsTrees() ? Math.max(Sample.LEAKS, trees.mostExamples()) : Sample.LEAKS);
        Map<String, Double> leaks =
                Leaks.of(sample.leaks(), Examples.LAYOUT, settings.leakageArea(), settings.mostLevels());
        leaks.keySet().removeAll(settings.deniedFeatures());
        Map<String, String> barred = Leaks.barred(settings.deniedFeatures(), leaks);
        return fitted(known, parts, profiles, sample, new Fits(known, parts, profiles, barred, settings))
                .leaking(leaks);
    }

    /** The profit that decides about trees is one of keeping customers: who is to be won is scored by the regression. */
    private boolean growsTrees() {
        return definition.isLeaving() && settings.growsTrees();
    }

    private ChurnFit fitted(Dataset<Row> known, Parts parts, Profiles profiles, Sample sample, Fits fits) {
        Design design = fits.design(parts.taught());
        if (design.terms().isEmpty()) {
            return Guard.noFeatures(definition, parts, design);
        }
        Profile taught = profiles.of(parts.taught());
        Baselines naive = Baselines.of(definition, taught, design);
        List<Candidate> raw = new ArrayList<>();
        raw.add(fits.regression());
        if (growsTrees()) {
            raw.add(fits.trees(sample, trees));
        }
        Map<String, List<Counted>> margins = Margins.of(known, parts, raw, naive);
        List<Candidate> candidates = raw.stream()
                .map(model -> model.calibrated(settings.calibration(), margins, parts.inTime()))
                .toList();
        List<Regression> baselines = naive.fitted(margins.getOrDefault(Baselines.ALONE, List.of())).stream()
                .map(model -> new Regression(model, List.of(), taught.examples(), taught.events()))
                .toList();
        Map<String, List<Counted>> tested = Holdout.of(known, tested(candidates, baselines, parts));
        List<Verdict> verdicts = candidates.stream()
                .map(model -> Guard.verdict(model.name(), definition, parts, taught, design, tested, baselines))
                .toList();
        return new ChurnFit(
                definition.code(),
                verdicts.get(0),
                judged(known, parts, candidates, verdicts, tested),
                baselines,
                Guard.lastDay(definition, parts),
                Map.of(),
                Optional.empty());
    }

    private List<ChurnFit.Judged> judged(
            Dataset<Row> known,
            Parts parts,
            List<Candidate> candidates,
            List<Verdict> verdicts,
            Map<String, List<Counted>> tested) {
        Candidate regression = candidates.get(0);
        Verdict verdict = verdicts.get(0);
        if (candidates.size() == 1) {
            String role = verdict.fitted() ? Model.CHAMPION : Model.REFUSED;
            return List.of(
                    new ChurnFit.Judged(role, verdict, regression.whole(), regression.folds(), Optional.empty()));
        }
        Candidate challenger = candidates.get(1);
        Metric difference = Promotion.difference(known, parts.slice(), challenger, regression, tested, campaign);
        return Promotion.judged(regression, verdict, challenger, verdicts.get(1), difference);
    }

    private static List<Holdout.Tested> tested(List<Candidate> candidates, List<Regression> baselines, Parts parts) {
        List<Holdout.Tested> tested = new ArrayList<>();
        candidates.forEach(candidate -> tested.addAll(candidate.tested()));
        baselines.forEach(model -> tested.add(new Holdout.Tested(model.model().name(), model.model(), parts.tests())));
        return tested;
    }
}
