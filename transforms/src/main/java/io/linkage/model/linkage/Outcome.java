package io.linkage.model.linkage;

import java.util.Locale;
import java.util.Optional;

/**
 * A figure of a chain, or why there is none.
 *
 * @param verdict whether it is seen at the 5 % level
 * @param estimate figures; empty where the verdict gives none
 */
public record Outcome(Verdict verdict, Optional<Estimate> estimate) {
    static Outcome of(Optional<Estimate> estimate, int units) {
        return new Outcome(
                estimate.map(figure -> judged(figure, units))
                        .orElseGet(() -> new Verdict(
                                Verdict.Code.NOT_RELIABLE,
                                "Experience changes no more within units than the chance of few answers lets it;"
                                        + " more answers a month are needed.")),
                estimate);
    }

    private static Verdict judged(Estimate estimate, int units) {
        return estimate.seen()
                ? verdict(
                        Verdict.Code.SEEN,
                        "An association at the 5 %% level in %d units; it need not be a cause.",
                        units)
                : verdict(
                        Verdict.Code.NOT_SEEN,
                        "Not seen in these data: an effect of this size needs about %.0f units, there are %d.",
                        estimate.unitsNeeded(),
                        units);
    }

    private static Verdict verdict(Verdict.Code code, String reason, Object... figures) {
        return new Verdict(code, String.format(Locale.ROOT, reason, figures));
    }
}
