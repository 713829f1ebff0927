package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Profile;
import io.linkage.model.churn.Term;
import io.linkage.model.quality.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the regression is held against: the share that left, for everyone; and one feature alone, the time since the last
 * purchase, since the first contract, or since the record was made.
 *
 * @param share that left of those who taught
 * @param feature standardised; empty where it does not vary
 */
record Baselines(double share, Optional<Term> feature) {
    /** Forecasts the same for everyone. */
    static final String BASE_RATE = "base-rate";
    /** Name of the counts of the feature. */
    static final String ALONE = "alone";

    private static final double STEPS = 100;
    private static final double MOST = 30;
    private static final LogisticLine AS_IS = new LogisticLine(0, 1);

    static Baselines of(Definition definition, Profile taught, Design design) {
        Optional<Term> term = design.terms().stream()
                .filter(candidate -> candidate.code().equals(definition.alone()))
                .findFirst();
        return new Baselines((double) taught.events() / taught.examples(), term);
    }

    /** Margins to the hundredth, within what a chance can tell: as many counts as fit one machine, for any company. */
    static Tally.Entry entry(String name, double margin) {
        return new Tally.Entry(name, Math.rint(Math.max(-MOST, Math.min(MOST, margin)) * STEPS) / STEPS);
    }

    /** Reads the feature in standard deviations; none where there is no feature. */
    List<ChurnModel.Scorer> scorers() {
        return feature.map(term -> ChurnModel.linear(
                        ALONE, -term.mean() / term.deviation(), List.of(term), List.of(1 / term.deviation()), AS_IS))
                .map(model -> List.of(model.scorer(Examples.LAYOUT)))
                .orElse(List.of());
    }

    /** The naive models, the feature's on its counts. */
    List<ChurnModel> fitted(List<Counted> counts) {
        List<ChurnModel> models = new ArrayList<>();
        models.add(ChurnModel.linear(
                BASE_RATE, LogisticFit.kept(LogisticLine.logOdds(share)), List.of(), List.of(), AS_IS));
        feature.filter(term -> !counts.isEmpty()).ifPresent(term -> {
            LogisticLine line = LogisticLine.fit(counts);
            double slope = LogisticFit.kept(line.slope() / term.deviation());
            double intercept = LogisticFit.kept(line.intercept() - slope * term.mean());
            models.add(ChurnModel.linear(name(term), intercept, List.of(term), List.of(slope), AS_IS));
        });
        return models;
    }

    private static String name(Term term) {
        return term.feature().replace('_', '-') + "-" + ALONE;
    }
}
