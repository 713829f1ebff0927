package io.linkage.model.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthsTest {
    private static Months months(int from, int to, boolean isAmount, IntToDoubleFunction value) {
        Map<Integer, Double> values = new TreeMap<>();
        IntStream.rangeClosed(from, to).forEach(month -> values.put(month, value.applyAsDouble(month)));
        return new Months(values, isAmount);
    }

    /** A season that doubles each year: the same month a year before, times two, and never off. */
    @Test
    void anAmountWithASeasonIsForecastByTheYearBeforeAndItsGrowth() {
        Months months = months(0, 23, true, month -> (10 + month % 12) * (month < 12 ? 1 : 2));

        Months.Forecast forecast = months.forecast(24);
        assertThat(forecast.estimate()).isCloseTo(2 * 10 * 2, within(1e-9));
        // From month 15 on the three before and those a year earlier are known and have grown by two.
        assertThat(forecast.error()).isCloseTo(0, within(1e-9));
        assertThat(forecast.low()).isCloseTo(forecast.high(), within(1e-9));
        assertThat(forecast.naiveError()).isCloseTo(2, within(1e-9));
    }

    /** 0 and 1 in turn: the mean of three is off by 2/3 or 1/3 of what comes, the month before by 1. */
    @Test
    void aShareIsForecastByTheMeanOfThreeMonths() {
        Months months = months(0, 9, false, month -> month % 2);

        Months.Forecast forecast = months.forecast(10);
        assertThat(forecast.estimate()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(forecast.error()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(forecast.naiveError()).isEqualTo(1);
        assertThat(forecast.high() - forecast.estimate()).isCloseTo(1.959964 * 2 / 3, within(1e-6));
    }

    @Test
    void aShortOrBrokenPastTellsNothing() {
        assertThat(months(0, 11, true, month -> 5).forecast(12).estimate()).isNaN();
        assertThat(months(0, 1, false, month -> .5).forecast(2).estimate()).isNaN();
        Months few = months(0, 7, false, month -> .5);
        assertThat(few.forecast(8).estimate()).isEqualTo(.5);
        assertThat(few.forecast(8).low()).isNaN();
        assertThat(months(0, 30, true, month -> 0).forecast(31).estimate()).isNaN();
    }
}
