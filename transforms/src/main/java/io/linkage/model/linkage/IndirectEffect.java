package io.linkage.model.linkage;

import io.linkage.model.random.Draws;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What x does to y through a mediator: slope a of the mediator on x times slope b of y on the mediator beside x (Baron and
 * Kenny 1986), with bootstrap intervals over clusters: percentile, and with its bias corrected (MacKinnon, Lockwood and
 * Williams 2004, Multivariate Behavioral Research 39(1)). Sobel's z is a quick figure: the product is not normal.
 *
 * @param first a, mediator per unit of x
 * @param second b, y per unit of the mediator, at the same x
 * @param direct y per unit of x, at the same mediator
 * @param total y per unit of x: first times second, and direct
 * @param sobel a b / sqrt(a^2 se_b^2 + b^2 se_a^2) (Sobel 1982), with plain errors
 * @param low lower end, percentiles
 * @param high upper end, percentiles
 * @param correctedLow lower end, bias corrected
 * @param correctedHigh upper end, bias corrected
 * @param draws samples of clusters that gave a figure
 */
public record IndirectEffect(
        double first,
        double second,
        double direct,
        double total,
        double sobel,
        double low,
        double high,
        double correctedLow,
        double correctedHigh,
        int draws) {
    /** A column whose rest after the others is below this part of itself says nothing of its own. */
    private static final double DEPENDENT = 1e-10;
    /** Of so many samples that cannot be solved no interval is given. */
    private static final double USABLE = 0.9;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** a times b. */
    public double effect() {
        return first * second;
    }

    /** Of x, mediator and y, in this order; empty where they cannot be told apart. */
    static Optional<IndirectEffect> of(Sample given, Effects effects, double level, long seed, int draws) {
        Design design = Design.of(given, effects);
        Optional<LeastSquares> mediator = LeastSquares.of(design, 1, 0);
        Optional<LeastSquares> outcome = LeastSquares.of(design, 2, 1, 0);
        if (mediator.isEmpty() || outcome.isEmpty()) {
            return Optional.empty();
        }
        double[][][] clusters = products(design);
        double[] all = new double[clusters.length];
        Arrays.fill(all, 1);
        Slopes slopes = Slopes.of(clusters, all, design.nuisance().length);
        double[] drawn = drawn(clusters, design.nuisance().length, seed, draws);
        if (slopes == null || drawn.length < USABLE * draws) {
            return Optional.empty();
        }
        double error = Math.hypot(
                slopes.a() * outcome.get().plainError(0),
                slopes.b() * mediator.get().plainError(0));
        double product = slopes.a() * slopes.b();
        double tail = (1 - level) / 2;
        double bias = bias(drawn, product);
        return Optional.of(new IndirectEffect(
                slopes.a(),
                slopes.b(),
                slopes.direct(),
                slopes.total(),
                product / error,
                quantile(drawn, tail),
                quantile(drawn, 1 - tail),
                quantile(drawn, corrected(tail, bias)),
                quantile(drawn, corrected(1 - tail, bias)),
                drawn.length));
    }

    private static double[] drawn(double[][][] clusters, int nuisance, long seed, int draws) {
        return java.util.stream.IntStream.range(0, draws)
                .mapToDouble(draw -> {
                    double[] times = new double[clusters.length];
                    Draws random = Draws.of(seed, "clusters", draw);
                    for (int i = 0; i < clusters.length; i++) {
                        times[random.below(clusters.length)]++;
                    }
                    Slopes slopes = Slopes.of(clusters, times, nuisance);
                    return slopes == null ? Double.NaN : slopes.a() * slopes.b();
                })
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** By how many deviations the draws' median lies off the estimate; draws equal to it count half. */
    private static double bias(double[] sorted, double product) {
        long below = Arrays.stream(sorted).filter(value -> value < product).count();
        long equal = Arrays.stream(sorted).filter(value -> value == product).count();
        double share =
                Math.min(Math.max((below + equal / 2.0) / sorted.length, .5 / sorted.length), 1 - .5 / sorted.length);
        return NORMAL.inverseCumulativeProbability(share);
    }

    private static double corrected(double share, double bias) {
        return NORMAL.cumulativeProbability(2 * bias + NORMAL.inverseCumulativeProbability(share));
    }

    /** Value of sorted ones below which a share lies, between neighbours in proportion. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Per cluster, products of all pairs of columns: those of periods or the mean, then x, mediator and y. */
    private static double[][][] products(Design design) {
        int nuisance = design.nuisance().length;
        double[][] columns = Arrays.copyOf(design.nuisance(), nuisance + 3);
        for (int column = 0; column < 3; column++) {
            columns[nuisance + column] = design.column(column);
        }
        return Arrays.stream(ClusterErrors.rows(design.sample().cluster()))
                .map(rows -> products(columns, rows))
                .toArray(double[][][]::new);
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

    /** The slopes of both regressions by sweeping one matrix of products (Goodnight 1979, American Statistician 33(3)). */
    private record Slopes(double a, double b, double direct, double total) {
        static Slopes of(double[][][] clusters, double[] times, int nuisance) {
            int width = nuisance + 3;
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
            for (int column = 0; column < nuisance; column++) {
                sweep(all, column, own[column]);
            }
            int x = nuisance;
            if (!sweep(all, x, own[x])) {
                return null;
            }
            double a = all[x][x + 1];
            double total = all[x][x + 2];
            return sweep(all, x + 1, own[x + 1]) ? new Slopes(a, all[x + 1][x + 2], all[x][x + 2], total) : null;
        }

        /** Takes a column out of the others; false, and nothing done, where nothing of it is left. */
        private static boolean sweep(double[][] matrix, int pivot, double own) {
            double value = matrix[pivot][pivot];
            if (!(value > DEPENDENT * own)) {
                return false;
            }
            double[] line = matrix[pivot].clone();
            for (int row = 0; row < matrix.length; row++) {
                double share = matrix[row][pivot] / value;
                if (row != pivot) {
                    for (int column = 0; column < matrix.length; column++) {
                        matrix[row][column] -= share * line[column];
                    }
                    matrix[row][pivot] = -share;
                }
            }
            for (int column = 0; column < matrix.length; column++) {
                matrix[pivot][column] = line[column] / value;
            }
            matrix[pivot][pivot] = 1 / value;
            return true;
        }
    }
}
