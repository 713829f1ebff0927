package io.linkage.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final List<Counted> FORECASTS =
            List.of(new Counted(.1, 10, 2), new Counted(.3, 10, 2), new Counted(.85, 10, 9));

    /** (10*.01 + 2*.8, 10*.09 + 2*.4, 10*.0225 + ...) / 30, by hand: (1.7 + 1.7 + .9250) / 30. */
    @Test
    void brierIsTheMeanSquaredDistance() {
        double first = 8 * .01 + 2 * .81;
        double second = 8 * .09 + 2 * .49;
        double third = 1 * .7225 + 9 * .0225;

        assertThat(Calibration.brier(FORECASTS).estimate()).isCloseTo((first + second + third) / 30, within(1e-15));
    }

    @Test
    void logLossOfAHalfForEveryoneIsTheLogarithmOfTwo() {
        Metric loss = Calibration.logLoss(List.of(new Counted(.5, 7, 3)));

        assertThat(loss.estimate()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(loss.error()).isCloseTo(0, within(1e-7));
    }

    @Test
    void aSureForecastThatFailsCostsMuchButNotWithoutEnd() {
        assertThat(Calibration.logLoss(List.of(new Counted(0, 1, 1))).estimate())
                .isCloseTo(-Math.log(1e-4), within(1e-12));
    }

    /** Bins .1, .3 and .8 miss by .1, .1 and .05, ten examples each. */
    @Test
    void calibrationErrorIsTheMeanGapOfTheBins() {
        assertThat(Calibration.error(FORECASTS).estimate()).isCloseTo(.25 / 3, within(1e-15));
    }

    @Test
    void forecastsAboveAndBelowInOneBinCancelOut() {
        List<Counted> oneBin = List.of(new Counted(.31, 10, 2), new Counted(.39, 10, 5));

        assertThat(Calibration.error(oneBin).estimate()).isCloseTo(0, within(1e-15));
    }

    @Test
    void aForecastOfOneFallsIntoTheLastBin() {
        assertThat(Calibration.error(List.of(new Counted(1, 4, 4))).estimate()).isZero();
    }
}
