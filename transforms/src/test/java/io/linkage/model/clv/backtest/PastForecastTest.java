package io.linkage.model.clv.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.History;
import io.linkage.model.clv.MbgNbd;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastForecastTest {
    /** 20 customers of forecast 0 who bring 1 each, 4 of forecast 5 who bring 10: tenths of 2.4. */
    @Test
    void aBucketAcrossTheBorderOfATenthIsDivided() {
        List<Decile> deciles = Decile.of(List.of(new Bucket(20, 0, 20, 20, 20), new Bucket(4, 20, 40, 20, 100)));

        assertThat(deciles).hasSize(10).allMatch(decile -> Math.abs(decile.customers() - 2.4) < 1e-9);
        assertThat(deciles.get(0).came()).isCloseTo(1, within(1e-9));
        assertThat(deciles.get(8).forecast()).isCloseTo(1.6 * 5 / 2.4, within(1e-9));
        assertThat(deciles.get(8).came()).isCloseTo((.8 + 1.6 * 10) / 2.4, within(1e-9));
        assertThat(Decile.capture(deciles)).isCloseTo(24 / 60.0, within(1e-9));
        assertThat(deciles.stream().mapToDouble(d -> d.came() * d.customers()).sum())
                .isCloseTo(60, within(1e-9));
    }

    @Test
    void nothingIsCapturedWhereNothingCame() {
        assertThat(Decile.capture(Decile.of(List.of(new Bucket(3, 3, 0, 3, 3)))))
                .isNaN();
    }

    /** Errors of 1, 1 and -2 in three customers. */
    @Test
    void errorAndBiasAreMeansPerCustomer() {
        Forecast forecast = Forecast.of(
                "mbg-nbd", Forecast.PURCHASES, List.of(new Bucket(2, 2, 0, 2, 2), new Bucket(1, 3, 5, 2, 4)));

        assertThat(forecast.mae().estimate()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(forecast.bias().estimate()).isCloseTo(0, within(1e-12));
        assertThat(forecast.error()).isCloseTo(0, within(1e-12));
        assertThat(forecast.mae().low()).isLessThan(forecast.mae().estimate());
    }

    @Test
    void aRuleThatOnlyRanksHasNoErrorAndStillCaptures() {
        Forecast forecast = Forecast.of(
                Forecast.PAST_SPEND,
                Forecast.SPEND,
                List.of(new Bucket(9, 90, 0, 90, 900), new Bucket(1, 50, 7, 43, 1849)));

        assertThat(forecast.mae().estimate()).isNaN();
        assertThat(forecast.error()).isNaN();
        assertThat(forecast.capture()).isCloseTo(1, within(1e-9));
    }

    @Test
    void forecastsOfNothingShareABucketAndOthersLieWithinAHundredth() {
        assertThat(Bucket.number(0)).isEqualTo(Bucket.number(-1)).isLessThan(Bucket.number(1e-9));
        assertThat(Bucket.number(1.001)).isEqualTo(Bucket.number(1.009)).isLessThan(Bucket.number(1.011));
    }

    /** Day 0 is the day of the forecast: days 1 to 7 after it are week 1, days 0 to -6 week 0. */
    @Test
    void theCurveAddsUpToWhatIsExpectedBeforeAndAfterTheDay() {
        assertThat(IntStream.of(-7, -6, 0, 1, 7, 8).map(Week::of)).containsExactly(-1, 0, 0, 1, 1, 2);
        MbgNbd model = new MbgNbd(.525, 6.183, .891, 1.614);
        List<CountedHistory> histories =
                List.of(new CountedHistory(new History(0, 0, 10), 3), new CountedHistory(new History(2, 4, 5.5), 1));

        List<Week> curve = Week.curve(model, histories, Map.of(-9, 2L, 4, 1L), 8);

        assertThat(curve).hasSize(10 + 8);
        assertThat(curve.get(0)).satisfies(week -> assertThat(week.number()).isEqualTo(-9));
        assertThat(sum(curve, false))
                .isCloseTo(3 * model.expectedPurchasesOfNew(10) + model.expectedPurchasesOfNew(5.5), within(1e-9));
        assertThat(sum(curve, true))
                .isCloseTo(
                        3 * model.expectedPurchases(histories.get(0).history(), 8)
                                + model.expectedPurchases(histories.get(1).history(), 8),
                        within(1e-9));
        assertThat(curve.stream().mapToLong(Week::came).sum()).isEqualTo(3);
    }

    private static double sum(List<Week> curve, boolean after) {
        return curve.stream()
                .filter(week -> week.number() > 0 == after)
                .mapToDouble(Week::expected)
                .sum();
    }
}
