package io.linkage.model.linkage;

import java.util.Optional;

/**
 * An effect that goes through another figure, each of its two links with the same lag.
 *
 * @param from the cause
 * @param through the mediator
 * @param to the outcome
 * @param lag periods of each link
 * @param units units the figures rest on
 * @param rows units times periods
 * @param periods periods of the outcome
 * @param verdict whether it is seen, or why there are no figures
 * @param effect figures; empty where the verdict gives none
 */
public record Path(
        String from,
        String through,
        String to,
        int lag,
        int units,
        int rows,
        int periods,
        Verdict verdict,
        Optional<IndirectEffect> effect) {
    /** From a panel; seen where the 95 % interval leaves out 0, whatever level is shown. */
    public static Path of(
            Panel panel, String from, String through, String to, int lag, Effects effects, Caution caution) {
        Lagged[] terms = {new Lagged(from, 2 * lag), new Lagged(through, lag), new Lagged(to, 0)};
        Sample large = panel.ofGroups(caution.leastPeople()).sample(terms);
        Design design = Design.of(large, effects);
        Optional<Verdict> refused =
                Link.refused(panel.sample(terms), design, effects, caution).or(() -> FirstStep.refused(design));
        Optional<IndirectEffect> shown =
                refused.isPresent() ? Optional.empty() : resampled(large, design, effects, caution.level(), caution);
        Verdict verdict = refused.or(() -> shown.isPresent() ? Optional.empty() : Optional.of(mixed()))
                .orElseGet(() -> judged(large, design, effects, caution));
        Sample sample = design.sample();
        return new Path(from, through, to, lag, sample.units(), sample.rows(), sample.periods(), verdict, shown);
    }

    private static Verdict mixed() {
        return new Verdict(Verdict.Code.NOT_SEPARABLE, "The three figures cannot be told apart in these units.");
    }

    /** With its percentiles farther out than their level, as those of {@link Estimate} are. */
    private static Optional<IndirectEffect> resampled(
            Sample sample, Design design, Effects effects, double level, Caution caution) {
        double tail = Estimate.expanded((1 - level) / 2, design.sample().clusters(), FirstStep.freedom(design));
        return IndirectEffect.of(sample, effects, 1 - 2 * tail, caution.seed(), caution.draws());
    }

    private static Verdict judged(Sample sample, Design design, Effects effects, Caution caution) {
        boolean seen = resampled(sample, design, effects, 1 - Caution.SIGNIFICANT, caution)
                .filter(effect -> effect.low() > 0 || effect.high() < 0)
                .isPresent();
        return seen
                ? new Verdict(Verdict.Code.SEEN, "The interval of the product leaves out 0 at the 5 % level.")
                : new Verdict(Verdict.Code.NOT_SEEN, "Not seen in these data: the interval of the product holds 0.");
    }
}
