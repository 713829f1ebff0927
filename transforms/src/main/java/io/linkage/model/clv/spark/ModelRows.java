package io.linkage.model.clv.spark;

import io.linkage.model.clv.ClvFit;
import io.linkage.model.clv.Correlation;
import io.linkage.model.clv.Estimate;
import io.linkage.model.clv.Fit;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.PooledSpend;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.clv.Verdict;
import io.linkage.model.registry.ModelEntry;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what was fitted as rows of {@code ops_model}: one per parameter, none left out. */
final class ModelRows {
    static final String PURCHASES = "clv-purchases";
    static final String SPEND = "clv-spend";
    static final String MARGIN = "clv-margin";
    static final String MARGIN_SHARE = "margin_share";

    private final LocalDate calibrationEnd;
    private final List<ModelEntry> rows = new ArrayList<>();

    ModelRows(LocalDate calibrationEnd) {
        this.calibrationEnd = calibrationEnd;
    }

    List<ModelEntry> of(ClvFit fit, double marginShare) {
        purchases(fit);
        spend(fit);
        Verdict given = new Verdict(Verdict.Code.IDENTIFIED, "Margin over revenue of all customers so far.");
        add(
                MARGIN,
                "observed",
                Model.CHAMPION,
                given,
                new Estimate(MARGIN_SHARE, marginShare, Double.NaN),
                Optional.empty());
        return rows;
    }

    private void purchases(ClvFit fit) {
        boolean identified = fit.dropout().identified();
        for (int i = 0; i < fit.candidates().size(); i++) {
            String role = identified ? (i == 0 ? Model.CHAMPION : Model.CHALLENGER) : Model.REFUSED;
            Fit<? extends PurchaseModel> candidate = fit.candidates().get(i);
            all(PURCHASES, candidate.model().name(), role, fit.dropout(), candidate);
        }
        fit.nbd()
                .ifPresent(nbd -> all(
                        PURCHASES,
                        nbd.model().name(),
                        identified ? Model.BASELINE : Model.CHAMPION,
                        fit.dropout(),
                        nbd));
        if (fit.nbd().isEmpty()) {
            none(PURCHASES, fit.dropout());
        }
    }

    private void spend(ClvFit fit) {
        Optional<SpendModel> used = fit.model().map(model -> model.spend());
        fit.gammaGamma()
                .ifPresent(gamma -> all(
                        SPEND,
                        GammaGamma.NAME,
                        fit.spend().identified() ? Model.CHAMPION : Model.REFUSED,
                        fit.spend(),
                        gamma));
        used.filter(PooledSpend.class::isInstance)
                .ifPresent(pooled -> pooled.parameters()
                        .forEach((name, value) -> add(
                                SPEND,
                                pooled.name(),
                                Model.CHAMPION,
                                fit.spend(),
                                new Estimate(name, value, Double.NaN),
                                Optional.empty())));
        if (fit.gammaGamma().isEmpty()
                && used.filter(PooledSpend.class::isInstance).isEmpty()) {
            none(SPEND, fit.spend());
        }
    }

    private void all(String subject, String model, String role, Verdict verdict, Fit<?> fit) {
        fit.estimates().forEach(estimate -> add(subject, model, role, verdict, estimate, Optional.of(fit)));
        fit.correlations().forEach(pair -> {
            Estimate estimate = new Estimate(correlation(pair.one(), pair.other()), pair.value(), Double.NaN);
            add(subject, model, role, verdict, estimate, Optional.of(fit));
        });
    }

    /** The code of the correlation of two parameters. */
    static String correlation(String one, String other) {
        return "corr(" + one + ", " + other + ")";
    }

    static boolean isCorrelation(String parameter) {
        return parameter.startsWith("corr(");
    }

    /** The correlations among parameters of one model, by their codes. */
    static List<Correlation> correlations(Map<String, Double> parameters, List<Estimate> estimates) {
        List<Correlation> correlations = new ArrayList<>();
        for (Estimate one : estimates) {
            for (Estimate other : estimates) {
                Double value = parameters.get(correlation(one.name(), other.name()));
                if (value != null) {
                    correlations.add(new Correlation(one.name(), other.name(), value));
                }
            }
        }
        return correlations;
    }

    private void none(String subject, Verdict verdict) {
        Estimate none = new Estimate(ModelEntry.NONE, Double.NaN, Double.NaN);
        add(subject, ModelEntry.NONE, Model.REFUSED, verdict, none, Optional.empty());
    }

    private void add(
            String subject, String model, String role, Verdict verdict, Estimate estimate, Optional<Fit<?>> fit) {
        ModelEntry.Fit shared = new ModelEntry.Fit(
                subject,
                model,
                role,
                verdict.code().name(),
                verdict.reason(),
                fit.map(Fit::logLikelihood).orElse(Double.NaN),
                fit.map(Fit::customers).orElse(ModelEntry.UNCOUNTED),
                ModelEntry.UNCOUNTED,
                calibrationEnd);
        rows.add(new ModelEntry(shared, estimate.name(), estimate.value(), estimate.standardError(), Double.NaN));
    }
}
