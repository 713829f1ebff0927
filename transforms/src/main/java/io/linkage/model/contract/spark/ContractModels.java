package io.linkage.model.contract.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.contract.ContractFit;
import io.linkage.model.contract.ContractVerdict;
import io.linkage.model.contract.CountedTenure;
import io.linkage.model.contract.FitContracts;
import io.linkage.model.registry.ModelEntry;
import io.linkage.settings.ContractSettings;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The contract models of a night as rows of {@code ops_model}: of all contracts, and of each segment. */
public final class ContractModels {
    /** The subject of all contracts; that of a segment is this, a hyphen and the segment. */
    static final String SUBJECT = "contract";

    private static final String AS_ALL = " The segment is valued as all contracts are.";

    private ContractModels() {}

    /** What the night fitted, from {@code fct_subscription}. */
    public static List<ModelEntry> of(Inputs in) {
        int leastEnds = in.settings(ContractSettings.class).leastEnds();
        Map<String, List<CountedTenure>> segments = Contracts.tenures(in);
        List<CountedTenure> all =
                segments.values().stream().flatMap(List::stream).toList();
        List<ModelEntry> entries = new ArrayList<>();
        ContractFit pooled = FitContracts.of(all, leastEnds);
        entries.addAll(rows(in, SUBJECT, pooled, pooled.verdict().reason()));
        if (segments.size() > 1 && pooled.champion().isPresent()) {
            segments.forEach((segment, tenures) -> {
                ContractFit fit = FitContracts.of(tenures, leastEnds);
                String reason = fit.verdict().reason() + (fit.champion().isPresent() ? "" : AS_ALL);
                entries.addAll(rows(in, SUBJECT + "-" + segment, fit, reason));
            });
        }
        return entries;
    }

    private static List<ModelEntry> rows(Inputs in, String subject, ContractFit fit, String reason) {
        boolean differ = fit.verdict().code() == ContractVerdict.Code.IDENTIFIED;
        Shared shared = new Shared(in, subject, fit, reason);
        List<ModelEntry> entries = new ArrayList<>();
        fit.sbg().ifPresent(sbg -> entries.addAll(shared.rows(sbg, differ ? Model.CHAMPION : Model.REFUSED)));
        fit.constant()
                .ifPresent(constant -> entries.addAll(shared.rows(constant, differ ? Model.BASELINE : Model.CHAMPION)));
        if (entries.isEmpty()) {
            ModelEntry.Fit none = shared.fit(ModelEntry.NONE, Model.REFUSED, Double.NaN);
            entries.add(new ModelEntry(none, ModelEntry.NONE, Double.NaN, Double.NaN, Double.NaN));
        }
        return entries;
    }

    /** What all rows of one group share. */
    private record Shared(Inputs in, String subject, ContractFit group, String reason) {
        ModelEntry.Fit fit(String model, String role, double logLikelihood) {
            return new ModelEntry.Fit(
                    subject,
                    model,
                    role,
                    group.verdict().code().name(),
                    reason,
                    logLikelihood,
                    group.contracts(),
                    group.ends(),
                    in.asOf());
        }

        List<ModelEntry> rows(ContractFit.Fitted fitted, String role) {
            ModelEntry.Fit fit = fit(fitted.model().name(), role, fitted.logLikelihood());
            List<ModelEntry> entries = new ArrayList<>();
            fitted.model().parameters().forEach((name, value) -> {
                double error = fitted.errors().get(entries.size());
                entries.add(new ModelEntry(fit, name, value, error, Double.NaN));
            });
            return entries;
        }
    }
}
