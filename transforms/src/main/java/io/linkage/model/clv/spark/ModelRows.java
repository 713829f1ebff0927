package io.linkage.model.clv.spark;

import io.linkage.model.clv.Candidate;
import io.linkage.model.clv.ClvFit;
import io.linkage.model.clv.Correlation;
import io.linkage.model.clv.Estimate;
import io.linkage.model.clv.Fit;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.PooledSpend;
import io.linkage.model.clv.SeasonFactors;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.clv.Verdict;
import io.linkage.model.registry.ModelEntry;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what was fitted as rows of {@code ops_model}: one per parameter, none left out. */
final class ModelRows {
    static final String PURCHASES = "clv-purchases";
    static final String SPEND = "clv-spend";
    static final String MARGIN = "clv-margin";
    static final String MARGIN_SHARE = "margin_share";

    static final String SEASON = "clv-season";
    private static final String MONTHLY = "monthly";

    private final LocalDate calibrationEnd;
    private final String note;
    private final List<ModelEntry> rows = new ArrayList<>();

    /** @param note what to say of the champion of purchases besides; may be empty */
    ModelRows(LocalDate calibrationEnd, String note) {
        this.calibrationEnd = calibrationEnd;
        this.note = note;
    }

    /** Name of the factor of a month, 1 to 12. */
    static String month(int month) {
        return String.format(Locale.ROOT, "month-%02d", month);
    }

    List<ModelEntry> of(ClvFit fit, Optional<SeasonFactors> season, double marginShare) {
        purchases(fit);
        spend(fit);
        season.ifPresent(this::season);
        Verdict given = new Verdict(
                Verdict.Code.IDENTIFIED, "Margin, less that of returns, over sales of all customers so far.");
        add(
                MARGIN,
                "observed",
                Model.CHAMPION,
                given,
                new Estimate(MARGIN_SHARE, marginShare, Double.NaN),
                Optional.empty(),
                Double.NaN);
        return rows;
    }

    private void purchases(ClvFit fit) {
        boolean identified = fit.dropout().identified();
        for (int i = 0; i < fit.candidates().size(); i++) {
            Candidate candidate = fit.candidates().get(i);
            String role =
                    !candidate.verdict().identified() ? Model.REFUSED : i == 0 ? Model.CHAMPION : Model.CHALLENGER;
            Fit<?> shown = i == 0 && identified ? fit.groups().orElse(candidate.fit()) : candidate.fit();
            Verdict verdict = i == 0 ? noted(candidate.verdict()) : candidate.verdict();
            all(PURCHASES, candidate.name(), role, verdict, shown, candidate.selectionError());
        }
        fit.nbd()
                .ifPresent(nbd -> all(
                        PURCHASES,
                        nbd.model().name(),
                        identified ? Model.BASELINE : Model.CHAMPION,
                        identified ? fit.dropout() : noted(fit.dropout()),
                        identified ? nbd : fit.groups().<Fit<?>>map(g -> g).orElse(nbd),
                        Double.NaN));
        if (fit.nbd().isEmpty()) {
            none(PURCHASES, fit.dropout());
        }
    }

    private Verdict noted(Verdict verdict) {
        return new Verdict(verdict.code(), verdict.reason() + note);
    }

    private void season(SeasonFactors season) {
        for (int month = 1; month <= 12; month++) {
            double factor = season.clock().factors().get(month - 1);
            Estimate estimate = new Estimate(month(month), factor, Double.NaN);
            add(SEASON, MONTHLY, Model.CHAMPION, season.verdict(), estimate, Optional.empty(), Double.NaN);
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
                        gamma,
                        Double.NaN));
        used.filter(PooledSpend.class::isInstance)
                .ifPresent(pooled -> pooled.parameters()
                        .forEach((name, value) -> add(
                                SPEND,
                                pooled.name(),
                                Model.CHAMPION,
                                fit.spend(),
                                new Estimate(name, value, Double.NaN),
                                Optional.empty(),
                                Double.NaN)));
        if (fit.gammaGamma().isEmpty()
                && used.filter(PooledSpend.class::isInstance).isEmpty()) {
            none(SPEND, fit.spend());
        }
    }

    private void all(String subject, String model, String role, Verdict verdict, Fit<?> fit, double selectionError) {
        Stream<Estimate> correlations = fit.correlations().stream()
                .map(pair -> new Estimate(correlation(pair.one(), pair.other()), pair.value(), Double.NaN));
        Stream.concat(fit.estimates().stream(), correlations)
                .forEach(estimate -> add(subject, model, role, verdict, estimate, Optional.of(fit), selectionError));
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
        add(subject, ModelEntry.NONE, Model.REFUSED, verdict, none, Optional.empty(), Double.NaN);
    }

    private void add(
            String subject,
            String model,
            String role,
            Verdict verdict,
            Estimate estimate,
            Optional<Fit<?>> fit,
            double selectionError) {
        ModelEntry.Fit shared = new ModelEntry.Fit(
                subject,
                model,
                role,
                verdict.code().name(),
                verdict.reason(),
                fit.map(Fit::logLikelihood).orElse(Double.NaN),
                fit.map(Fit::customers).orElse(ModelEntry.UNCOUNTED),
                ModelEntry.UNCOUNTED,
                calibrationEnd,
                selectionError);
        rows.add(new ModelEntry(shared, estimate.name(), estimate.value(), estimate.standardError(), Double.NaN));
    }
}
