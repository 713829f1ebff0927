package io.linkage.model.clv;

import java.util.List;
import java.util.Locale;

/** Refuses a fit that the data do not carry, before anyone reads a probability from it. */
public final class DropoutGuard {
    /** Customers with a repeat purchase that a fit needs: below, four parameters have errors as large as themselves. */
    public static final long LEAST_REPEATERS = 30;

    /**
     * Twice the gain in log likelihood over NBD that dropout must bring. Two more parameters, one of them at the edge of its
     * range under NBD: a rule between the 5 % points of the mixture of chi-squares and of chi-square with 2 (5.99).
     */
    public static final double LEAST_LIKELIHOOD_RATIO = 5.4;

    private DropoutGuard() {}

    /** Whether there are enough customers who bought again to fit anything. */
    public static Verdict repeaters(List<CountedHistory> histories) {
        long customers = 0;
        long repeaters = 0;
        for (CountedHistory row : histories) {
            customers += row.count();
            repeaters += row.history().frequency() > 0 ? row.count() : 0;
        }
        if (repeaters >= LEAST_REPEATERS) {
            return new Verdict(Verdict.Code.IDENTIFIED, repeaters + " of " + customers + " customers bought again.");
        }
        String who = repeaters == 0 ? "None" : "Only " + repeaters;
        return new Verdict(
                Verdict.Code.TOO_FEW_REPEATERS,
                who + " of " + customers + " customers bought again by the end of calibration; at least "
                        + LEAST_REPEATERS + " are needed to fit dropout. Choose a later calibration end.");
    }

    /** Judges a model with dropout against NBD on the same customers. */
    public static Verdict dropout(Fit<? extends PurchaseModel> fit, Fit<Nbd> nbd) {
        double ratio = 2 * (fit.logLikelihood() - nbd.logLikelihood());
        String name = fit.model().name();
        String gain = String.format(Locale.ROOT, "likelihood ratio against nbd %.1f", Math.max(0, ratio));
        if (ratio < LEAST_LIKELIHOOD_RATIO) {
            return refused(name + " fits no better than nbd (" + gain + ", at least " + LEAST_LIKELIHOOD_RATIO
                    + " needed): nobody is seen to drop out within the window.");
        }
        if (fit.atBound()) {
            return refused(name + " has no finite best fit: a parameter ran to the edge of the search (" + gain + ").");
        }
        if (fit.singular()) {
            return refused(name + " has no unique best fit: the likelihood is flat in some direction (" + gain + ").");
        }
        if (!fit.converged()) {
            return refused(name + " was still improving when the search gave up (" + gain + ").");
        }
        return new Verdict(Verdict.Code.IDENTIFIED, name + " is identified (" + gain + ").");
    }

    private static Verdict refused(String why) {
        return new Verdict(
                Verdict.Code.DROPOUT_NOT_IDENTIFIED,
                why + " Forecasts come from nbd; no probability of being alive is published.");
    }
}
