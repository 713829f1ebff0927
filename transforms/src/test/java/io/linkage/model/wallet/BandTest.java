package io.linkage.model.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.wallet.Conformal.Weighted;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandTest {
    private static final Buyer RECENT = new Buyer("a", "web", 100, 300, 2, 3);

    /** Of nineteen errors the largest is the end that one more passes once in twenty. */
    @Test
    void nineteenErrorsGiveAnEndOfFivePercentAndEighteenDoNot() {
        assertThat(Conformal.upper(errors(19), .95)).isEqualTo(19);
        assertThat(Conformal.lower(errors(19), .95)).isEqualTo(1);
        assertThat(Conformal.upper(errors(18), .95)).isInfinite();
        assertThat(Conformal.upper(List.of(), .95)).isInfinite();
    }

    /** 1 has nine tenths of the weight: with one more of the mean weight .9 * 15 / 10 lies above it. */
    @Test
    void errorsCountByTheWeightOfTheirRespondent() {
        List<Weighted> errors = List.of(new Weighted(1, 9), new Weighted(2, 1));

        assertThat(Conformal.upper(errors, .6)).isEqualTo(1);
        assertThat(Conformal.upper(errors, .65)).isEqualTo(2);
    }

    @Test
    void aStatedWalletLiesBetweenStatementAndLedgerAndItsBandIsWideEnoughForEither() {
        Band halves = new Band(-Math.log(2), Math.log(2), -1, 1);

        Wallet wallet = StatedWallet.of(RECENT, .5, 800, halves);

        assertThat(wallet.amount()).isCloseTo(400, within(1e-9));
        assertThat(wallet.low()).isCloseTo(200, within(1e-9));
        assertThat(wallet.high()).isCloseTo(800, within(1e-9));
    }

    @Test
    void aWalletOfOneWitnessHasTwiceTheBand() {
        Band halves = new Band(-Math.log(2), Math.log(2), -1, 1);

        Wallet byLedger = StatedWallet.of(RECENT, .5, Double.NaN, halves);
        Wallet byAmount = StatedWallet.of(RECENT, Double.NaN, 800, halves);

        assertThat(byLedger.amount()).isEqualTo(200);
        assertThat(byLedger.high()).isCloseTo(800, within(1e-9));
        assertThat(byAmount.amount()).isEqualTo(800);
        assertThat(byAmount.share()).isEqualTo(.125);
    }

    /** Means 1 to 20: mean 10.5, variance 35, times 21 / 20; Student's t of 19 degrees at .95 is 1.72913. */
    @Test
    void imputationsAddTheirSpreadAndThatOfTheirMean() {
        Rubin rubin = Rubin.of(IntStream.rangeClosed(1, 20).mapToDouble(i -> i).toArray());

        assertThat(rubin.estimate()).isEqualTo(10.5);
        assertThat(rubin.error()).isCloseTo(Math.sqrt(1.05 * 35), within(1e-12));
        assertThat(rubin.high() - 10.5).isCloseTo(1.729132812 * Math.sqrt(1.05 * 35), within(1e-6));
    }

    @Test
    void valuesThatTieShareTheirRanks() {
        assertThat(HeldOutMetrics.ranks(new double[] {5, 1, 5, 9})).containsExactly(2.5, 1, 2.5, 4);
    }

    @Test
    void pinballChargesWhatFallsShortNineTimesAsMuch() {
        assertThat(RealisticWallet.loss(110, 100, .9)).isCloseTo(9, within(1e-9));
        assertThat(RealisticWallet.loss(90, 100, .9)).isCloseTo(1, within(1e-9));
    }

    private static List<Weighted> errors(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(value -> new Weighted(value, 1))
                .toList();
    }
}
