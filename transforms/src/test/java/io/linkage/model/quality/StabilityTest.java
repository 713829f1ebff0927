package io.linkage.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StabilityTest {
    /** Of 100 and 100 rows, half a row added to each of two bins: q = 50.5/101, 50.5/101; p = 75.5/101, 25.5/101. */
    @Test
    void theIndexOfTwoWordsIsTheSumCountedByHand() {
        double half = 50.5 / 101;
        double more = 75.5 / 101;
        double less = 25.5 / 101;

        assertThat(Stability.ofWords(words("a", 50, "b", 50), words("a", 75, "b", 25))
                        .index())
                .isCloseTo(
                        (more - half) * Math.log(more / half) + (less - half) * Math.log(less / half), within(1e-12));
    }

    @Test
    void aQuantileThatMovesByAWholeDeviationIsAnAlarmAndOneThatStaysIsNone() {
        double[] before = normal(1, 5_000, 0);

        assertThat(Stability.ofNumbers(before, normal(2, 5_000, 0)).index()).isLessThan(.01);
        assertThat(Stability.ofNumbers(before, normal(3, 5_000, 1)).index()).isGreaterThan(Stability.ALARM);
    }

    /** Of 400 pairs of samples that do not differ, about 20 pass what chance passes once in twenty times. */
    @Test
    void chancePassesItsQuantileAboutOnceInTwentyTimes() {
        long passed = IntStream.range(0, 400)
                .mapToObj(trial -> Stability.ofNumbers(normal(2 * trial, 400, 0), normal(2 * trial + 1, 300, 0)))
                .filter(shift -> shift.index() > shift.byChance())
                .count();

        assertThat(passed).isBetween(8L, 36L);
    }

    @Test
    void theQuantilesOfChiSquareAreThoseOfTheTables() {
        assertThat(Stability.chiSquare(1)).isCloseTo(3.841459, within(1e-6));
        assertThat(Stability.chiSquare(9)).isCloseTo(16.918978, within(1e-6));
    }

    @Test
    void unknownValuesAreABinOfTheirOwn() {
        double[] half = DoubleStream.concat(DoubleStream.of(1, 2, 3), DoubleStream.of(Double.NaN, Double.NaN))
                .toArray();

        assertThat(Stability.ofNumbers(half, new double[] {1, 2, 3, 1, 2}).index())
                .isGreaterThan(Stability.ALARM);
        assertThat(Stability.ofNumbers(half, half).index()).isZero();
    }

    @Test
    void ofNoRowsThereIsNoIndex() {
        assertThat(Stability.ofNumbers(new double[0], new double[] {1}).index()).isNaN();
    }

    private static List<String> words(String one, int ones, String other, int others) {
        return Stream.concat(Collections.nCopies(ones, one).stream(), Collections.nCopies(others, other).stream())
                .toList();
    }

    private static double[] normal(long seed, int number, double mean) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> mean + random.nextGaussian())
                .limit(number)
                .toArray();
    }
}
