package io.linkage.model.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegressionTest {
    /** By hand: y = 1, 3, 4, 8 at x = 0, 1, 2, 3 has slope 11 / 5 and intercept .7; the ridge moves them by its ten-thousandth. */
    @Test
    void leastSquaresFindsTheLine() {
        FittedLine fitted = regression(0, 1, 2, 3).fit(Loss.squared(new double[] {1, 3, 4, 8}));

        assertThat(fitted.line().coefficients().get(0)).isCloseTo(2.2, within(1e-3));
        assertThat(fitted.line().intercept()).isCloseTo(.7, within(1e-3));
    }

    /** Of two groups the log-odds are those of their shares, 1 of 4 and 3 of 4; the error that of a difference of them. */
    @Test
    void aLogisticLineOfOneIndicatorGivesTheOddsOfTheGroups() {
        FittedLine fitted = regression(0, 0, 0, 0, 1, 1, 1, 1)
                .fit(Loss.logistic(new boolean[] {true, false, false, false, true, true, true, false}));

        assertThat(fitted.line().intercept()).isCloseTo(Math.log(1 / 3.0), within(2e-3));
        assertThat(fitted.line().coefficients().get(0)).isCloseTo(2 * Math.log(3), within(2e-3));
        assertThat(fitted.errors().get(1)).isCloseTo(Math.sqrt(2 / (4 * .25 * .75)), within(5e-3));
    }

    @Test
    void aLogisticLineOfGroupsWithoutAnyDoubtStaysFinite() {
        Line line = regression(0, 0, 1, 1)
                .fit(Loss.logistic(new boolean[] {false, false, true, true}))
                .line();

        assertThat(line.probability(new double[] {1})).isBetween(.9, 1.0);
    }

    /** The .9 quantile of 1 to 11 is 10, of 101 to 111 it is 110. */
    @Test
    void aQuantileLineOfOneIndicatorGivesTheQuantilesOfTheGroups() {
        double[] groups = IntStream.range(0, 22).mapToDouble(row -> row / 11).toArray();
        double[] values = IntStream.range(0, 22)
                .mapToDouble(row -> row < 11 ? row + 1 : row + 90)
                .toArray();

        Line line = regression(groups).fit(Loss.pinball(values, .9, 1e-3)).line();

        assertThat(line.at(new double[] {0})).isCloseTo(10, within(.1));
        assertThat(line.at(new double[] {1})).isCloseTo(110, within(.1));
    }

    @Test
    void aTermThatIsTheSameForAllTakesNoPart() {
        FittedLine fitted = regression(5, 5, 5).fit(Loss.squared(new double[] {1, 2, 6}));

        assertThat(fitted.line().intercept()).isCloseTo(3, within(1e-9));
        assertThat(fitted.line().coefficients()).containsExactly(0.0);
        assertThat(fitted.errors().get(1)).isZero();
    }

    private static Regression regression(double... values) {
        List<double[]> rows = IntStream.range(0, values.length)
                .mapToObj(row -> new double[] {values[row]})
                .toList();
        return new Regression(
                rows, IntStream.range(0, values.length).mapToDouble(row -> 1).toArray());
    }
}
