package io.linkage.model.contract;

import java.util.List;
import java.util.Optional;

/**
 * The models of the contracts of one group with what the guard said.
 *
 * @param verdict on the shifted-beta-geometric
 * @param sbg its fit; empty where too few contracts have ended
 * @param constant the fit of one retention for all, its baseline; empty likewise
 * @param contracts that entered
 * @param ends among them
 */
public record ContractFit(
        ContractVerdict verdict, Optional<Fitted> sbg, Optional<Fitted> constant, long contracts, long ends) {
    /**
     * A model at its greatest likelihood.
     *
     * @param model with its parameters
     * @param errors standard error of each, in the order of the model; NaN where the likelihood is flat
     * @param logLikelihood there
     */
    public record Fitted(ContractModel model, List<Double> errors, double logLikelihood) {}

    /** The model to value contracts with; empty where too few have ended. */
    public Optional<ContractModel> champion() {
        return (verdict.code() == ContractVerdict.Code.IDENTIFIED ? sbg : constant).map(Fitted::model);
    }
}
