package io.linkage.model.linkage;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A line through an outcome by least squares; terms come first, then the columns of periods or the mean.
 */
final class LeastSquares {
    /** Columns of length 1 whose rest after the others is shorter than the root of this are a mixture of them. */
    private static final double DEPENDENT = 1e-10;

    private final Design design;
    private final double[][] x;
    private final RealMatrix inverse;
    private final double[] coefficients;
    private final double[] residuals;
    private final double squares;

    private LeastSquares(Design design, double[][] x, double[] y, RealMatrix inverse) {
        this.design = design;
        this.x = x;
        this.inverse = inverse;
        this.coefficients = inverse.operate(products(x, y));
        this.residuals = rest(x, y, coefficients);
        double[] centred = Sample.centred(y);
        this.squares = Sample.dot(centred, centred);
    }

    /** Of a column of the sample on others; empty where they mix with each other or no degree of freedom is left. */
    static Optional<LeastSquares> of(Design design, int outcome, int... terms) {
        double[][] x = new double[terms.length + design.nuisance().length][];
        for (int term = 0; term < terms.length; term++) {
            x[term] = design.column(terms[term]);
        }
        System.arraycopy(design.nuisance(), 0, x, terms.length, design.nuisance().length);
        double[] y = design.column(outcome);
        if (y.length <= x.length + design.absorbed()) {
            return Optional.empty();
        }
        return inverse(x).map(inverse -> new LeastSquares(design, x, y, inverse));
    }

    /** Inverse of X'X, by columns of length 1 so that units of measurement do not matter. */
    static Optional<RealMatrix> inverse(double[][] x) {
        double[] lengths = Arrays.stream(x)
                .mapToDouble(column -> Math.sqrt(Sample.dot(column, column)))
                .toArray();
        RealMatrix products = MatrixUtils.createRealMatrix(x.length, x.length);
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column <= row; column++) {
                double entry = row == column ? 1 : Sample.dot(x[row], x[column]) / (lengths[row] * lengths[column]);
                products.setEntry(row, column, entry);
                products.setEntry(column, row, entry);
            }
        }
        try {
            RealMatrix inverse = new CholeskyDecomposition(products, 1e-10, DEPENDENT)
                    .getSolver()
                    .getInverse();
            for (int row = 0; row < x.length; row++) {
                for (int column = 0; column < x.length; column++) {
                    inverse.multiplyEntry(row, column, 1 / (lengths[row] * lengths[column]));
                }
            }
            return Optional.of(symmetric(inverse));
        } catch (MathIllegalArgumentException dependent) {
            return Optional.empty();
        }
    }

    /** With both triangles the same to the last digit, as decompositions want them. */
    static RealMatrix symmetric(RealMatrix matrix) {
        for (int row = 0; row < matrix.getRowDimension(); row++) {
            for (int column = 0; column < row; column++) {
                double mean = (matrix.getEntry(row, column) + matrix.getEntry(column, row)) / 2;
                matrix.setEntry(row, column, mean);
                matrix.setEntry(column, row, mean);
            }
        }
        return matrix;
    }

    static double[] products(double[][] x, double[] y) {
        return Arrays.stream(x).mapToDouble(column -> Sample.dot(column, y)).toArray();
    }

    static double[] rest(double[][] x, double[] y, double[] coefficients) {
        double[] rest = y.clone();
        for (int column = 0; column < x.length; column++) {
            for (int row = 0; row < rest.length; row++) {
                rest[row] -= coefficients[column] * x[column][row];
            }
        }
        return rest;
    }

    double coefficient(int term) {
        return coefficients[term];
    }

    /** Standard error if all rows were independent and alike; it is too small where units of a cluster move together. */
    double plainError(int term) {
        return Math.sqrt(Sample.dot(residuals, residuals) / freedom() * inverse.getEntry(term, term));
    }

    /** Rows less columns less means of units. */
    int freedom() {
        return residuals.length - x.length - design.absorbed();
    }

    /** Share of the outcome's variance that is told; with effects of units, of its changes within them. */
    double told() {
        return 1 - Sample.dot(residuals, residuals) / squares;
    }

    /** Whether nothing is left over: a figure that is made of the other, not linked to it. */
    boolean perfect() {
        return Sample.dot(residuals, residuals) <= 1e-20 * squares;
    }

    Design design() {
        return design;
    }

    double[][] x() {
        return x;
    }

    RealMatrix inverse() {
        return inverse;
    }

    double[] residuals() {
        return residuals;
    }
}
