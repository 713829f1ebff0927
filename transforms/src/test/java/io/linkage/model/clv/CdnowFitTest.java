package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Published fits to CDNOW: Fader, Hardie and Lee 2005; note 025; CLVTools and BTYDplus where the papers round. */
class CdnowFitTest {
    private static List<Cdnow.Customer> customers;
    private static Fit<Nbd> nbd;
    private static Fit<BgNbd> bg;
    private static Fit<MbgNbd> mbg;
    private static Fit<GammaGamma> spend;

    @BeforeAll
    static void fit() {
        customers = Cdnow.customers();
        nbd = PurchaseFits.nbd(Cdnow.histories());
        bg = PurchaseFits.bgNbd(Cdnow.histories());
        mbg = PurchaseFits.mbgNbd(Cdnow.histories());
        spend = GammaGamma.fit(Cdnow.spends());
    }

    @Test
    void dataFollowThePublishedConvention() {
        assertThat(customers).hasSize(2357);
        assertThat(customers.stream().filter(c -> c.history().frequency() > 0)).hasSize(946);
        assertThat(total(c -> c.history().frequency())).isEqualTo(2457);
        assertThat(total(Cdnow.Customer::holdout)).isEqualTo(1882);
        assertThat(customers.stream().mapToLong(c -> c.history().frequency()).max())
                .hasValue(29);
    }

    @Test
    void nbdAgreesWithEveryPublishedDigit() {
        assertThat(Digits.values(nbd, 5, 4)).containsExactly(".38477", "12.0720");
        assertThat(Digits.errors(nbd, 4, 3)).containsExactly(".0210", ".809");
        assertThat(nbd.logLikelihood()).isCloseTo(-9763.658, within(0.0005));
    }

    @Test
    void bgNbdAgreesWithFaderHardieLee2005() {
        assertThat(Digits.values(bg, 6, 5, 6, 5)).containsExactly(".242595", "4.41360", ".792922", "2.42591");
        assertThat(Digits.errors(bg, 4, 3, 3, 3)).containsExactly(".0126", ".378", ".186", ".705");
        assertThat(bg.logLikelihood()).isCloseTo(-9582.429, within(0.0005));
    }

    @Test
    void mbgNbdAgreesWithBtydPlus() {
        assertThat(Digits.values(mbg, 6, 5, 6, 5)).containsExactly(".524843", "6.18309", ".891359", "1.61400");
        assertThat(Digits.errors(mbg, 4, 3, 3, 3)).containsExactly(".0833", ".696", ".155", ".537");
        assertThat(mbg.logLikelihood()).isCloseTo(-9582.136, within(0.0005));
    }

    /** The scale is 15.4435210 by Newton's method in 30 digits; 15.44353 in circulation is an optimiser's stop. */
    @Test
    void gammaGammaAgreesWithNote025() {
        assertThat(Digits.values(spend, 5, 5, 5)).containsExactly("6.24957", "3.74422", "15.44352");
        assertThat(Digits.errors(spend, 2, 3, 2)).containsExactly("1.19", ".290", "4.16");
        assertThat(spend.logLikelihood()).isCloseTo(-4055.9177, within(0.00005));
        assertThat(spend.customers()).isEqualTo(946);
    }

    @Test
    void fitsAreCleanAndRepeatable() {
        for (Fit<?> fit : List.of(nbd, bg, mbg, spend)) {
            assertThat(fit.converged()).isTrue();
            assertThat(fit.singular()).isFalse();
            assertThat(fit.atBound()).isFalse();
        }
        assertThat(PurchaseFits.bgNbd(Cdnow.histories())).isEqualTo(bg);
    }

    @Test
    void guardSeesDropoutInCdnow() {
        assertThat(2 * (bg.logLikelihood() - nbd.logLikelihood())).isCloseTo(362.46, within(0.01));
        assertThat(DropoutGuard.dropout(bg, nbd).identified()).isTrue();
        assertThat(DropoutGuard.dropout(mbg, nbd).identified()).isTrue();
    }

    @Test
    void bgNbdTakesOneTimeBuyersForAliveAndMbgNbdDoesNot() {
        assertThat(total(c -> bg.model().probabilityAlive(c.history()))).isCloseTo(1917, within(0.5));
        assertThat(total(c -> mbg.model().probabilityAlive(c.history()))).isCloseTo(1058, within(0.5));
    }

    /** At 78 weeks the sheet says 1.8576: its series stops after 150 terms; in 30 digits it is 1.8580. */
    @Test
    void newCustomersFollowTheSheetOfHardie() {
        double[] weeks = {1 / 7.0, 1, 3, 31 + 6 / 7.0, 32, 78};
        List<String> purchases = IntStream.range(0, weeks.length)
                .mapToObj(i -> Digits.of(bg.model().expectedPurchasesOfNew(weeks[i]), 4))
                .toList();
        assertThat(purchases).containsExactly(".0078", ".0532", ".1506", "1.0405", "1.0437", "1.8580");
        assertThat(bg.model().expectedPurchasesOfNew(52)).isCloseTo(1.444004, withinPercentage(0.001));
    }

    @Test
    void customer1516AgreesWithTheBtydWalkthrough() {
        History history = new History(26, 30 + 6 / 7.0, 31);
        assertThat(customers).extracting(Cdnow.Customer::history).contains(history);
        assertThat(bg.model().expectedPurchases(history, 52)).isCloseTo(25.757, within(5e-4));
        assertThat(bg.model().probabilityAlive(history)).isCloseTo(.96885, within(5e-6));
    }

    /** The last digits of the published values depend on where their optimiser stopped. */
    @Test
    void buyingOftenAndThenFallingSilentMeansGone() {
        long[] frequencies = {10, 15, 20, 25};
        double[] published = {.34746, .042834, .0041590, .00035837};
        for (int i = 0; i < frequencies.length; i++) {
            double expected = bg.model().expectedPurchases(new History(frequencies[i], 20, 39), 52);
            assertThat(expected).isCloseTo(published[i], withinPercentage(0.01));
        }
    }

    @Test
    void holdoutForecastByFrequencyAgreesWithThePaper() {
        String[] published = {".225", ".523", "1.044", "1.520", "2.164", "2.654", "3.504", "6.157"};
        for (int bin = 0; bin < published.length; bin++) {
            int frequency = bin;
            double mean = customers.stream()
                    .map(Cdnow.Customer::history)
                    .filter(h -> Math.min(7, h.frequency()) == frequency)
                    .mapToDouble(h -> bg.model().expectedPurchases(h, 39))
                    .average()
                    .orElseThrow();
            assertThat(Digits.of(mean, 3)).isEqualTo(published[bin]);
        }
    }

    @Test
    void expectedSpendOfTheFirstTenCustomersAgreesWithNote025() {
        List<String> spends = customers.stream()
                .limit(10)
                .map(c -> Digits.of(spend.model().expectedSpend(c.history().frequency(), c.meanSpend()), 2))
                .toList();
        assertThat(spends)
                .containsExactly(
                        "24.65", "18.91", "35.17", "35.17", "35.17", "71.46", "18.91", "35.17", "27.28", "35.17");
        assertThat(spend.model().expectedSpend(0, 0)).isCloseTo(35.170, within(5e-4));
    }

    /** That package stops its own fits a little earlier: its sums are 3 in 100,000 higher. */
    @Test
    void twelveMonthValueAgreesWithLifetimes() {
        Horizon horizon = new Horizon(12, 0.01, 4.345);
        assertThat(value(bg.model(), horizon)).isCloseTo(71_509.90, withinPercentage(0.003));
        assertThat(value(mbg.model(), horizon)).isCloseTo(67_775.64, withinPercentage(0.003));
    }

    @Test
    void withHistoriesAloneAutoTakesTheBetterLikelihood() {
        ClvFit fit = ChooseModel.from("auto", Cdnow.histories(), Cdnow.spends());
        assertThat(fit.model().orElseThrow().purchases()).isEqualTo(mbg.model());
        assertThat(fit.model().orElseThrow().spend()).isEqualTo(spend.model());
        assertThat(fit.candidates()).hasSize(3);
        assertThat(fit.dropout().code()).isEqualTo(Verdict.Code.IDENTIFIED);
        assertThat(ChooseModel.from("bg-nbd", Cdnow.histories(), Cdnow.spends())
                        .model()
                        .orElseThrow()
                        .purchases())
                .isEqualTo(bg.model());
    }

    private static double value(PurchaseModel model, Horizon horizon) {
        ClvModel clv = new ClvModel(model, spend.model(), true);
        return total(c -> clv.value(c.history(), c.meanSpend(), horizon, 1));
    }

    private static double total(ToDoubleFunction<Cdnow.Customer> of) {
        return customers.stream().mapToDouble(of).sum();
    }
}
