package io.linkage.model.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FitWalletTest {
    @Test
    void whereNobodyWasAskedNothingIsModelledAndTheReasonSaysSo() {
        WalletFit fit = FitWallet.of(List.of(), 100);

        assertThat(fit.verdict().code()).isEqualTo(WalletVerdict.Code.NOBODY_ASKED);
        assertThat(fit.model()).isEmpty();
        assertThat(fit.segments()).isEmpty();
        assertThat(fit.stated().isKnown()).isFalse();
    }

    @Test
    void ofFiftyRespondentsSharesAndBandsAreKnownButNoModel() {
        WalletFit fit = FitWallet.of(respondents(50, .8), 100);

        assertThat(fit.verdict().code()).isEqualTo(WalletVerdict.Code.TOO_FEW_ANSWERS);
        assertThat(fit.verdict().reason()).contains("50 buyers").contains("models.wallet.least-answers");
        assertThat(fit.model()).isEmpty();
        assertThat(fit.segments()).containsKey("a");
        assertThat(fit.segmentBand().isKnown()).isTrue();
    }

    @Test
    void whereAlmostAllBuyWithUsAloneHowMuchIsSpentElsewhereIsNotLearned() {
        WalletFit fit = FitWallet.of(respondents(300, .02), 100);

        assertThat(fit.verdict().code()).isEqualTo(WalletVerdict.Code.TOO_FEW_ELSEWHERE);
        assertThat(fit.model()).isEmpty();
    }

    /** Everybody buys elsewhere: the chance is one for all, and above nothing but half a respondent. */
    @Test
    void whereAllBuyElsewhereOneChanceHoldsForAll() {
        WalletFit fit = FitWallet.of(respondents(300, 1), 100);

        WalletModel model = fit.model().orElseThrow().model();
        assertThat(model.elsewhere().coefficients()).containsOnly(0.0);
        assertThat(model.of(buyer(1), fit.band()).elsewhere()).isBetween(.99, .9999);
    }

    @Test
    void theOrderOfRespondentsChangesNothing() {
        List<Respondent> respondents = respondents(300, .8);
        List<Respondent> others = new ArrayList<>(respondents);
        Collections.reverse(others);

        assertThat(FitWallet.of(others, 100).model().orElseThrow().model())
                .isEqualTo(FitWallet.of(respondents, 100).model().orElseThrow().model());
        assertThat(FitWallet.of(others, 100).band())
                .isEqualTo(FitWallet.of(respondents, 100).band());
    }

    @Test
    void imputedWalletsFollowFromTheKeyOfTheCustomer() {
        Imputation imputation =
                new Imputation(FitWallet.of(respondents(300, .8), 100).model().orElseThrow());

        assertThat(imputation.of(7, buyer(7)))
                .containsExactly(imputation.of(7, buyer(7)))
                .doesNotContain(imputation.of(8, buyer(7)))
                .hasSize(Imputation.TIMES);
    }

    @Test
    void amountsThatAreMissingLeaveStatedWalletsWithoutBand() {
        List<Respondent> respondents = respondents(300, .8).stream()
                .map(one -> new Respondent(one.key(), one.buyer(), one.share(), Double.NaN, .5, Double.NaN, 1))
                .toList();

        WalletFit fit = FitWallet.of(respondents, 100);

        assertThat(fit.stated().isKnown()).isFalse();
        assertThat(fit.model()).isPresent();
    }

    /** The share of those who buy elsewhere lies about a half; stated amounts err by a tenth. */
    private static List<Respondent> respondents(int count, double elsewhere) {
        return LongStream.range(0, count)
                .mapToObj(key -> {
                    Draws draws = Draws.of(3, "respondent", key);
                    Buyer buyer = buyer(key);
                    double share = draws.happens(elsewhere) ? .3 + .4 * draws.uniform() : 1;
                    double amount = buyer.recentSpend() / share * Math.exp(.1 * draws.normal());
                    return new Respondent(key, buyer, share, amount, share < 1 ? .5 : 1, Double.NaN, 1);
                })
                .toList();
    }

    private static Buyer buyer(long key) {
        Draws draws = Draws.of(3, "buyer", key);
        double recent = 100 * Math.exp(draws.normal());
        return new Buyer(key % 3 == 0 ? "b" : "a", "web", recent, 2 * recent, 2, 1 + draws.below(9));
    }
}
