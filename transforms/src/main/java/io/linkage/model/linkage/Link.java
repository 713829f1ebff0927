package io.linkage.model.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * One link of the service-profit chain (Heskett and others 1994): what an outcome does when its cause was a point higher so
 * many periods before. An association: what moves both is in it, unless it is the same in all periods or all units.
 *
 * @param from the cause
 * @param to the outcome
 * @param lag periods between them
 * @param units units the figures rest on
 * @param rows units times periods
 * @param periods periods of the outcome
 * @param clusters groups of units that may share what happens
 * @param verdict whether it is seen, or why there are no figures
 * @param effect figures; empty where the verdict gives none
 */
public record Link(
        String from,
        String to,
        int lag,
        int units,
        int rows,
        int periods,
        int clusters,
        Verdict verdict,
        Optional<Effect> effect) {
    /** From a panel, as it stands. */
    public static Link of(Panel panel, String from, String to, int lag, Effects effects, Caution caution) {
        return of(panel, effects, caution, new Lagged(from, lag), new Lagged(to, 0));
    }

    /** Beside the outcome's own value before, so that what an outcome keeps from its past is not taken for the link. */
    public static Link besidePast(Panel panel, String from, String to, int lag, Effects effects, Caution caution) {
        return of(panel, effects, caution, new Lagged(from, lag), new Lagged(to, lag), new Lagged(to, 0));
    }

    private static Link of(Panel panel, Effects effects, Caution caution, Lagged... terms) {
        Sample all = panel.sample(terms);
        Design design = Design.of(panel.ofGroups(caution.leastPeople()).sample(terms), effects);
        Sample sample = design.sample();
        Optional<Verdict> refused = refused(all, design, effects, caution);
        if (refused.isPresent()) {
            return link(terms, sample, refused.get(), Optional.empty());
        }
        int[] causes = java.util.stream.IntStream.range(0, terms.length - 1).toArray();
        Optional<LeastSquares> fit =
                LeastSquares.of(design, terms.length - 1, causes).filter(line -> !line.perfect());
        if (fit.isEmpty()) {
            return link(
                    terms,
                    sample,
                    verdict(Verdict.Code.NOT_SEPARABLE, "One of the figures follows from the others."),
                    Optional.empty());
        }
        ClusterErrors errors = new ClusterErrors(fit.get());
        if (errors.deciding(0) < Caution.LEAST_DECIDING) {
            return link(
                    terms,
                    sample,
                    verdict(Verdict.Code.FEW_UNITS_DECIDE, "Nearly all changes are those of one unit or cluster."),
                    Optional.empty());
        }
        Effect effect = effect(fit.get(), errors.cr2(0), terms.length - 1, caution);
        return link(terms, sample, judged(effect, sample), Optional.of(effect));
    }

    private static Link link(Lagged[] terms, Sample sample, Verdict verdict, Optional<Effect> effect) {
        return new Link(
                terms[0].measure(),
                terms[terms.length - 1].measure(),
                terms[0].lag(),
                sample.units(),
                sample.rows(),
                sample.periods(),
                sample.clusters(),
                verdict,
                effect);
    }

    static Optional<Verdict> refused(Sample all, Design design, Effects effects, Caution caution) {
        Sample sample = design.sample();
        List<Verdict> found = new ArrayList<>();
        if (all.rows() == 0) {
            found.add(verdict(Verdict.Code.NO_OVERLAP, "No unit has both figures so many periods apart."));
        } else if (effects == Effects.UNIT_AND_PERIOD && all.periods() == 1) {
            found.add(verdict(Verdict.Code.ONE_PERIOD, "There is one period; changes need two or more."));
        } else if (sample.units() < Caution.LEAST_UNITS
                && sample.units() < all.under(effects).units()) {
            found.add(verdict(
                    Verdict.Code.GROUPS_TOO_SMALL,
                    "Of %d units %d have at least %d people in enough periods; %d are needed.",
                    all.units(),
                    sample.units(),
                    caution.leastPeople(),
                    Caution.LEAST_UNITS));
        } else if (Math.min(sample.units(), sample.clusters()) < Caution.LEAST_UNITS) {
            found.add(verdict(
                    Verdict.Code.TOO_FEW_UNITS,
                    "There are %d units in %d clusters; %d are needed.",
                    sample.units(),
                    sample.clusters(),
                    Caution.LEAST_UNITS));
        } else {
            for (int term = 0; term < sample.columns().length; term++) {
                if (design.constant(term)) {
                    found.add(verdict(Verdict.Code.SAME_ANSWER, "A figure never differs; nothing can go with it."));
                }
            }
        }
        return found.stream().findFirst();
    }

    private static Effect effect(LeastSquares fit, ClusterErrors.Error error, int outcome, Caution caution) {
        Sample sample = fit.design().sample();
        double value = fit.coefficient(0);
        TDistribution t = new TDistribution(error.freedom());
        double half = error.error() * t.inverseCumulativeProbability((1 + caution.level()) / 2);
        double[] ends = {value - half, value + half};
        double chance = 2 * t.cumulativeProbability(-Math.abs(value) / error.error());
        boolean few = sample.clusters() < Caution.FEW_CLUSTERS;
        if (few) {
            WildBootstrap wild = WildBootstrap.of(fit, fit.design().column(outcome), caution.seed(), caution.draws());
            ends = wild.interval(caution.level());
            chance = wild.chance(0);
        }
        return new Effect(
                value,
                error.error(),
                error.freedom(),
                ends[0],
                ends[1],
                chance,
                few,
                sample.correlation(),
                Power.leastEffect(error.error(), error.freedom()),
                Power.units(value, error.error(), sample.units()));
    }

    private static Verdict judged(Effect effect, Sample sample) {
        return effect.chance() < Caution.SIGNIFICANT
                ? verdict(
                        Verdict.Code.SEEN,
                        "An association at the 5 %% level in %d units; it need not be a cause.",
                        sample.units())
                : verdict(
                        Verdict.Code.NOT_SEEN,
                        "Not seen in these data: an effect of this size needs about %.0f units, there are %d.",
                        effect.unitsNeeded(),
                        sample.units());
    }

    private static Verdict verdict(Verdict.Code code, String reason, Object... figures) {
        return new Verdict(code, String.format(Locale.ROOT, reason, figures));
    }
}
