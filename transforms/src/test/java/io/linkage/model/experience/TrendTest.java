package io.linkage.model.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    /** 1, 3, 2 at 0, 1, 2: slope .5, residuals -.5, 1, -.5, so chi-squared 1.5 of 1: errors grow by the root of 1.5. */
    @Test
    void levelsThatScatterMoreThanTheirErrorsWidenTheInterval() {
        Trend trend = Trend.of(periods(1, 3, 2));

        assertThat(trend.slope().estimate()).isCloseTo(.5, within(1e-12));
        assertThat(trend.slope().error()).isCloseTo(Math.sqrt(.5 * 1.5), within(1e-12));
        // Student with one degree of freedom: 1 - 2 atan(t) / pi.
        double t = .5 / Math.sqrt(.75);
        assertThat(trend.probability()).isCloseTo(1 - 2 * Math.atan(t) / Math.PI, within(1e-9));
    }

    /** Exactly on a line: the errors are those of the sampling alone. */
    @Test
    void levelsOnALineKeepTheErrorsOfTheirSamples() {
        Trend trend = Trend.of(periods(1, 2, 3, 4, 5));

        assertThat(trend.slope().error()).isCloseTo(1 / Math.sqrt(10), within(1e-12));
        assertThat(trend.at(6).estimate()).isCloseTo(7, within(1e-12));
        assertThat(trend.at(6).error()).isCloseTo(Math.sqrt(1 / 5.0 + 16 / 10.0), within(1e-12));
    }

    @Test
    void aTargetOnTheLineIsReachedWithAnEvenChance() {
        Trend trend = Trend.of(periods(1, 2, 3, 4, 5));

        assertThat(trend.probabilityOfReaching(7, 6)).isCloseTo(.5, within(1e-12));
        assertThat(trend.probabilityOfReaching(5, 6)).isGreaterThan(.8);
        assertThat(trend.probabilityOfReaching(9, 6)).isLessThan(.2);
    }

    @Test
    void aWellKnownPeriodCountsForMore() {
        Trend trend = Trend.of(
                List.of(new Trend.Period(0, 0, 1e-9), new Trend.Period(1, 1, 1e-9), new Trend.Period(2, 9, 1e9)));

        assertThat(trend.slope().estimate()).isCloseTo(1, within(1e-6));
    }

    @Test
    void twoPeriodsHaveNoTrend() {
        Trend trend = Trend.of(periods(1, 2));

        assertThat(trend.slope().estimate()).isNaN();
        assertThat(trend.probabilityOfReaching(1, 2)).isNaN();
    }

    /** All ten pairs rise; variance 5 x 4 x 15 / 18; (10 - 1) / 4.0825 = 2.2045. */
    @Test
    void fiveRisingLevelsHaveTheScoreOfMannAndKendall() {
        MannKendall rising = MannKendall.of(List.of(1.0, 2.0, 3.0, 5.0, 9.0));

        assertThat(rising.score()).isEqualTo(10);
        assertThat(rising.z()).isCloseTo(2.2045, within(5e-5));
        assertThat(rising.probability()).isCloseTo(.0275, within(5e-5));
    }

    /** 2, 2, 1: two pairs fall, one ties; variance (66 - 18) / 18. */
    @Test
    void tiesTakeTheirPartOfTheVariance() {
        MannKendall ties = MannKendall.of(List.of(2.0, 2.0, 1.0));

        assertThat(ties.score()).isEqualTo(-2);
        assertThat(ties.variance()).isCloseTo(48 / 18.0, within(1e-12));
    }

    private static List<Trend.Period> periods(double... levels) {
        return IntStream.range(0, levels.length)
                .mapToObj(time -> new Trend.Period(time, levels[time], 1))
                .toList();
    }
}
