package io.linkage.model.uplift.spark;

import io.linkage.column.Finite;
import io.linkage.contract.Inputs;
import io.linkage.model.registry.ModelEntry;
import io.linkage.model.uplift.Line;
import io.linkage.model.uplift.Totals;
import io.linkage.model.uplift.UpliftFit;
import io.linkage.model.uplift.UpliftModel;
import io.linkage.settings.UpliftSettings;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
import java.util.List;

/** The uplift models of a night as rows of {@code ops_model}. */
public final class UpliftModels {
    /** The subject is this and the action. */
    static final String SUBJECT = "uplift-";

    static final String INTERCEPT = "intercept";
    /** Before the terms of each line. */
    static final String CONTROL = "control:";

    static final String TREATED = "treated:";
    static final String EFFECT = "effect:";
    /** Before the segments whose effect was measured. */
    static final String MEASURED = "measured:";

    static final String ALL = "all";
    private static final String QINI = "qini";

    private UpliftModels() {}

    /** One champion, or a refusal, for each goal of campaigns; none where nobody was contacted. */
    public static List<ModelEntry> of(Inputs in) {
        UpliftSettings settings = in.settings(UpliftSettings.class);
        List<ModelEntry> entries = new ArrayList<>();
        UpliftCells.of(in).forEach(counted -> {
            UpliftFit fit = UpliftFit.of(counted.cells(), settings.leastResponses(), settings.ridge());
            entries.addAll(entries(counted, fit));
        });
        return entries;
    }

    private static List<ModelEntry> entries(UpliftCells counted, UpliftFit fit) {
        List<ModelEntry> entries = new ArrayList<>();
        if (fit.champion().isEmpty()) {
            entries.add(new ModelEntry(
                    shared(counted, fit, ModelEntry.NONE, Model.REFUSED),
                    ModelEntry.NONE,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN));
            return entries;
        }
        UpliftModel champion = fit.champion().get();
        ModelEntry.Fit shared = shared(counted, fit, champion.code(), Model.CHAMPION);
        entries.addAll(line(shared, CONTROL, champion.control()));
        champion.treated().ifPresent(line -> entries.addAll(line(shared, TREATED, line)));
        champion.effect().ifPresent(line -> entries.addAll(line(shared, EFFECT, line)));
        entries.add(measured(shared, ALL, fit.totals()));
        fit.groups().forEach((group, totals) -> entries.add(measured(shared, Known.SEGMENT + group, totals)));
        fit.tests().forEach((model, test) -> {
            if (!model.equals(champion.code()) && !model.equals(UpliftFit.RESPONSE_MODEL)) {
                ModelEntry.Fit outdone = shared(counted, fit, model, Model.CHALLENGER);
                double qini = Finite.toNineDigits(test.qini().coefficient());
                entries.add(new ModelEntry(
                        outdone, QINI, qini, Finite.toNineDigits(test.ends().error()), Double.NaN));
            }
        });
        return entries;
    }

    private static List<ModelEntry> line(ModelEntry.Fit shared, String name, Line line) {
        List<ModelEntry> entries = new ArrayList<>();
        entries.add(new ModelEntry(shared, name + INTERCEPT, line.intercept(), Double.NaN, Double.NaN));
        line.coefficients()
                .forEach((term, value) ->
                        entries.add(new ModelEntry(shared, name + term, value, Double.NaN, Double.NaN)));
        return entries;
    }

    /** The mean column holds the contacts from which the effect was measured. */
    private static ModelEntry measured(ModelEntry.Fit shared, String group, Totals totals) {
        return new ModelEntry(
                shared,
                MEASURED + group,
                Finite.toNineDigits(totals.effect()),
                Finite.toNineDigits(totals.error()),
                (double) totals.contacts());
    }

    private static ModelEntry.Fit shared(UpliftCells counted, UpliftFit fit, String model, String role) {
        return new ModelEntry.Fit(
                SUBJECT + counted.goal(),
                model,
                role,
                fit.status().name(),
                fit.reason(),
                Double.NaN,
                fit.totals().contacts(),
                fit.totals().responses(),
                counted.lastDay());
    }
}
