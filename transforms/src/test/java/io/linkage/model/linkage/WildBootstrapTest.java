package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WildBootstrapTest {
    @Test
    void chanceIsThatOfRefittingEachDrawByTheDefinition() {
        Sample sample = sample(5, .4, 11);
        LeastSquares fit =
                LeastSquares.of(Design.of(sample, Effects.MEAN), 2, 0, 1).orElseThrow();
        double[][] signs = signs(5);

        WildBootstrap wild = new WildBootstrap(fit, 0, Sample.centred(sample.columns()[2]), signs);

        for (double value : new double[] {0, .25, -.4}) {
            assertThat(wild.chance(value)).isCloseTo(byDefinition(sample, fit, signs, value), within(1e-12));
        }
    }

    @Test
    void theEndsOfTheIntervalAreRefusedJustBeyond() {
        Sample sample = sample(9, .4, 5);
        LeastSquares fit =
                LeastSquares.of(Design.of(sample, Effects.MEAN), 2, 0, 1).orElseThrow();
        WildBootstrap wild = WildBootstrap.of(fit, Sample.centred(sample.columns()[2]), 1, 1_999);

        double[] ends = wild.interval(.9);

        assertThat(wild.chance(ends[0] + 1e-6)).isGreaterThan(.1);
        assertThat(wild.chance(ends[0] - 1e-6)).isLessThanOrEqualTo(.1);
        assertThat(wild.chance(ends[1] - 1e-6)).isGreaterThan(.1);
        assertThat(wild.chance(ends[1] + 1e-6)).isLessThanOrEqualTo(.1);
    }

    @Test
    void aTrueNullIsRefusedAboutAsOftenAsTheLevelSaysWithSixClusters() {
        int refused = 0;
        for (int seed = 0; seed < 400; seed++) {
            Sample sample = sample(6, 0, seed);
            LeastSquares fit =
                    LeastSquares.of(Design.of(sample, Effects.MEAN), 2, 0, 1).orElseThrow();
            refused += WildBootstrap.of(fit, Sample.centred(sample.columns()[2]), seed, 399)
                                    .chance(0)
                            < .05
                    ? 1
                    : 0;
        }

        // 20 of 400 expected; four deviations of a binomial above.
        assertThat(refused).isBetween(4, 38);
    }

    /** All signs, the first of them fixed: the other half is their mirror image. */
    private static double[][] signs(int clusters) {
        double[][] signs = new double[1 << (clusters - 1)][clusters];
        for (int draw = 0; draw < signs.length; draw++) {
            for (int cluster = 0; cluster < clusters; cluster++) {
                signs[draw][cluster] = (draw >> cluster & 1) == 1 ? -1 : 1;
            }
        }
        return signs;
    }

    private static double byDefinition(Sample sample, LeastSquares fit, double[][] signs, double value) {
        double[] less = new double[sample.rows()];
        for (int row = 0; row < less.length; row++) {
            less[row] = sample.columns()[2][row] - value * sample.columns()[0][row];
        }
        LeastSquares under = line(sample, new double[][] {sample.columns()[1], less}, 1, 0);
        double seen = Math.abs(fit.coefficient(0) - value) / new ClusterErrors(fit).cr1(0);
        int farther = 0;
        for (double[] sign : signs) {
            double[] drawn = new double[less.length];
            for (int row = 0; row < less.length; row++) {
                drawn[row] = less[row] - under.residuals()[row] + sign[sample.cluster()[row]] * under.residuals()[row];
            }
            LeastSquares again =
                    line(sample, new double[][] {sample.columns()[0], sample.columns()[1], drawn}, 2, 0, 1);
            double t = Math.abs(again.coefficient(0)) / new ClusterErrors(again).cr1(0);
            farther += t >= seen * (1 - 1e-9) ? 1 : 0;
        }
        return (1.0 + farther) / (1 + signs.length);
    }

    private static LeastSquares line(Sample sample, double[][] columns, int outcome, int... terms) {
        Sample drawn = new Sample(columns, sample.unit(), sample.period(), sample.cluster());
        return LeastSquares.of(Design.of(drawn, Effects.MEAN), outcome, terms).orElseThrow();
    }

    /** Clusters of 4 to 8 units that share a shock; x and a second cause. */
    private static Sample sample(int clusters, double slope, long seed) {
        Draws draws = Draws.of(seed, "sample");
        List<Cell> cells = new ArrayList<>();
        for (int cluster = 0; cluster < clusters; cluster++) {
            double shock = draws.normal();
            double place = draws.normal();
            for (int unit = 0; unit < 4 + cluster % 5; unit++) {
                double x = place + draws.normal();
                double other = draws.normal();
                double y = slope * x + other + shock + draws.normal();
                cells.add(new Cell("u" + cluster + "-" + unit, "c" + cluster, 1, 20, x, other, y));
            }
        }
        return Panel.of(List.of("x", "other", "y"), cells)
                .sample(new Lagged("x", 0), new Lagged("other", 0), new Lagged("y", 0));
    }
}
