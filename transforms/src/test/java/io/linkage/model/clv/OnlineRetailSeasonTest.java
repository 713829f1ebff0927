package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calibrated to 2011-08-31, Online Retail sells a third more than expected: its peak before Christmas is in the holdout. */
class OnlineRetailSeasonTest {
    private static OnlineRetail shop;

    @BeforeAll
    static void read() {
        shop = OnlineRetail.read();
    }

    @Test
    void withoutASeasonAQuarterOfWhatCameIsNotForecast() {
        assertThat(shop.size()).isEqualTo(3_317);
        assertThat(shop.holdout()).isEqualTo(4_807);
        assertThat(bias(SeasonClock.NONE)).isCloseTo(-.244, within(5e-4));
    }

    /** Nine months do not hold the peak that is to be forecast: no method that sees them alone can know of it. */
    @Test
    void theMonthsOfCalibrationDoNotShowTheSeasonToCome() {
        SeasonFactors known = SeasonFactors.of(shop.season(OnlineRetail.CALIBRATION_END), this::model);

        assertThat(known.verdict().code()).isEqualTo(Verdict.Code.SEASON_NOT_IDENTIFIED);
        assertThat(known.verdict().reason()).contains("september, october, november");
        assertThat(bias(known.clock())).isCloseTo(-.233, within(5e-4));
    }

    /** Not a forecast, as the holdout is in the factors: it tells how much of the bias one season, half believed, explains. */
    @Test
    void theSeasonThatCameExplainsAThirdOfTheBias() {
        SeasonFactors after = SeasonFactors.of(shop.season(OnlineRetail.LAST), this::model);

        assertThat(after.verdict().reason()).contains("Only 1 of 12 months", "half is believed");
        assertThat(bias(after.clock())).isCloseTo(-.169, within(5e-4));
    }

    private PurchaseModel model(SeasonClock clock) {
        return PurchaseFits.mbgNbd(shop.histories(clock)).model();
    }

    /** NBD, as the data do not carry dropout. */
    private static double bias(SeasonClock clock) {
        List<CountedHistory> histories = shop.histories(clock);
        PurchaseModel model = PurchaseFits.nbd(histories).model();
        double weeks = clock.between(OnlineRetail.CALIBRATION_END, OnlineRetail.LAST) / 7;
        double forecast = histories.stream()
                .mapToDouble(row -> row.count() * model.expectedPurchases(row.history(), weeks))
                .sum();
        return forecast / shop.holdout() - 1;
    }
}
