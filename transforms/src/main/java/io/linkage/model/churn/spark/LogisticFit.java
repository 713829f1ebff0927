package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.Layout;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Observed;
import io.linkage.model.churn.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Logistic regression with a ridge on standardised terms, by Spark ML: mean log-loss plus half the ridge times the squared
 * coefficients. The search goes on far beyond the digits that are kept, so that parting the rows otherwise changes none.
 */
final class LogisticFit {
    private static final StructType POINTS =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());
    private static final double TOLERANCE = 1e-14;
    private static final int MOST_STEPS = 300;
    private static final MathContext KEPT = new MathContext(9);

    private LogisticFit() {}

    /** Fits on rows with a known outcome. */
    static ChurnModel of(String name, Dataset<Row> rows, Design design, double ridge) {
        LogisticRegressionModel fitted = new LogisticRegression()
                .setFamily("binomial")
                .setElasticNetParam(0)
                .setRegParam(ridge)
                // The terms come standardised, over the rows of this fit.
                .setStandardization(false)
                .setTol(TOLERANCE)
                .setMaxIter(MOST_STEPS)
                .fit(rows.map(points(design), Encoders.row(POINTS)));
        return inUnits(name, fitted.intercept(), fitted.coefficients().toArray(), design.terms());
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
    private static ChurnModel inUnits(String name, double intercept, double[] standardised, List<Term> terms) {
        List<Double> coefficients = new ArrayList<>();
        double origin = intercept;
        for (int place = 0; place < standardised.length; place++) {
            Term term = terms.get(place);
            double coefficient = kept(standardised[place] / term.deviation());
            coefficients.add(coefficient);
            origin -= coefficient * term.mean();
        }
        return new ChurnModel(name, kept(origin), terms, coefficients, new LogisticLine(0, 1));
    }

    /** To nine digits: what the order of a sum changes lies behind them. */
    static double kept(double value) {
        return new BigDecimal(value).round(KEPT).doubleValue();
    }
}
