package io.linkage.model.contract;

import io.linkage.model.contract.ContractFit.Fitted;
import io.linkage.model.contract.ContractVerdict.Code;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fits how contracts are renewed, and believes that they differ only where the data say so. */
public final class FitContracts {
    /**
     * Twice the gain in log-likelihood over one retention for all. That lies at the edge of the parameters, so that the ratio is
     * 0 half of the time and chi-square with 1 the other half (Self and Liang 1987): the 5 % point.
     */
    static final double LEAST_LIKELIHOOD_RATIO = 2.71;

    private FitContracts() {}

    /**
     * @param tenures of all contracts of the group, in any order
     * @param leastEnds below which nothing is fitted
     */
    public static ContractFit of(List<CountedTenure> tenures, long leastEnds) {
        long contracts = tenures.stream().mapToLong(CountedTenure::count).sum();
        RenewalCounts counts = RenewalCounts.of(tenures);
        if (contracts == 0) {
            return none(Code.NO_CONTRACTS, "There are no contracts to learn from.", 0, 0);
        }
        if (counts.ends() < leastEnds) {
            String ended = counts.ends() == 0 ? "None" : "Only " + counts.ends();
            return none(
                    Code.TOO_FEW_ENDS,
                    ended + " of " + contracts + " contracts ended; at least " + leastEnds
                            + " ends are needed (models.contract.least-ends).",
                    contracts,
                    counts.ends());
        }
        double retention = counts.constant().retention();
        double error = Math.sqrt(retention * (1 - retention) / counts.due());
        Fitted constant = new Fitted(counts.constant(), List.of(error), counts.logLikelihoodOfConstant());
        RenewalSearch.Found found = RenewalSearch.of(counts);
        Fitted sbg = new Fitted(found.model(), found.errors(), found.logLikelihood());
        return new ContractFit(
                verdict(found, constant, counts), Optional.of(sbg), Optional.of(constant), contracts, counts.ends());
    }

    private static ContractVerdict verdict(RenewalSearch.Found found, Fitted constant, RenewalCounts counts) {
        double ratio = Math.max(0, 2 * (found.logLikelihood() - constant.logLikelihood()));
        String gain = String.format(
                Locale.ROOT,
                "likelihood ratio against one retention of %.4f: %.1f, on %d ends",
                counts.constant().retention(),
                ratio,
                counts.ends());
        if (ratio < LEAST_LIKELIHOOD_RATIO) {
            return refused("Contracts are not seen to differ in how likely they end (" + gain + ", at least "
                    + LEAST_LIKELIHOOD_RATIO + " needed).");
        }
        if (found.atBound() || found.isFlat()) {
            return refused("How contracts differ has no unique finite best fit (" + gain + ").");
        }
        return new ContractVerdict(
                Code.IDENTIFIED, "Contracts differ in how likely they end, and the loyal stay (" + gain + ").");
    }

    private static ContractVerdict refused(String why) {
        return new ContractVerdict(Code.DIFFERENCES_NOT_IDENTIFIED, why + " One retention for all values them.");
    }

    private static ContractFit none(Code code, String reason, long contracts, long ends) {
        return new ContractFit(new ContractVerdict(code, reason), Optional.empty(), Optional.empty(), contracts, ends);
    }
}
