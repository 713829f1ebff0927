package io.linkage.model.linkage;

import io.linkage.model.random.Draws;
import java.util.Arrays;

/**
 * Test and interval of one coefficient with few clusters: residuals under the null keep their cluster and get a random sign
 * (Cameron, Gelbach and Miller 2008, Review of Economics and Statistics 90(3)), below 12 clusters one of Webb's six weights
 * (Webb 2023, Canadian Journal of Economics 56(3)). Statistics are t with CR1.
 *
 * <p>With x and y free of the other terms, numerator and squared error of a draw are polynomials of the null value; each draw
 * is five numbers, whichever value is tested.
 */
final class WildBootstrap {
    /** Below so many clusters signs alone give too few different draws. */
    private static final int FEW_CLUSTERS = 12;

    private static final double[] WEBB = {-Math.sqrt(1.5), -1, -Math.sqrt(.5), Math.sqrt(.5), 1, Math.sqrt(1.5)};
    /** Draws in which all clusters keep their sign are the data again, and 1 - .9 is .1, but for rounding. */
    private static final double ROUNDING = 1e-10;
    /** An end that lies beyond so many standard errors is none. */
    private static final double FARTHEST = 1e3;

    private static final int HALVINGS = 50;

    private final double estimate;
    private final double error;
    private final double factor;
    private final double[][] draws;

    WildBootstrap(LeastSquares fit, int term, double[] outcome, double[][] weights) {
        double[][] others = new double[fit.x().length - 1][];
        for (int column = 0, place = 0; column < fit.x().length; column++) {
            if (column != term) {
                others[place++] = fit.x()[column];
            }
        }
        double[] x = free(others, fit.x()[term]);
        int[][] rows = ClusterErrors.rows(fit.design().sample().cluster());
        this.estimate = fit.coefficient(term);
        this.error = new ClusterErrors(fit).cr1(term);
        this.factor = ClusterErrors.factor(fit, rows.length);
        Scores ofY = Scores.of(fit, rows, x, free(others, outcome));
        Scores ofX = Scores.of(fit, rows, x, x);
        this.draws = Arrays.stream(weights)
                .map(weight -> polynomials(ofY.drawn(weight), ofX.drawn(weight)))
                .toArray(double[][]::new);
    }

    /** Of the first term, with so many draws at the address of a seed. */
    static WildBootstrap of(LeastSquares fit, double[] outcome, long seed, int draws) {
        int clusters = fit.design().sample().clusters();
        double[][] weights = new double[draws][clusters];
        for (int draw = 0; draw < draws; draw++) {
            Draws random = Draws.of(seed, "wild", draw);
            for (int cluster = 0; cluster < clusters; cluster++) {
                weights[draw][cluster] =
                        clusters < FEW_CLUSTERS ? WEBB[random.below(WEBB.length)] : random.below(2) == 0 ? -1 : 1;
            }
        }
        return new WildBootstrap(fit, 0, outcome, weights);
    }

    private static double[] free(double[][] others, double[] column) {
        return LeastSquares.inverse(others)
                .map(inverse ->
                        LeastSquares.rest(others, column, inverse.operate(LeastSquares.products(others, column))))
                .orElse(column);
    }

    /** Sums of the draw: numerators of y and x, then squares of the scores yy, xy and xx. */
    private static double[] polynomials(double[][] ofY, double[][] ofX) {
        return new double[] {
            Arrays.stream(ofY[0]).sum(),
            Arrays.stream(ofX[0]).sum(),
            Sample.dot(ofY[1], ofY[1]),
            Sample.dot(ofY[1], ofX[1]),
            Sample.dot(ofX[1], ofX[1])
        };
    }

    /** Chance of a t as far from 0 or farther, if the coefficient were this. */
    double chance(double value) {
        double seen = Math.abs(estimate - value) / error * (1 - ROUNDING);
        int farther = 0;
        for (double[] draw : draws) {
            double numerator = draw[0] - value * draw[1];
            double squares = draw[2] - 2 * value * draw[3] + value * value * draw[4];
            farther += Math.abs(numerator) >= seen * Math.sqrt(factor * Math.max(0, squares)) ? 1 : 0;
        }
        return (1.0 + farther) / (1 + draws.length);
    }

    /** Values that are not refused at a level such as .95; an end without limit is infinite. */
    double[] interval(double level) {
        return new double[] {end(-1, 1 - level + ROUNDING), end(1, 1 - level + ROUNDING)};
    }

    private double end(int side, double refused) {
        double inside = 0;
        double outside = 1;
        while (chance(estimate + side * outside * error) > refused) {
            inside = outside;
            outside *= 2;
            if (outside > FARTHEST) {
                return side * Double.POSITIVE_INFINITY;
            }
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (inside + outside) / 2;
            if (chance(estimate + side * middle * error) > refused) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return estimate + side * (inside + outside) / 2 * error;
    }

    /** By cluster, sums of x times a column, and what a new fit takes from them. */
    private record Scores(double[] sums, double[][] products, double[][] taken) {
        static Scores of(LeastSquares fit, int[][] rows, double[] x, double[] column) {
            double[] sums = new double[rows.length];
            double[][] products = new double[rows.length][fit.x().length];
            double[][] taken = new double[rows.length][fit.x().length];
            for (int cluster = 0; cluster < rows.length; cluster++) {
                for (int row : rows[cluster]) {
                    sums[cluster] += x[row] * column[row];
                    for (int term = 0; term < fit.x().length; term++) {
                        products[cluster][term] += fit.x()[term][row] * column[row];
                        taken[cluster][term] += fit.x()[term][row] * x[row];
                    }
                }
                taken[cluster] = fit.inverse().operate(taken[cluster]);
            }
            return new Scores(sums, products, taken);
        }

        /** Weighted sums by cluster, before and after the line is fitted again. */
        double[][] drawn(double[] weights) {
            double[] moved = new double[products[0].length];
            double[] before = new double[weights.length];
            double[] after = new double[weights.length];
            for (int cluster = 0; cluster < weights.length; cluster++) {
                before[cluster] = weights[cluster] * sums[cluster];
                for (int term = 0; term < moved.length; term++) {
                    moved[term] += weights[cluster] * products[cluster][term];
                }
            }
            for (int cluster = 0; cluster < weights.length; cluster++) {
                after[cluster] = before[cluster] - Sample.dot(taken[cluster], moved);
            }
            return new double[][] {before, after};
        }
    }
}
