package io.linkage.model.churn;

import java.io.Serializable;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Slope and curvature of the log-loss of a logistic regression at one point, added up over examples. One step from near the
 * optimum squares its distance, so that what a search left open is closed to all digits; and the curvature gives standard
 * errors. Coefficients are of standardised terms, the intercept first.
 */
public final class Newton implements Serializable {
    private final double[] coefficients;
    private final double[] gradient;
    private final double[][] information;
    private long examples;

    /** At these coefficients, without examples yet. */
    public Newton(double[] coefficients) {
        this.coefficients = coefficients.clone();
        this.gradient = new double[coefficients.length];
        this.information = new double[coefficients.length][coefficients.length];
    }

    /** Where it stands. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Takes one example in; x has no column for the intercept. */
    public void add(double[] x, boolean left) {
        add(x, left, 1);
    }

    /** Takes as many examples in as are alike. */
    void add(double[] x, boolean left, long times) {
        double margin = coefficients[0];
        for (int column = 0; column < x.length; column++) {
            margin += coefficients[column + 1] * x[column];
        }
        double p = LogisticLine.probabilityOf(margin);
        double distance = times * (p - (left ? 1 : 0));
        double weight = times * p * (1 - p);
        examples += times;
        for (int row = 0; row < gradient.length; row++) {
            double here = row == 0 ? 1 : x[row - 1];
            gradient[row] += distance * here;
            information[row][0] += weight * here;
            for (int column = 1; column <= row; column++) {
                information[row][column] += weight * here * x[column - 1];
            }
        }
    }

    /** Takes the examples of another part in. */
    public Newton merge(Newton other) {
        examples += other.examples;
        for (int row = 0; row < gradient.length; row++) {
            gradient[row] += other.gradient[row];
            for (int column = 0; column <= row; column++) {
                information[row][column] += other.information[row][column];
            }
        }
        return this;
    }

    /**
     * The coefficients after one step with a ridge, half of it times the squared coefficients added to the mean loss; empty
     * where the curvature is flat in some direction.
     */
    public Optional<double[]> step(double ridge) {
        RealVector slope = new ArrayRealVector(gradient);
        for (int row = 1; row < gradient.length; row++) {
            slope.addToEntry(row, ridge * examples * coefficients[row]);
        }
        return solved(ridge)
                .map(inverse -> new ArrayRealVector(coefficients).subtract(inverse.operate(slope)))
                .filter(next -> !next.isNaN() && !next.isInfinite())
                .map(RealVector::toArray);
    }

    /**
     * Covariance of the coefficients under the ridge, which also draws them towards 0: inverse curvature times information
     * times inverse curvature (le Cessie and van Houwelingen 1992, Applied Statistics 41(1)).
     */
    public Optional<RealMatrix> covariance(double ridge) {
        return solved(ridge).map(inverse -> inverse.multiply(symmetric(0)).multiply(inverse));
    }

    private Optional<RealMatrix> solved(double ridge) {
        try {
            return Optional.of(new CholeskyDecomposition(symmetric(ridge * examples))
                    .getSolver()
                    .getInverse());
        } catch (MathIllegalArgumentException flat) {
            return Optional.empty();
        }
    }

    private RealMatrix symmetric(double onDiagonal) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(gradient.length, gradient.length);
        for (int row = 0; row < gradient.length; row++) {
            for (int column = 0; column <= row; column++) {
                matrix.setEntry(row, column, information[row][column]);
                matrix.setEntry(column, row, information[row][column]);
            }
            if (row > 0) {
                matrix.addToEntry(row, row, onDiagonal);
            }
        }
        return matrix;
    }
}
