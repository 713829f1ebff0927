package io.linkage.model.linkage;

import java.util.Optional;

/**
 * The step from cause to mediator, of a design whose first column is the one and whose second the other. Waves of the cause move
 * least often, so a product of steps is no surer than this one.
 *
 * @param fit the line; empty where there is none
 */
record FirstStep(Optional<LeastSquares> fit) {
    static FirstStep of(Design design) {
        return new FirstStep(LeastSquares.of(design, 1, 0));
    }

    /** Degrees of freedom of its slope: units that differ much in the cause count for more than others. NaN where it has none. */
    double freedom() {
        return fit.map(line -> new ClusterErrors(line).cr2(0).freedom()).orElse(Double.NaN);
    }

    /** Why nothing can be said of it. */
    Optional<Verdict> refused() {
        if (fit.filter(line -> !line.perfect()).isEmpty()) {
            return Optional.of(new Verdict(Verdict.Code.NOT_SEPARABLE, "One of the figures follows from the others."));
        }
        return new ClusterErrors(fit.get()).deciding(0) < Caution.LEAST_DECIDING
                ? Optional.of(new Verdict(
                        Verdict.Code.FEW_UNITS_DECIDE, "Nearly all changes are those of one unit or cluster."))
                : Optional.empty();
    }
}
