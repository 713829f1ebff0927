package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.Layout;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Newton;
import io.linkage.model.churn.Observed;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Logistic regression with a ridge on standardised terms: mean log-loss plus half the ridge times the squared coefficients. Spark ML's
 * search comes near, and Newton's steps close what it left open: a step squares the distance, where the search takes a pass over the
 * rows for each of some eighty steps, and parting the rows otherwise changes nothing that is kept.
 */
final class LogisticFit {
    private static final StructType POINTS =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());
    private static final double TOLERANCE = 1e-8;
    /** Steps of a search from which Newton's go on, and of one to its own end. */
    private static final int NEAR = 10;

    private static final int TO_THE_END = 100;
    private static final int MOST_STEPS = 8;
    /** A step as short as this ends closer to the optimum than digits tell. */
    private static final double SHORT = 1e-6;

    private static final MathContext KEPT = new MathContext(9);

    private LogisticFit() {}

    /** Fits on rows with a known outcome. */
    static Regression of(String name, Dataset<Row> rows, Design design, double ridge) {
        Dataset<Row> points = rows.map(points(design), Encoders.row(POINTS));
        Newton last = closed(search(points, ridge, NEAR), points, ridge)
                .orElseGet(() -> closer(search(points, ridge, TO_THE_END), points, ridge));
        double[] closest = last.step(ridge).orElseGet(last::coefficients);
        return inUnits(name, closest, last.covariance(ridge), design.terms());
    }

    private static double[] search(Dataset<Row> points, double ridge, int steps) {
        LogisticRegressionModel found = new LogisticRegression()
                .setFamily("binomial")
                .setElasticNetParam(0)
                .setRegParam(ridge)
                // The terms come standardised, over the rows of this fit.
                .setStandardization(false)
                .setTol(TOLERANCE)
                .setMaxIter(steps)
                .fit(points);
        double[] coefficients = new double[found.coefficients().size() + 1];
        coefficients[0] = found.intercept();
        System.arraycopy(found.coefficients().toArray(), 0, coefficients, 1, coefficients.length - 1);
        return coefficients;
    }

    /** Slope and curvature where Newton's steps have become short; empty where they do not, as where curvature vanishes. */
    private static Optional<Newton> closed(double[] near, Dataset<Row> points, double ridge) {
        double[] coefficients = near;
        for (int step = 0; step < MOST_STEPS; step++) {
            Newton here = at(coefficients, points);
            Optional<double[]> next = here.step(ridge);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            double moved = new ArrayRealVector(coefficients).getLInfDistance(new ArrayRealVector(next.get()));
            coefficients = next.get();
            if (moved < SHORT) {
                return Optional.of(at(coefficients, points));
            }
        }
        return Optional.empty();
    }

    private static Newton closer(double[] found, Dataset<Row> points, double ridge) {
        return at(at(found, points).step(ridge).orElse(found), points);
    }

    private static Newton at(double[] coefficients, Dataset<Row> points) {
        FlatMapFunction<Iterator<Row>, Newton> gather = rows -> {
            Newton newton = new Newton(coefficients);
            rows.forEachRemaining(row -> newton.add(row.<Vector>getAs(1).toArray(), row.getDouble(0) > 0));
            return List.of(newton).iterator();
        };
        // Parts come in their order and not in that of their end, and so do their sums.
        List<Newton> parts = points.javaRDD().mapPartitions(gather).collect();
        return parts.stream().reduce(Newton::merge).orElseGet(() -> new Newton(coefficients));
    }

    private static MapFunction<Row, Row> points(Design design) {
        List<Term> terms = design.terms();
        List<Layout.Reader> readers = new ArrayList<>();
        terms.forEach(term -> readers.add(term.reader(Examples.LAYOUT)));
        return row -> point(row, terms, readers);
    }

    private static Row point(Row row, List<Term> terms, List<Layout.Reader> readers) {
        Observed observed = Examples.observed(row);
        double[] standardised = new double[readers.size()];
        for (int place = 0; place < standardised.length; place++) {
            Term term = terms.get(place);
            standardised[place] = (readers.get(place).of(observed) - term.mean()) / term.deviation();
        }
        return RowFactory.create(Examples.left(row) ? 1.0 : 0.0, Vectors.dense(standardised));
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
