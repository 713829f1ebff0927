package io.linkage.model.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression with a calibration on top: margin = intercept + sum of coefficient times term, chance = 1 / (1 +
 * exp(-(a + b margin))). Coefficients are per unit of the term, on the scale that {@link Layout} gives it.
 *
 * @param name as in ops_model
 * @param intercept margin where every term is 0
 * @param terms columns of the design
 * @param coefficients one per term
 * @param calibration the line from margins to log-odds
 */
public record ChurnModel(
        String name, double intercept, List<Term> terms, List<Double> coefficients, LogisticLine calibration)
        implements Serializable {
    /** Name of the logistic regression. */
    public static final String LOGISTIC = "logistic";

    private static final double DECIMALS = 1e4;
    private static final double LEAST = 1e-4;

    public ChurnModel {
        terms = List.copyOf(terms);
        coefficients = List.copyOf(coefficients);
    }

    /** The same with another calibration. */
    public ChurnModel calibrated(LogisticLine line) {
        return new ChurnModel(name, intercept, terms, coefficients, line);
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
            double margin = model.intercept;
            for (int place = 0; place < readers.size(); place++) {
                margin += model.coefficients.get(place) * readers.get(place).of(observed);
            }
            return margin;
        }

        /** Calibrated chance of leaving. */
        public double probability(Observed observed) {
            return model.calibration.probability(margin(observed));
        }

        /** What each term adds to the calibrated log-odds against the average: exact for a logistic regression. */
        double[] contributions(Observed observed) {
            double[] contributions = new double[readers.size()];
            for (int place = 0; place < contributions.length; place++) {
                double distance =
                        readers.get(place).of(observed) - model.terms.get(place).mean();
                contributions[place] = model.calibration.slope() * model.coefficients.get(place) * distance;
            }
            return contributions;
        }
    }
}
