package io.linkage.model.linkage;

import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Standard errors of a line whose rows belong together by cluster: CR1 (Liang and Zeger 1986, with Stata's factor for small
 * samples) and CR2, without bias where errors are independent and alike (Bell and McCaffrey 2002, Survey Methodology 28(2)),
 * with the degrees of freedom of Satterthwaite (Imbens and Kolesar 2016, Review of Economics and Statistics 98(4)).
 */
final class ClusterErrors {
    /** A cluster that alone decides a direction has no rest to judge it by. */
    private static final double DECIDED = 1e-9;

    private final LeastSquares fit;
    private final int[][] rows;

    ClusterErrors(LeastSquares fit) {
        this.fit = fit;
        this.rows = rows(fit.design().sample().cluster());
    }

    static int[][] rows(int[] cluster) {
        int[][] rows = new int[Sample.distinct(cluster)][];
        for (int number = 0; number < rows.length; number++) {
            int here = number;
            rows[number] = IntStream.range(0, cluster.length)
                    .filter(row -> cluster[row] == here)
                    .toArray();
        }
        return rows;
    }

    int clusters() {
        return rows.length;
    }

    /**
     * How many clusters of equal weight would decide the coefficient as these do: (sum L)^2 / sum L^2, L the partial
     * leverage of a cluster (MacKinnon, Nielsen and Webb 2023, Journal of Econometrics 232(2)).
     */
    double deciding(int term) {
        double[] direction = fit.inverse().getRow(term);
        double sum = 0;
        double squares = 0;
        for (int[] cluster : rows) {
            double leverage = 0;
            for (int row : cluster) {
                leverage += Math.pow(along(direction, row), 2);
            }
            sum += leverage;
            squares += leverage * leverage;
        }
        return sum * sum / squares;
    }

    /** CR1; means of units lie within clusters and take no degree of freedom. */
    double cr1(int term) {
        double sum = 0;
        double[] direction = fit.inverse().getRow(term);
        for (int[] cluster : rows) {
            double score = 0;
            for (int row : cluster) {
                score += along(direction, row) * fit.residuals()[row];
            }
            sum += score * score;
        }
        return Math.sqrt(sum * factor(fit, rows.length));
    }

    /** What CR1 multiplies variances by. */
    static double factor(LeastSquares fit, int clusters) {
        int columns = fit.x().length + (fit.design().absorbed() > 0 ? 1 : 0);
        double n = fit.residuals().length;
        return clusters / (clusters - 1.0) * (n - 1) / (n - columns);
    }

    /** CR2 and its degrees of freedom. */
    Error cr2(int term) {
        RealMatrix root = new CholeskyDecomposition(fit.inverse(), 1e-6, 0).getL();
        double[][] adjusted = new double[rows.length][];
        double sum = 0;
        for (int cluster = 0; cluster < rows.length; cluster++) {
            adjusted[cluster] = adjusted(term, rows[cluster], root);
            double score = 0;
            for (int place = 0; place < rows[cluster].length; place++) {
                score += adjusted[cluster][place] * fit.residuals()[rows[cluster][place]];
            }
            sum += score * score;
        }
        return new Error(Math.sqrt(sum), freedom(adjusted));
    }

    /**
     * (I - H)^(-1/2) X (X'X)^-1 c of a cluster. With V = X L, LL' = (X'X)^-1, that is V W (1 - s)^(-1/2) W' L'c, where
     * V'V = W s W': as small a problem as there are columns, however many rows a cluster has.
     */
    private double[] adjusted(int term, int[] cluster, RealMatrix root) {
        RealMatrix v = part(cluster).multiply(root);
        EigenDecompositionSymmetric parts =
                new EigenDecompositionSymmetric(LeastSquares.symmetric(v.transposeMultiply(v)), 1e-12, true);
        RealMatrix w = parts.getV();
        double[] scaled = w.transpose().operate(root.getRow(term));
        for (int column = 0; column < scaled.length; column++) {
            double left = 1 - parts.getEigenvalue(column);
            scaled[column] = left > DECIDED ? scaled[column] / Math.sqrt(left) : 0;
        }
        return v.operate(w.operate(scaled));
    }

    private double freedom(double[][] adjusted) {
        int clusters = adjusted.length;
        double[][] moved = new double[clusters][];
        for (int cluster = 0; cluster < clusters; cluster++) {
            moved[cluster] = part(rows[cluster]).transpose().operate(adjusted[cluster]);
        }
        double trace = 0;
        double squares = 0;
        for (int one = 0; one < clusters; one++) {
            double[] weighted = fit.inverse().operate(moved[one]);
            for (int other = 0; other < clusters; other++) {
                double own = one == other ? Sample.dot(adjusted[one], adjusted[one]) : 0;
                double entry = own - Sample.dot(weighted, moved[other]);
                trace += one == other ? entry : 0;
                squares += entry * entry;
            }
        }
        return trace * trace / squares;
    }

    private RealMatrix part(int[] cluster) {
        RealMatrix part = MatrixUtils.createRealMatrix(cluster.length, fit.x().length);
        for (int place = 0; place < cluster.length; place++) {
            for (int column = 0; column < fit.x().length; column++) {
                part.setEntry(place, column, fit.x()[column][cluster[place]]);
            }
        }
        return part;
    }

    private double along(double[] direction, int row) {
        double sum = 0;
        for (int column = 0; column < direction.length; column++) {
            sum += direction[column] * fit.x()[column][row];
        }
        return sum;
    }

    /**
     * A standard error.
     *
     * @param error in units of the coefficient
     * @param freedom degrees of freedom of its t distribution
     */
    record Error(double error, double freedom) {}
}
