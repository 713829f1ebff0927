package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Term;
import io.linkage.model.registry.ModelEntry;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
import java.util.List;

/** The churn models of a night as rows of {@code ops_model}. */
public final class ChurnModels {
    /** The subject is this and the definition. */
    static final String SUBJECT = "churn-";

    static final String INTERCEPT = "intercept";
    static final String CALIBRATION_INTERCEPT = "calibration-intercept";
    static final String CALIBRATION_SLOPE = "calibration-slope";

    private ChurnModels() {}

    /** What the night fitted, from {@code feature_churn} and the company's own attributes. */
    public static List<ModelEntry> of(Inputs in) {
        Definition definition = Definition.of(in);
        ChurnFit fit = new FitChurn(definition, in.settings(ChurnSettings.class)).of(Examples.of(in));
        List<ModelEntry> entries = new ArrayList<>();
        String role = fit.verdict().fitted() ? Model.CHAMPION : Model.REFUSED;
        if (fit.model().isEmpty()) {
            ModelEntry.Fit none = shared(fit, ModelEntry.NONE, role, ModelEntry.UNCOUNTED, ModelEntry.UNCOUNTED);
            entries.add(new ModelEntry(none, ModelEntry.NONE, Double.NaN, Double.NaN, Double.NaN));
        }
        fit.model().ifPresent(model -> entries.addAll(rows(fit, model, role)));
        fit.folds().forEach(model -> entries.addAll(rows(fit, model, Model.FOLD)));
        fit.baselines().forEach(model -> entries.addAll(rows(fit, model, Model.BASELINE)));
        return entries;
    }

    private static List<ModelEntry> rows(ChurnFit fit, Regression fitted, String role) {
        ChurnModel model = fitted.model();
        ModelEntry.Fit shared = shared(fit, model.name(), role, fitted.examples(), fitted.events());
        List<ModelEntry> entries = new ArrayList<>();
        entries.add(parameter(shared, INTERCEPT, model.intercept(), error(fitted, 0)));
        entries.add(parameter(shared, CALIBRATION_INTERCEPT, model.calibration().intercept(), Double.NaN));
        entries.add(parameter(shared, CALIBRATION_SLOPE, model.calibration().slope(), Double.NaN));
        for (int place = 0; place < model.terms().size(); place++) {
            Term term = model.terms().get(place);
            double coefficient = model.coefficients().get(place);
            double error = error(fitted, place + 1);
            entries.add(new ModelEntry(shared, term.code(), coefficient, error, LogisticFit.kept(term.mean())));
        }
        return entries;
    }

    private static double error(Regression fitted, int place) {
        return fitted.errors().isEmpty() ? Double.NaN : fitted.errors().get(place);
    }

    private static ModelEntry parameter(ModelEntry.Fit shared, String name, double value, double error) {
        return new ModelEntry(shared, name, value, error, Double.NaN);
    }

    private static ModelEntry.Fit shared(ChurnFit fit, String model, String role, long examples, long events) {
        return new ModelEntry.Fit(
                SUBJECT + fit.definition(),
                model,
                role,
                fit.verdict().code().name(),
                fit.verdict().reason(),
                Double.NaN,
                examples,
                events,
                fit.lastDay());
    }
}
