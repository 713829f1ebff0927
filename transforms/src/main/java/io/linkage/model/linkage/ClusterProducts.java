package io.linkage.model.linkage;

import io.linkage.model.random.Draws;
import java.util.Arrays;

/**
 * Products of the columns of a design by cluster: a sample of clusters adds them up, and sweeping takes columns out (Goodnight
 * 1979, American Statistician 33(3)). First come the columns of periods or the mean, then those of the sample.
 */
final class ClusterProducts {
    /** A column whose rest after the others is below this part of itself says nothing of its own. */
    private static final double DEPENDENT = 1e-10;

    private final double[][][] clusters;
    private final int nuisance;

    private ClusterProducts(double[][][] clusters, int nuisance) {
        this.clusters = clusters;
        this.nuisance = nuisance;
    }

    /** Of the first so many columns of the sample. */
    static ClusterProducts of(Design design, int width) {
        int nuisance = design.nuisance().length;
        double[][] columns = Arrays.copyOf(design.nuisance(), nuisance + width);
        for (int column = 0; column < width; column++) {
            columns[nuisance + column] = design.column(column);
        }
        double[][][] clusters = Arrays.stream(ClusterErrors.rows(design.sample().cluster()))
                .map(rows -> products(columns, rows))
                .toArray(double[][][]::new);
        return new ClusterProducts(clusters, nuisance);
    }

    private static double[][] products(double[][] columns, int[] rows) {
        double[][] result = new double[columns.length][columns.length];
        for (int left = 0; left < columns.length; left++) {
            for (int right = 0; right < columns.length; right++) {
                for (int row : rows) {
                    result[left][right] += columns[left][row] * columns[right][row];
                }
            }
        }
        return result;
    }

    int clusters() {
        return clusters.length;
    }

    /** Each cluster once. */
    double[] once() {
        double[] times = new double[clusters.length];
        Arrays.fill(times, 1);
        return times;
    }

    /** How often each cluster is drawn, with replacement. */
    double[] drawn(long seed, int draw) {
        double[] times = new double[clusters.length];
        Draws random = Draws.of(seed, "clusters", draw);
        for (int i = 0; i < clusters.length; i++) {
            times[random.below(clusters.length)]++;
        }
        return times;
    }

    /** Sums over clusters, free of periods or the mean. */
    Swept swept(double[] times) {
        int width = clusters[0].length;
        double[][] all = new double[width][width];
        for (int cluster = 0; cluster < clusters.length; cluster++) {
            if (times[cluster] > 0) {
                for (int row = 0; row < width; row++) {
                    for (int column = 0; column < width; column++) {
                        all[row][column] += times[cluster] * clusters[cluster][row][column];
                    }
                }
            }
        }
        double[] own = new double[width];
        Arrays.setAll(own, column -> all[column][column]);
        Swept swept = new Swept(all, own, nuisance);
        for (int column = -nuisance; column < 0; column++) {
            swept.take(column);
        }
        return swept;
    }

    /** A matrix of products; columns of the sample go by their own numbers. */
    record Swept(double[][] matrix, double[] own, int nuisance) {
        double at(int row, int column) {
            return matrix[nuisance + row][nuisance + column];
        }

        /** Takes a column out of the others; false, and nothing done, where nothing of it is left. */
        boolean take(int column) {
            int pivot = nuisance + column;
            double value = matrix[pivot][pivot];
            if (!(value > DEPENDENT * own[pivot])) {
                return false;
            }
            double[] line = matrix[pivot].clone();
            for (int row = 0; row < matrix.length; row++) {
                double share = matrix[row][pivot] / value;
                if (row != pivot) {
                    for (int each = 0; each < matrix.length; each++) {
                        matrix[row][each] -= share * line[each];
                    }
                    matrix[row][pivot] = -share;
                }
            }
            for (int each = 0; each < matrix.length; each++) {
                matrix[pivot][each] = line[each] / value;
            }
            matrix[pivot][pivot] = 1 / value;
            return true;
        }
    }
}
