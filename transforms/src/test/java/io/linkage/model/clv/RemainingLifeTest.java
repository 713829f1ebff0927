package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The discounted purchases of a whole life in closed form: published sums at 15 % a year, and what they must agree with. */
class RemainingLifeTest {
    private static final double FORCE = Math.log(1.15) / 52;

    @Test
    void paretoNbdAgreesWithFaderHardieLee2005() {
        ParetoNbd model = PurchaseFits.paretoNbd(Cdnow.histories()).model();
        List<Cdnow.Customer> customers = Cdnow.customers();
        assertThat(of(model, customers.get(0))).isCloseTo(6.50035, withinPercentage(0.001));
        assertThat(of(model, customers.get(1))).isCloseTo(.764364, withinPercentage(0.001));
        assertThat(of(model, customers.get(2))).isCloseTo(.478280, withinPercentage(0.001));
        assertThat(total(c -> of(model, c))).isCloseTo(7205.548, withinPercentage(0.001));
    }

    /** Integrals of 2F1 at the rounded parameters of the paper, and sums at the best fit. */
    @Test
    void bgNbdAgreesWithItsIntegral() {
        BgNbd rounded = new BgNbd(.243, 4.414, .793, 2.426);
        assertThat(rounded.discountedLifetime(new History(0, 0, 38.86), FORCE)).isCloseTo(1.01874619, within(5e-9));
        assertThat(rounded.discountedLifetime(new History(2, 30.43, 38.86), FORCE))
                .isCloseTo(5.16955393, within(5e-9));
        assertThat(rounded.discountedLifetime(new History(26, 30.857, 31), FORCE))
                .isCloseTo(71.0598065, within(5e-8));
        BgNbd model = PurchaseFits.bgNbd(Cdnow.histories()).model();
        List<Cdnow.Customer> customers = Cdnow.customers();
        assertThat(of(model, customers.get(0))).isCloseTo(5.16981, withinPercentage(0.001));
        assertThat(of(model, customers.get(1))).isCloseTo(.918591, withinPercentage(0.001));
        assertThat(of(model, customers.get(2))).isCloseTo(1.017298, withinPercentage(0.001));
        assertThat(total(c -> of(model, c))).isCloseTo(6735.76, withinPercentage(0.001));
    }

    @Test
    void valueOfAllCustomersAgreesWithThePublishedSums() {
        GammaGamma spend = GammaGamma.fit(Cdnow.spends()).model();
        ParetoNbd pareto = PurchaseFits.paretoNbd(Cdnow.histories()).model();
        BgNbd bg = PurchaseFits.bgNbd(Cdnow.histories()).model();
        assertThat(total(c -> of(pareto, c) * spend.expectedSpend(c.history().frequency(), c.meanSpend())))
                .isCloseTo(261_531.7, withinPercentage(0.001));
        assertThat(total(c -> of(bg, c) * spend.expectedSpend(c.history().frequency(), c.meanSpend())))
                .isCloseTo(243_230.7, withinPercentage(0.001));
    }

    @Test
    void closedFormsAgreeWithTheDefinition() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            History history = new History(3, 20 * random.nextDouble(), 20 + 30 * random.nextDouble());
            for (PurchaseModel model : models(random)) {
                double force = Math.exp(-8 + 6 * random.nextDouble());
                assertThat(model.discountedLifetime(history, force))
                        .as("%s %s %s", model, history, force)
                        .isCloseTo(LifetimeIntegral.purchases(model, history, force), withinPercentage(1e-6));
            }
        }
    }

    @Test
    void withoutDiscountALifeThatEndsSoonEnoughHasASum() {
        History history = new History(3, 20, 30);
        List<PurchaseModel> ending =
                List.of(new ParetoNbd(.5, 8, 2.5, 20), new BgNbd(.5, 8, 2.5, 4), new MbgNbd(.5, 8, 2.5, 4));
        for (PurchaseModel model : ending) {
            double whole = model.discountedLifetime(history, 0);
            assertThat(whole).isCloseTo(model.discountedLifetime(history, 1e-9), withinPercentage(1e-3));
            assertThat(whole).isCloseTo(model.expectedPurchases(history, 1e9), withinPercentage(1e-3));
        }
    }

    @Test
    void withoutDiscountALifeWithoutEndIsRefused() {
        List<PurchaseModel> endless = List.of(
                new ParetoNbd(.553, 10.578, .606, 11.669),
                new BgNbd(.243, 4.414, .793, 2.426),
                new MbgNbd(.525, 6.183, .891, 1.614),
                new Nbd(.385, 12.07));
        for (PurchaseModel model : endless) {
            assertThat(model.hasLifetime(0)).isFalse();
            assertThatThrownBy(() -> model.discountedLifetime(History.NEW, 0))
                    .hasMessageContaining(model.name())
                    .hasMessageContaining("clv.yearly-discount-rate");
        }
    }

    private static double of(PurchaseModel model, Cdnow.Customer customer) {
        return model.discountedLifetime(customer.history(), FORCE);
    }

    private static double total(ToDoubleFunction<Cdnow.Customer> of) {
        return Cdnow.customers().stream().mapToDouble(of).sum();
    }

    private static List<PurchaseModel> models(Random random) {
        double[] p = random.doubles(4, -3, 3).map(Math::exp).toArray();
        return List.of(
                new Nbd(p[0], p[1]),
                new BgNbd(p[0], p[1], p[2], p[3]),
                new MbgNbd(p[0], p[1], p[2], p[3]),
                new ParetoNbd(p[0], p[1], p[2], p[3]));
    }
}
