package io.linkage.model.churn.spark;

import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a night found of churn.
 *
 * @param definition what leaving is
 * @param verdict of the guards
 * @param model the regression; empty where none was fitted
 * @param folds its twins that test it, where there is one day
 * @param baselines naive models
 * @param lastDay last day whose events entered the fit
 */
record ChurnFit(
        String definition,
        Verdict verdict,
        Optional<Regression> model,
        List<Regression> folds,
        List<Regression> baselines,
        LocalDate lastDay) {

    /** Nothing was fitted. */
    static ChurnFit refused(String definition, Verdict.Code code, String reason, LocalDate lastDay) {
        return new ChurnFit(definition, new Verdict(code, reason), Optional.empty(), List.of(), List.of(), lastDay);
    }
}
