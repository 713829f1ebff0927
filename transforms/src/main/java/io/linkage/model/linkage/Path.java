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
        FirstStep first = FirstStep.of(design);
        Optional<Verdict> refused =
                Link.refused(panel.sample(terms), design, effects, caution).or(first::refused);
        Optional<IndirectEffect.Drawn> drawn = refused.isPresent()
                ? Optional.empty()
                : IndirectEffect.Drawn.of(large, effects, caution.seed(), caution.draws());
        double freedom = drawn.isPresent() ? first.freedom() : Double.NaN;
        Sample sample = design.sample();
        Verdict verdict = refused.or(() ->
                        drawn.map(paths -> judged(paths.at(expanded(1 - Caution.SIGNIFICANT, sample, freedom)))))
                .orElseGet(Path::mixed);
        Optional<IndirectEffect> shown = drawn.map(paths -> paths.at(expanded(caution.level(), sample, freedom)));
        return new Path(from, through, to, lag, sample.units(), sample.rows(), sample.periods(), verdict, shown);
    }

    private static Verdict mixed() {
        return new Verdict(Verdict.Code.NOT_SEPARABLE, "The three figures cannot be told apart in these units.");
    }

    /** The level whose percentiles lie farther out by as much as those of {@link Estimate} do. */
    private static double expanded(double level, Sample sample, double freedom) {
        return 1 - 2 * Estimate.expanded((1 - level) / 2, sample.clusters(), freedom);
    }

    private static Verdict judged(IndirectEffect effect) {
        return effect.low() > 0 || effect.high() < 0
                ? new Verdict(Verdict.Code.SEEN, "The interval of the product leaves out 0 at the 5 % level.")
                : new Verdict(Verdict.Code.NOT_SEEN, "Not seen in these data: the interval of the product holds 0.");
    }
}
