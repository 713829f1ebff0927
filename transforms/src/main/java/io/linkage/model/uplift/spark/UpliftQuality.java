package io.linkage.model.uplift.spark;

import io.linkage.column.Finite;
import io.linkage.contract.Inputs;
import io.linkage.model.experience.Figure;
import io.linkage.model.quality.Metric;
import io.linkage.model.registry.QualityEntry;
import io.linkage.model.uplift.Totals;
import io.linkage.model.uplift.UpliftFit;
import io.linkage.model.uplift.UpliftModel;
import io.linkage.settings.UpliftSettings;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well each order of customers finds those whom a contact moves, out of fold: the same counts give the same models again.
 * Beside them stand chance, which has a Qini coefficient of 0, and the order by the chance to respond.
 */
public final class UpliftQuality {
    private static final String RANDOM = "random";
    private static final double TOP = 0.3;

    private UpliftQuality() {}

    /** All metrics; none where nothing was fitted. */
    public static List<QualityEntry> of(Inputs in) {
        UpliftSettings settings = in.settings(UpliftSettings.class);
        List<QualityEntry> entries = new ArrayList<>();
        UpliftCells.of(in).forEach(counted -> {
            UpliftFit fit = UpliftFit.of(counted.cells(), settings.leastResponses(), settings.ridge());
            fit.tests().forEach((model, test) -> entries.addAll(entries(counted.goal(), fit, model, test)));
            fit.champion().ifPresent(champion -> entries.addAll(baselines(counted.goal(), fit)));
        });
        return entries;
    }

    private static List<QualityEntry> entries(String goal, UpliftFit fit, String model, UpliftFit.Tested tested) {
        QualityEntry.Test test = test(goal, fit, model, role(fit, model));
        Metric qini = new Metric(
                "qini",
                Finite.toNineDigits(tested.qini().coefficient()),
                Finite.toNineDigits(tested.ends().error()),
                Finite.toNineDigits(tested.ends().low()),
                Finite.toNineDigits(tested.ends().high()));
        Metric top = effect("top-effect", tested.qini().top(TOP));
        Optional<QualityEntry.Baseline> chance = Optional.of(new QualityEntry.Baseline(RANDOM, 0));
        Optional<QualityEntry.Baseline> mean = Optional.of(new QualityEntry.Baseline(
                UpliftModel.MEAN_EFFECT, Finite.toNineDigits(fit.totals().effect())));
        return List.of(new QualityEntry(test, qini, chance), new QualityEntry(test, top, mean));
    }

    private static List<QualityEntry> baselines(String goal, UpliftFit fit) {
        String role =
                fit.champion().orElseThrow().code().equals(UpliftModel.MEAN_EFFECT) ? Model.CHAMPION : Model.BASELINE;
        Metric none = new Metric("qini", 0, Double.NaN, Double.NaN, Double.NaN);
        return List.of(
                new QualityEntry(
                        test(goal, fit, UpliftModel.MEAN_EFFECT, role),
                        effect("effect", fit.totals()),
                        Optional.empty()),
                new QualityEntry(test(goal, fit, RANDOM, Model.BASELINE), none, Optional.empty()));
    }

    private static String role(UpliftFit fit, String model) {
        if (model.equals(UpliftFit.RESPONSE_MODEL)) {
            return Model.BASELINE;
        }
        return fit.champion().orElseThrow().code().equals(model) ? Model.CHAMPION : Model.CHALLENGER;
    }

    private static Metric effect(String code, Totals totals) {
        double effect = totals.effect();
        double error = totals.error();
        return new Metric(
                code,
                Finite.toNineDigits(effect),
                Finite.toNineDigits(error),
                Finite.toNineDigits(effect - Figure.Z * error),
                Finite.toNineDigits(effect + Figure.Z * error));
    }

    private static QualityEntry.Test test(String goal, UpliftFit fit, String model, String role) {
        return new QualityEntry.Test(
                UpliftModels.SUBJECT + goal,
                model,
                role,
                ModelQuality.REPEATED_SPLIT,
                fit.totals().contacts(),
                fit.totals().responses());
    }
}
