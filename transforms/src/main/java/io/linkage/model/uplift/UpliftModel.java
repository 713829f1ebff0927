package io.linkage.model.uplift;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chance to respond with and without a contact, by what is known of a customer before it.
 *
 * @param code which of the models below
 * @param control log-odds to respond without the contact
 * @param treated log-odds with it; empty where the difference is modelled itself
 * @param effect the difference of the two chances; empty where it follows from them
 */
public record UpliftModel(String code, Line control, Optional<Line> treated, Optional<Line> effect)
        implements Serializable {
    /** Everyone has the same effect: what the others are held against. */
    public static final String MEAN_EFFECT = "mean-effect";
    /** One logistic regression for each arm, and their difference (T-learner: Künzel et al. 2019, PNAS 116(10)). */
    public static final String TWO_MODELS = "two-models";
    /**
     * One linear regression of an outcome whose mean is the effect: y / e of the treated, -y / (1 - e) of the others, e the
     * chance to be treated (Athey and Imbens 2015; Jaskowski and Jaroszewicz 2012).
     */
    public static final String TRANSFORMED_OUTCOME = "transformed-outcome";

    private static final double MILLION = 1e6;

    /** The lines as they travel to executors, where an Optional cannot: null where there is none. */
    public record Scorer(Line control, Line treated, Line effect) implements Serializable {
        /** Chances without and with the contact, to six decimals. */
        public Chances of(Map<String, Double> values) {
            double without = control.probability(values);
            double with = treated == null ? without + effect.at(values) : treated.probability(values);
            double most = Math.min(1, Math.max(0, with));
            return new Chances(rounded(without), rounded(most));
        }

        private static double rounded(double chance) {
            return Math.rint(chance * MILLION) / MILLION;
        }
    }

    /** Chances to respond. */
    public record Chances(double control, double treated) {
        /** What the contact adds; negative where it does harm. */
        public double uplift() {
            return Math.rint((treated - control) * MILLION) / MILLION;
        }
    }

    /** What scores customers. */
    public Scorer scorer() {
        return new Scorer(control, treated.orElse(null), effect.orElse(null));
    }

    /** Everyone alike. */
    public static UpliftModel meanEffect(List<Cell> cells) {
        return new UpliftModel(
                MEAN_EFFECT,
                level(Totals.of(cells).control()),
                Optional.of(level(Totals.of(cells).treated())),
                Optional.empty());
    }

    /** One regression for each arm. */
    public static UpliftModel twoModels(List<Cell> cells, double ridge) {
        Design design = new Design(cells);
        return new UpliftModel(
                TWO_MODELS,
                design.logistic(Design.points(cells, cell -> point(cell.control())), ridge),
                Optional.of(design.logistic(Design.points(cells, cell -> point(cell.treated())), ridge)),
                Optional.empty());
    }

    /** One regression of the transformed outcome, beside one of the control group for the level. */
    public static UpliftModel transformedOutcome(List<Cell> cells, double ridge) {
        Design design = new Design(cells);
        Totals totals = Totals.of(cells);
        double chance = totals.treated().weight()
                / (totals.treated().weight() + totals.control().weight());
        List<Design.Point> outcomes = Design.points(
                cells,
                cell -> new Design.Point(
                        cell.treated().weight() + cell.control().weight(),
                        cell.treated().weighted() / chance - cell.control().weighted() / (1 - chance)));
        return new UpliftModel(
                TRANSFORMED_OUTCOME,
                design.logistic(Design.points(cells, cell -> point(cell.control())), ridge),
                Optional.empty(),
                Optional.of(design.linear(outcomes, ridge)));
    }

    private static Design.Point point(Counts arm) {
        return new Design.Point(arm.weight(), arm.weighted());
    }

    /** Half a response is added to each side, so that nobody or everybody responding stays finite. */
    private static Line level(Counts arm) {
        double odds = (arm.weighted() + 0.5) / (arm.weight() - arm.weighted() + 0.5);
        return new Line(Design.kept(Math.log(odds)), Map.of());
    }
}
