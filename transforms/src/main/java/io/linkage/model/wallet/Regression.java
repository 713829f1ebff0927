package io.linkage.model.wallet;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Fits a line to weighted rows by Newton's steps, or those of parabolas from above, with a small ridge on standardised terms
 * that keeps it finite. The covariance is the sandwich of Huber (1967), which holds under weights of a sample.
 */
final class Regression {
    private static final double RIDGE = 1e-4;
    private static final double CLOSE = 1e-10;
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVES = 30;

    private final double[][] rows;
    private final double[] weights;
    private final double[] means;
    private final double[] deviations;
    private final double total;

    /**
     * Rows to fit to.
     *
     * @param terms of each row
     * @param weights of each row, above 0
     */
    Regression(List<double[]> terms, double[] weights) {
        int width = terms.get(0).length;
        this.weights = weights.clone();
        means = new double[width];
        deviations = new double[width];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        total = sum;
        for (int column = 0; column < width; column++) {
            standardise(terms, column);
        }
        rows = new double[terms.size()][width + 1];
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] = 1;
            for (int column = 0; column < width; column++) {
                double away = terms.get(row)[column] - means[column];
                rows[row][column + 1] = deviations[column] > 0 ? away / deviations[column] : 0;
            }
        }
    }

    private void standardise(List<double[]> terms, int column) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += weights[row] * terms.get(row)[column];
        }
        double mean = sum / total;
        double squares = 0;
        for (int row = 0; row < weights.length; row++) {
            squares += weights[row] * Math.pow(terms.get(row)[column] - mean, 2);
        }
        double deviation = Math.sqrt(squares / total);
        means[column] = mean;
        // A term that is the same for all but for rounding tells nobody apart.
        deviations[column] = deviation > 1e-9 * (1 + Math.abs(mean)) ? deviation : 0;
    }

    /** The line of least loss, and its covariance. */
    FittedLine fit(Loss loss) {
        double[] at = new double[means.length + 1];
        double value = value(loss, at);
        for (int step = 0; step < MOST_STEPS; step++) {
            Sums sums = new Sums(loss, at);
            double[] move = solved(sums.curvature).operate(sums.slopes(at));
            double[] next = plus(at, move, 1);
            double least = value(loss, next);
            for (int half = 1; half < MOST_HALVES && !(least <= value); half++) {
                next = plus(at, move, Math.pow(0.5, half));
                least = value(loss, next);
            }
            boolean isClose = value - least <= CLOSE * (1 + Math.abs(value));
            at = least <= value ? next : at;
            value = Math.min(value, least);
            if (isClose) {
                break;
            }
        }
        return inUnits(at, root(new Sums(loss, at)));
    }

    private static double[] plus(double[] at, double[] move, double part) {
        double[] next = at.clone();
        for (int place = 0; place < next.length; place++) {
            next[place] += part * move[place];
        }
        return next;
    }

    private double value(Loss loss, double[] at) {
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            sum += weights[row] * loss.value(dot(rows[row], at), row);
        }
        for (int place = 1; place < at.length; place++) {
            sum += RIDGE * total * at[place] * at[place] / 2;
        }
        return sum / total;
    }

    private RealMatrix solved(double[][] curvature) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(curvature);
        for (int place = 1; place < curvature.length; place++) {
            matrix.addToEntry(place, place, RIDGE * total);
        }
        return new CholeskyDecomposition(matrix, 1e-9, 0).getSolver().getInverse();
    }

    /** Root of the covariance of standardised coefficients. */
    private RealMatrix root(Sums sums) {
        EigenDecompositionSymmetric squares =
                new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(sums.squaredSlopes));
        RealMatrix half = squares.getV().copy();
        for (int column = 0; column < half.getColumnDimension(); column++) {
            double scale = Math.sqrt(Math.max(0, squares.getEigenvalue(column)));
            for (int row = 0; row < half.getRowDimension(); row++) {
                half.multiplyEntry(row, column, scale);
            }
        }
        return solved(sums.curvature).multiply(half);
    }

    private FittedLine inUnits(double[] standardised, RealMatrix root) {
        RealMatrix toUnits = MatrixUtils.createRealIdentityMatrix(standardised.length);
        for (int column = 0; column < means.length; column++) {
            double scale = deviations[column] > 0 ? 1 / deviations[column] : 0;
            toUnits.setEntry(column + 1, column + 1, scale);
            toUnits.setEntry(0, column + 1, -means[column] * scale);
        }
        double[] units = toUnits.operate(standardised);
        List<Double> coefficients = new ArrayList<>();
        for (int place = 1; place < units.length; place++) {
            coefficients.add(units[place]);
        }
        return new FittedLine(new Line(units[0], coefficients), toUnits.multiply(root));
    }

    private static double dot(double[] row, double[] at) {
        double sum = 0;
        for (int place = 0; place < at.length; place++) {
            sum += row[place] * at[place];
        }
        return sum;
    }

    /** Slopes and curvatures at one line, added up over the rows. */
    private final class Sums {
        private final double[] slope;
        private final double[][] curvature;
        private final double[][] squaredSlopes;

        Sums(Loss loss, double[] at) {
            slope = new double[at.length];
            curvature = new double[at.length][at.length];
            squaredSlopes = new double[at.length][at.length];
            for (int row = 0; row < rows.length; row++) {
                double fitted = dot(rows[row], at);
                add(rows[row], weights[row] * loss.slope(fitted, row), weights[row] * loss.curvature(fitted, row));
            }
            for (int place = 0; place < at.length; place++) {
                for (int other = 0; other < place; other++) {
                    curvature[other][place] = curvature[place][other];
                    squaredSlopes[other][place] = squaredSlopes[place][other];
                }
            }
        }

        private void add(double[] row, double pull, double bend) {
            for (int place = 0; place < row.length; place++) {
                slope[place] += pull * row[place];
                for (int other = 0; other <= place; other++) {
                    double product = row[place] * row[other];
                    curvature[place][other] += bend * product;
                    squaredSlopes[place][other] += pull * pull * product;
                }
            }
        }

        /** With that of the ridge. */
        double[] slopes(double[] at) {
            double[] slopes = slope.clone();
            for (int place = 1; place < at.length; place++) {
                slopes[place] -= RIDGE * total * at[place];
            }
            return slopes;
        }
    }
}
