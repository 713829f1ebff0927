package io.linkage.model.clv;

import java.util.List;

/** Refuses a Gamma-Gamma fit that the spends do not carry. */
public final class SpendGuard {
    private static final double EQUAL = 1e-9;

    private SpendGuard() {}

    /** Whether the spends can be fitted at all. */
    public static Verdict spends(List<CountedSpend> spends) {
        long customers = spends.stream().mapToLong(CountedSpend::count).sum();
        if (customers < DropoutGuard.LEAST_REPEATERS) {
            return refused("Only " + customers + " customers have a repeat purchase with a positive amount; at least "
                    + DropoutGuard.LEAST_REPEATERS + " are needed.");
        }
        double least =
                spends.stream().mapToDouble(CountedSpend::meanSpend).min().orElseThrow();
        double most = spends.stream().mapToDouble(CountedSpend::meanSpend).max().orElseThrow();
        if (most - least <= EQUAL * most) {
            return refused("All customers spend the same per purchase.");
        }
        return new Verdict(Verdict.Code.IDENTIFIED, "Spend of " + customers + " customers varies.");
    }

    /** Judges a fit. */
    public static Verdict fit(Fit<GammaGamma> fit) {
        if (!fit.model().hasMean()) {
            return refused("Spend is so uneven that its mean does not settle (q is "
                    + fit.model().q() + " but must be above 1).");
        }
        if (fit.atBound() || fit.singular() || !fit.converged()) {
            return refused("Gamma-Gamma has no unique finite best fit to these spends.");
        }
        return new Verdict(Verdict.Code.IDENTIFIED, "Gamma-Gamma is identified on " + fit.customers() + " customers.");
    }

    private static Verdict refused(String why) {
        return new Verdict(
                Verdict.Code.SPEND_NOT_IDENTIFIED, why + " The mean of all repeat purchases stands in for everyone.");
    }
}
