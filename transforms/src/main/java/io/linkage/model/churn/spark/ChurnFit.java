package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.HazardFit;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Verdict;
import io.linkage.model.quality.Metric;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a night found of churn.
 *
 * @param definition what leaving is, or who could be won
 * @param verdict of the guards on the data
 * @param models the regression and its challenger, with their roles; none where nothing was fitted
 * @param baselines naive models
 * @param lastDay last day whose events entered the fit
 * @param leaks area of each feature that alone tells the outcome
 * @param hazard in which window customers leave; empty where nobody is scored, or one day is all there is
 */
record ChurnFit(
        String definition,
        Verdict verdict,
        List<Judged> models,
        List<Regression> baselines,
        LocalDate lastDay,
        Map<String, Double> leaks,
        Optional<HazardFit> hazard) {

    /**
     * A model with its place.
     *
     * @param role champion, challenger or refused
     * @param verdict of the guards on it
     * @param model what scores, or would score
     * @param folds its twins that test it, where there is one day
     * @param profit by how much it brings more than the regression; empty for the regression itself
     */
    record Judged(String role, Verdict verdict, Regression model, List<Regression> folds, Optional<Metric> profit) {}

    /** Nothing was fitted. */
    static ChurnFit refused(String definition, Verdict.Code code, String reason, LocalDate lastDay) {
        return new ChurnFit(
                definition, new Verdict(code, reason), List.of(), List.of(), lastDay, Map.of(), Optional.empty());
    }

    /** The same with the leaks that were met. */
    ChurnFit leaking(Map<String, Double> found) {
        return new ChurnFit(definition, verdict, models, baselines, lastDay, found, hazard);
    }

    /** The same with what was found of when customers leave. */
    ChurnFit timed(HazardFit found) {
        return new ChurnFit(definition, verdict, models, baselines, lastDay, leaks, Optional.of(found));
    }

    /** The model that scores; empty where none does. */
    Optional<ChurnModel> champion() {
        return models.stream()
                .filter(judged -> judged.role().equals(Model.CHAMPION))
                .map(judged -> judged.model().model())
                .findFirst();
    }
}
