package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random parameters and histories far beyond what data give: no gaps, no values out of range. */
class HostileParametersTest {
    private static final double[] WEEKS = {0, 1e-6, 0.1, 1, 4.345, 52, 520, 1e5};

    /** k, A, a, b, t, and 2F1 in 60 digits. */
    private static final double[][] REFERENCE = {
        {0.25, 4.4, 0.79, 2.43, 52.0, 1.48993647903563771},
        {0.25, 4.4, 0.79, 2.43, 5000.0, 12.3563073276460963},
        {26.25, 35.4, 0.79, 28.43, 52.0, 26.6331834251929647},
        {2000.5, 104.0, 0.8, 2002.4, 52.0, 845.03225697626526},
        {5.5, 45.0, 1.0000001, 7.5, 52.0, 4.56770258171835447},
        {5.5, 45.0, 0.9999999, 7.5, 1.0, 0.121195717412347757},
        {0.01, 0.001, 0.02, 0.03, 52.0, 256.591038210313257},
        {3.0, 0.5, 0.05, 40.0, 400.0, 2032.93381064961436},
        {1.5, 20.0, 300.0, 900.0, 52.0, 2.11384976840648995},
        {12.0, 20.0, 1e-05, 3.0, 52.0, 31.1994338277316577},
        {40.5, 60.0, 20.0, 0.3, 52.0, 1.0157894736628766},
        {8.25, 50.0, 0.4, 9.0, 0.001, 0.0001649993505378891},
    };

    @Test
    void everyForecastIsANumberInItsRange() {
        Random random = new Random(1);
        for (int i = 0; i < 4000; i++) {
            History history = history(random);
            models(random).forEach(model -> {
                assertThat(model.logLikelihood(history))
                        .as("%s %s", model, history)
                        .isFinite();
                assertThat(model.probabilityAlive(history))
                        .as("%s %s", model, history)
                        .isBetween(0.0, 1.0);
                assertMonotone(model, history);
            });
        }
    }

    @Test
    void discountedPurchasesStayBelowTheUndiscounted() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            History history = history(random);
            Horizon horizon = Horizon.ofYearlyRate(12, 0.10);
            models(random).forEach(model -> {
                double plain = model.expectedPurchases(history, horizon.weeks());
                double discounted = horizon.discountedPurchases(model, history);
                assertThat(discounted).isBetween(plain / 1.1 * (1 - 1e-9), plain * (1 + 1e-9));
            });
        }
    }

    @Test
    void spendIsANumberBetweenTheCustomersAndTheMeanOfAll() {
        Random random = new Random(3);
        for (int i = 0; i < 4000; i++) {
            GammaGamma model = new GammaGamma(wide(random, 12), 1 + wide(random, 6), wide(random, 12));
            long frequency = random.nextInt(2000);
            double mean = wide(random, 10);
            double all = model.expectedSpend(0, 0);
            assertThat(model.logLikelihood(frequency + 1, mean)).isFinite();
            assertThat(model.expectedSpend(frequency, mean))
                    .isBetween(Math.min(all, mean) * (1 - 1e-12), Math.max(all, mean) * (1 + 1e-12));
        }
    }

    @Test
    void seriesAndIntegralAgreeWithManyDigits() {
        for (double[] c : REFERENCE) {
            double expected = c[5];
            assertThat(Dropout.expectedPurchases(c[0], c[1], c[2], c[3], c[4]))
                    .isCloseTo(expected, within(expected * 1e-11));
            assertThat(Dropout.byIntegral(c[0], c[1], c[2], c[3], c[4])).isCloseTo(expected, within(expected * 1e-11));
        }
    }

    @Test
    void nothingHappensAtADropoutShapeOfOne() {
        History history = new History(5, 20, 39);
        double at = new BgNbd(0.5, 6, 1, 2.5).expectedPurchases(history, 52);
        for (double off : new double[] {1e-15, 1e-12, 1e-9, 1e-7, 1e-5}) {
            assertThat(new BgNbd(0.5, 6, 1 + off, 2.5).expectedPurchases(history, 52))
                    .isCloseTo(at, within(off * 5 + 1e-12));
            assertThat(new BgNbd(0.5, 6, 1 - off, 2.5).expectedPurchases(history, 52))
                    .isCloseTo(at, within(off * 5 + 1e-12));
        }
    }

    private static void assertMonotone(PurchaseModel model, History history) {
        double before = 0;
        for (double weeks : WEEKS) {
            double purchases = model.expectedPurchases(history, weeks);
            assertThat(purchases)
                    .as("%s %s %s", model, history, weeks)
                    .isFinite()
                    .isGreaterThanOrEqualTo(before * (1 - 1e-10));
            before = purchases;
        }
    }

    private static Stream<PurchaseModel> models(Random random) {
        double r = wide(random, 12);
        double alpha = wide(random, 14);
        double a = wide(random, 12);
        double b = wide(random, 12);
        return Stream.of(
                new Nbd(r, alpha),
                new BgNbd(r, alpha, a, b),
                new MbgNbd(r, alpha, a, b),
                new ParetoNbd(r, alpha, a, b));
    }

    private static History history(Random random) {
        long frequency = List.of(0L, 1L, 2L, 30L, 33L, 319L, 500L, 20_000L).get(random.nextInt(8));
        double age = random.nextInt(4) == 0 ? 0 : wide(random, 7);
        double recency = frequency == 0
                ? 0
                : age * List.of(0.0, 1.0, random.nextDouble()).get(random.nextInt(3));
        return new History(frequency, recency, age);
    }

    /** Between e^-spread and e^spread. */
    private static double wide(Random random, double spread) {
        return Math.exp((2 * random.nextDouble() - 1) * spread);
    }
}
