package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChanceCurve;
import io.linkage.model.churn.ChooseCalibration;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.IsotonicCurve;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Regression;
import io.linkage.model.quality.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kind of model with its fits: one for each run that is tested, and the one that would score, which is the first of them where
 * time tests it.
 *
 * @param name of the kind
 * @param runs whose models are tested
 * @param models one per run
 * @param whole what would score
 */
record Candidate(String name, List<Parts.Run> runs, List<Regression> models, Regression whole) {
    private static final String HALF = "/";

    Candidate {
        runs = List.copyOf(runs);
        models = List.copyOf(models);
    }

    /** Name of the counts of a half of the margins of a model. */
    static String half(String model, int half) {
        return model + HALF + half;
    }

    /** Name of the margins by models that did not see the customer. */
    static String outOfFold(String name) {
        return name + "-out-of-fold";
    }

    /** The same with calibrations of a kind, from margins on rows that a model did not learn from. */
    Candidate calibrated(String kind, Map<String, List<Counted>> margins, boolean inTime) {
        List<Regression> calibrated = new ArrayList<>();
        models.forEach(model -> calibrated.add(
                model.calibrated(curve(kind, margins, model.model().name()))));
        return new Candidate(
                name,
                runs,
                calibrated,
                inTime ? calibrated.get(0) : whole.calibrated(curve(kind, margins, outOfFold(name))));
    }

    /** The twins that test what scores; none where it is tested itself. */
    List<Regression> folds() {
        return models.contains(whole) ? List.of() : models;
    }

    /** Each model with the rows that test it. */
    List<Holdout.Tested> tested() {
        List<Holdout.Tested> tested = new ArrayList<>();
        for (int place = 0; place < runs.size(); place++) {
            tested.add(new Holdout.Tested(
                    name, models.get(place).model(), runs.get(place).tests()));
        }
        return tested;
    }

    private static ChanceCurve curve(String kind, Map<String, List<Counted>> margins, String name) {
        return kept(ChooseCalibration.of(
                kind, margins.getOrDefault(half(name, 0), List.of()), margins.getOrDefault(half(name, 1), List.of())));
    }

    private static ChanceCurve kept(ChanceCurve found) {
        if (found instanceof IsotonicCurve curve) {
            return new IsotonicCurve(
                    curve.margins().stream().map(LogisticFit::kept).toList(),
                    curve.chances().stream().map(LogisticFit::kept).toList());
        }
        LogisticLine line = (LogisticLine) found;
        return new LogisticLine(LogisticFit.kept(line.intercept()), LogisticFit.kept(line.slope()));
    }

    /** The kinds there are, the first being the one that others challenge. */
    static List<String> kinds() {
        return List.of(ChurnModel.LOGISTIC, ChurnModel.BOOSTED_TREES);
    }
}
