package io.linkage.model.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule from terms to a margin with a calibration on top, which makes a chance of it.
 *
 * @param name as in ops_model
 * @param terms columns of the design, on the scale that {@link Layout} gives them
 * @param rule from terms to the margin
 * @param calibration from margins to chances
 */
public record ChurnModel(String name, List<Term> terms, MarginRule rule, ChanceCurve calibration)
        implements Serializable {
    /** Name of the logistic regression. */
    public static final String LOGISTIC = "logistic";
    /** Name of the boosted trees. */
    public static final String BOOSTED_TREES = "boosted-trees";

    private static final double DECIMALS = 1e4;
    private static final double LEAST = 1e-4;

    public ChurnModel {
        terms = List.copyOf(terms);
    }

    /** A regression: coefficients are per unit of the term. */
    public static ChurnModel linear(
            String name, double intercept, List<Term> terms, List<Double> coefficients, ChanceCurve calibration) {
        return new ChurnModel(name, terms, new LinearRule(intercept, coefficients), calibration);
    }

    /** The same with another calibration. */
    public ChurnModel calibrated(ChanceCurve curve) {
        return new ChurnModel(name, terms, rule, curve);
    }

    /** To four decimals, and never 0 or 1: the interval of any such forecast is wider. */
    public static double published(double probability) {
        double rounded = Math.rint(probability * DECIMALS) / DECIMALS;
        return Math.min(1 - LEAST, Math.max(LEAST, rounded));
    }

    /** The model made ready to read observations of a layout. */
    public Scorer scorer(Layout layout) {
        List<Layout.Reader> readers = new ArrayList<>();
        terms.forEach(term -> readers.add(term.reader(layout)));
        return new Scorer(this, List.copyOf(readers));
    }

    /** Scores observations. */
    public record Scorer(ChurnModel model, List<Layout.Reader> readers) implements Serializable {
        /** Log-odds before calibration. */
        public double margin(Observed observed) {
            return model.rule.margin(values(observed));
        }

        /** Calibrated chance of leaving. */
        public double probability(Observed observed) {
            return model.calibration.probability(margin(observed));
        }

        /** What each term adds to the log-odds against the average customer, by the slope of the calibration. */
        double[] contributions(Observed observed) {
            double[] contributions = model.rule.contributions(values(observed), model.terms);
            for (int place = 0; place < contributions.length; place++) {
                contributions[place] *= model.calibration.slope();
            }
            return contributions;
        }

        /** The terms of an observation. */
        public double[] values(Observed observed) {
            double[] values = new double[readers.size()];
            for (int place = 0; place < values.length; place++) {
                values[place] = readers.get(place).of(observed);
            }
            return values;
        }
    }
}
