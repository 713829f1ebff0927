package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Published values of Pareto/NBD: Fader, Hardie and Lee 2005; CLVTools; the BTYD walkthrough and its numerical probes. */
class CdnowParetoNbdTest {
    private static List<Cdnow.Customer> customers;
    private static Fit<ParetoNbd> pareto;

    @BeforeAll
    static void fit() {
        customers = Cdnow.customers();
        pareto = PurchaseFits.paretoNbd(Cdnow.histories());
    }

    @Test
    void fitAgreesWithFaderHardieLee2005AndClvTools() {
        assertThat(Digits.values(pareto, 6, 5, 6, 4)).containsExactly(".553277", "10.57768", ".606240", "11.6687");
        assertThat(Digits.errors(pareto, 4, 3, 3, 2)).containsExactly(".0476", ".843", ".187", "6.21");
        assertThat(pareto.logLikelihood()).isCloseTo(-9594.976, within(0.0005));
        assertThat(pareto.converged()).isTrue();
        assertThat(pareto.singular()).isFalse();
        assertThat(pareto.atBound()).isFalse();
    }

    @Test
    void guardSeesDropoutInCdnow() {
        Fit<Nbd> nbd = PurchaseFits.nbd(Cdnow.histories());
        assertThat(2 * (pareto.logLikelihood() - nbd.logLikelihood())).isCloseTo(337, within(0.5));
        assertThat(DropoutGuard.dropout(pareto, nbd).identified()).isTrue();
    }

    @Test
    void customersAliveAddUpToThePublishedNumber() {
        assertThat(customers.stream()
                        .mapToDouble(c -> pareto.model().probabilityAlive(c.history()))
                        .sum())
                .isCloseTo(1052, within(0.5));
    }

    /** The walkthrough has r .5533 and s .6061: its optimiser stopped a little earlier. */
    @Test
    void customer1516AgreesWithTheBtydWalkthrough() {
        History history = new History(26, 30 + 6 / 7.0, 31);
        assertThat(pareto.model().expectedPurchases(history, 52)).isCloseTo(25.456, withinPercentage(0.005));
        assertThat(pareto.model().probabilityAlive(history)).isCloseTo(.997874, within(1e-6));
        assertThat(pareto.model().expectedPurchasesOfNew(52)).isCloseTo(1.473434, withinPercentage(0.001));
    }

    /** The last digits of the published values depend on where their optimiser stopped. */
    @Test
    void buyingOftenAndThenFallingSilentMeansGone() {
        long[] frequencies = {10, 15, 20, 25};
        double[] published = {.70623, .14424, .022507, .0030927};
        for (int i = 0; i < frequencies.length; i++) {
            double expected = pareto.model().expectedPurchases(new History(frequencies[i], 20, 39), 52);
            assertThat(expected).isCloseTo(published[i], withinPercentage(0.1));
        }
    }

    @Test
    void holdoutForecastByFrequencyAgreesWithThePaper() {
        double[] published = {.138, .600, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403};
        for (int bin = 0; bin < published.length; bin++) {
            int frequency = bin;
            double mean = customers.stream()
                    .map(Cdnow.Customer::history)
                    .filter(h -> Math.min(7, h.frequency()) == frequency)
                    .mapToDouble(h -> pareto.model().expectedPurchases(h, 39))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(published[bin], within(1e-3));
        }
    }

    @Test
    void oftenBoughtToTheLastDayDoesNotUnderflow() {
        ParetoNbd model = new ParetoNbd(.55, 10.58, .61, 11.67);
        assertThat(model.expectedPurchases(new History(132, 200, 200), 10)).isCloseTo(6.2060518, within(5e-8));
        assertThat(model.expectedPurchases(new History(133, 200, 200), 10)).isCloseTo(6.2528722, within(5e-8));
    }

    @Test
    void chanceOfBeingAliveIsANumberWhereGammaRatiosAreNot() {
        ParetoNbd model = new ParetoNbd(.5143, 2.8845, .2856, 14.1087);
        assertAlive(model, new History(221, 103.42857, 103.57143), .9995961, 5e-8);
        assertAlive(model, new History(254, 97.14286, 97.28571), .9995582, 5e-8);
        assertAlive(model, new History(161, 94.71429, 98), .7494878, 5e-8);
        assertAlive(model, new History(204, 98.57143, 99.42857), .9942551, 5e-8);
    }

    @Test
    void chanceOfBeingAliveDoesNotOverflow() {
        ParetoNbd model = new ParetoNbd(10.465, .00798565181, 3.0516, 2.82);
        assertAlive(model, new History(40, 5, 6), .00188513, 5e-9);
        assertAlive(model, new History(50, 1, 37), 1.4e-96, 5e-98);
        assertAlive(model, new History(50, 4, 37), 6.7e-60, 5e-62);
    }

    private static void assertAlive(ParetoNbd model, History history, double published, double digit) {
        assertThat(model.probabilityAlive(history)).isCloseTo(published, within(digit));
    }
}
