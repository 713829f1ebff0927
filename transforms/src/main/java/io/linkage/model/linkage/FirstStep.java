package io.linkage.model.linkage;

import java.util.Optional;

/**
 * The step from cause to mediator, of a design whose first column is the one and whose second the other. Waves of the cause move
 * least often, so a product of steps is no surer than this one.
 */
final class FirstStep {
    private FirstStep() {}

    /** Degrees of freedom of its slope: units that differ much in the cause count for more than others. NaN where it has none. */
    static double freedom(Design design) {
        return fit(design).map(fit -> new ClusterErrors(fit).cr2(0).freedom()).orElse(Double.NaN);
    }

    /** Why nothing can be said of it. */
    static Optional<Verdict> refused(Design design) {
        Optional<LeastSquares> fit = fit(design).filter(line -> !line.perfect());
        return fit.isEmpty()
                ? Optional.of(new Verdict(Verdict.Code.NOT_SEPARABLE, "One of the figures follows from the others."))
                : Optional.of(new Verdict(
                                Verdict.Code.FEW_UNITS_DECIDE, "Nearly all changes are those of one unit or cluster."))
                        .filter(verdict -> new ClusterErrors(fit.get()).deciding(0) < Caution.LEAST_DECIDING);
    }

    private static Optional<LeastSquares> fit(Design design) {
        return LeastSquares.of(design, 1, 0);
    }
}
