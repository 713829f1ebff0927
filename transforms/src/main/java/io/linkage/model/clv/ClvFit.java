package io.linkage.model.clv;

import java.util.List;
import java.util.Optional;

/**
 * The fitted models of one night with what the guards said, for scoring and for the run record.
 *
 * @param nbd the model without dropout; empty where nobody bought again
 * @param candidates the models with dropout that were fitted, the chosen one first
 * @param dropout verdict on the first candidate
 * @param groups the model that scores with the effects of groups; empty where groups are not told apart
 * @param gammaGamma the spend fit; empty where the spends could not be fitted
 * @param spend verdict on it
 * @param model to score with, without the effects of groups; empty where nobody bought again or no repeat purchase has a
 *     positive amount
 */
public record ClvFit(
        Optional<Fit<Nbd>> nbd,
        List<Candidate> candidates,
        Verdict dropout,
        Optional<Fit<PurchaseModel>> groups,
        Optional<Fit<GammaGamma>> gammaGamma,
        Verdict spend,
        Optional<ClvModel> model) {
    public ClvFit {
        candidates = List.copyOf(candidates);
    }
}
