package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Newton;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Logistic regression with a ridge on standardised terms: mean log-loss plus half the ridge times the squared coefficients. Newton's
 * steps from the share that left, each a pass over the rows, close it to all digits, so that parting the rows otherwise changes
 * nothing that is kept. Where they do not close, as where the curvature vanishes, Spark ML's search comes near, and one step follows.
 */
final class LogisticFit {
    private static final double TOLERANCE = 1e-8;
    private static final int LONGEST_SEARCH = 100;
    private static final int MOST_STEPS = 15;
    /** A step as short as this ends closer to the optimum than digits tell. */
    private static final double SHORT = 1e-6;

    private static final MathContext KEPT = new MathContext(9);

    private LogisticFit() {}

    /**
     * Fits on rows with a known outcome.
     *
     * @param share of them that left, about: where the search begins
     */
    static Regression of(String name, Dataset<Row> rows, Design design, double ridge, double share) {
        try (Points points = Points.of(rows, design)) {
            double[] start = new double[design.terms().size() + 1];
            start[0] = LogisticLine.logOdds(share);
            Newton last = closed(start, points, ridge).orElseGet(() -> closer(search(points, ridge), points, ridge));
            double[] closest = last.step(ridge).orElseGet(last::coefficients);
            return inUnits(name, closest, last.covariance(ridge), design.terms());
        }
    }

    /** Slope and curvature where Newton's steps have become short; empty where they do not. */
    private static Optional<Newton> closed(double[] start, Points points, double ridge) {
        double[] coefficients = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<double[]> next = points.at(coefficients).step(ridge);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            double moved = new ArrayRealVector(coefficients).getLInfDistance(new ArrayRealVector(next.get()));
            coefficients = next.get();
            if (moved < SHORT) {
                return Optional.of(points.at(coefficients));
            }
        }
        return Optional.empty();
    }

    private static double[] search(Points points, double ridge) {
        LogisticRegressionModel found = new LogisticRegression()
                .setFamily("binomial")
                .setElasticNetParam(0)
                .setRegParam(ridge)
                // The terms come standardised, over the rows of this fit.
                .setStandardization(false)
                .setTol(TOLERANCE)
                .setMaxIter(LONGEST_SEARCH)
                .fit(points.labelled());
        double[] coefficients = new double[found.coefficients().size() + 1];
        coefficients[0] = found.intercept();
        System.arraycopy(found.coefficients().toArray(), 0, coefficients, 1, coefficients.length - 1);
        return coefficients;
    }

    private static Newton closer(double[] found, Points points, double ridge) {
        return points.at(points.at(found).step(ridge).orElse(found));
    }

    /** From standard deviations back to units of each term. */
    private static Regression inUnits(
            String name, double[] standardised, Optional<RealMatrix> covariance, List<Term> terms) {
        List<Double> coefficients = new ArrayList<>();
        RealVector toOrigin = new ArrayRealVector(standardised.length);
        toOrigin.setEntry(0, 1);
        double origin = standardised[0];
        for (int place = 0; place < terms.size(); place++) {
            Term term = terms.get(place);
            coefficients.add(kept(standardised[place + 1] / term.deviation()));
            origin -= standardised[place + 1] / term.deviation() * term.mean();
            toOrigin.setEntry(place + 1, -term.mean() / term.deviation());
        }
        ChurnModel model = ChurnModel.linear(name, kept(origin), terms, coefficients, new LogisticLine(0, 1));
        return new Regression(
                model, covariance.map(known -> errors(known, toOrigin, terms)).orElse(List.of()), 0, 0);
    }

    private static List<Double> errors(RealMatrix covariance, RealVector toOrigin, List<Term> terms) {
        List<Double> errors = new ArrayList<>();
        errors.add(kept(Math.sqrt(toOrigin.dotProduct(covariance.operate(toOrigin)))));
        for (int place = 0; place < terms.size(); place++) {
            double variance = Math.max(0, covariance.getEntry(place + 1, place + 1));
            errors.add(kept(Math.sqrt(variance) / terms.get(place).deviation()));
        }
        return errors;
    }

    /** To nine digits: what the order of a sum changes lies behind them. */
    static double kept(double value) {
        return new BigDecimal(value).round(KEPT).doubleValue();
    }
}
