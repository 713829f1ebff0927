package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.BoostedTrees;
import io.linkage.model.churn.ChanceCurve;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.IsotonicCurve;
import io.linkage.model.churn.LinearRule;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Term;
import io.linkage.model.churn.Verdict;
import io.linkage.model.registry.ModelEntry;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The models of leaving, returning and becoming a customer of a night, as rows of {@code ops_model}. */
public final class ChurnModels {
    /** The subject of leaving is this and the definition. */
    static final String SUBJECT = "churn-";

    static final String INTERCEPT = "intercept";
    static final String CALIBRATION_INTERCEPT = "calibration-intercept";
    static final String CALIBRATION_SLOPE = "calibration-slope";
    static final String CALIBRATION_CURVE = "calibration-curve";
    static final String TREES = "trees";

    private static final String LEAK = "LEAK";

    private ChurnModels() {}

    /** What the night fitted, from {@code feature_churn} and the company's own attributes. */
    public static List<ModelEntry> of(Inputs in) {
        Definition churn = Definition.of(in);
        Set<String> told = Examples.populations(in);
        return Stream.of(FeatureChurn.AT_RISK, FeatureChurn.LAPSED, FeatureChurn.PROSPECT)
                .map(population -> told.contains(population)
                        ? new FitChurn(in, churn.of(population)).of(Examples.of(in, population))
                        : Guard.nobody(churn.of(population)))
                .flatMap(fit -> entries(fit).stream())
                .toList();
    }

    private static List<ModelEntry> entries(ChurnFit fit) {
        List<ModelEntry> entries = new ArrayList<>();
        if (fit.models().isEmpty()) {
            ModelEntry.Fit none = shared(
                    fit, fit.verdict(), ModelEntry.NONE, Model.REFUSED, ModelEntry.UNCOUNTED, ModelEntry.UNCOUNTED);
            entries.add(new ModelEntry(none, ModelEntry.NONE, Double.NaN, Double.NaN, Double.NaN));
        }
        for (ChurnFit.Judged judged : fit.models()) {
            ModelEntry.Fit shared = shared(fit, judged.verdict(), judged.model(), judged.role());
            entries.addAll(rows(shared, judged.model()));
            judged.profit()
                    .ifPresent(
                            profit -> entries.add(parameter(shared, profit.code(), profit.estimate(), profit.error())));
            judged.folds()
                    .forEach(model -> entries.addAll(rows(shared(fit, judged.verdict(), model, Model.FOLD), model)));
        }
        fit.baselines()
                .forEach(model -> entries.addAll(rows(shared(fit, fit.verdict(), model, Model.BASELINE), model)));
        fit.hazard().ifPresent(hazard -> entries.addAll(HazardModels.entries(fit.definition(), hazard, fit.lastDay())));
        fit.leaks().forEach((feature, area) -> entries.add(leak(fit, feature, area)));
        return entries;
    }

    /** A feature that alone tells too well is a model refused; a reader finds it in {@code ops_data_issue} too. */
    private static ModelEntry leak(ChurnFit fit, String feature, double area) {
        String reason = String.format(
                Locale.ROOT,
                "%s alone tells the outcome with AUC %.3f, which what was known before hardly does: left out. Where it"
                        + " is made from the outcome, deny it (models.churn.denied-features).",
                feature,
                area);
        ModelEntry.Fit found = new ModelEntry.Fit(
                Definition.subject(fit.definition()),
                Model.LEAK,
                Model.REFUSED,
                LEAK,
                reason,
                Double.NaN,
                ModelEntry.UNCOUNTED,
                ModelEntry.UNCOUNTED,
                fit.lastDay());
        return parameter(found, feature, LogisticFit.kept(area), Double.NaN);
    }

    private static List<ModelEntry> rows(ModelEntry.Fit shared, Regression fitted) {
        ChurnModel model = fitted.model();
        List<ModelEntry> entries = new ArrayList<>(calibration(shared, model.calibration()));
        List<Double> estimates;
        if (model.rule() instanceof BoostedTrees trees) {
            entries.add(parameter(shared, INTERCEPT, trees.base(), Double.NaN));
            entries.add(ModelEntry.text(shared, TREES, trees.text()));
            estimates = Arrays.stream(trees.gains(model.terms().size()))
                    .map(LogisticFit::kept)
                    .boxed()
                    .toList();
        } else {
            LinearRule line = (LinearRule) model.rule();
            entries.add(parameter(shared, INTERCEPT, line.intercept(), error(fitted, 0)));
            estimates = line.coefficients();
        }
        for (int place = 0; place < model.terms().size(); place++) {
            Term term = model.terms().get(place);
            double error = error(fitted, place + 1);
            entries.add(
                    new ModelEntry(shared, term.code(), estimates.get(place), error, LogisticFit.kept(term.mean())));
        }
        return entries;
    }

    private static List<ModelEntry> calibration(ModelEntry.Fit shared, ChanceCurve found) {
        if (found instanceof IsotonicCurve curve) {
            return List.of(ModelEntry.text(shared, CALIBRATION_CURVE, curve.text()));
        }
        LogisticLine line = (LogisticLine) found;
        return List.of(
                parameter(shared, CALIBRATION_INTERCEPT, line.intercept(), Double.NaN),
                parameter(shared, CALIBRATION_SLOPE, line.slope(), Double.NaN));
    }

    private static double error(Regression fitted, int place) {
        return fitted.errors().isEmpty() ? Double.NaN : fitted.errors().get(place);
    }

    private static ModelEntry parameter(ModelEntry.Fit shared, String name, double value, double error) {
        return new ModelEntry(shared, name, value, error, Double.NaN);
    }

    private static ModelEntry.Fit shared(ChurnFit fit, Verdict verdict, Regression model, String role) {
        return shared(fit, verdict, model.model().name(), role, model.examples(), model.events());
    }

    private static ModelEntry.Fit shared(
            ChurnFit fit, Verdict verdict, String model, String role, long examples, long events) {
        return new ModelEntry.Fit(
                Definition.subject(fit.definition()),
                model,
                role,
                verdict.code().name(),
                verdict.reason(),
                Double.NaN,
                examples,
                events,
                fit.lastDay());
    }
}
