package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Mean absolute error of the purchases forecast for 39 weeks that no model saw, beside forecasts without a model. */
class CdnowHoldoutTest {
    private static final double WEEKS = 39;
    private static final List<Cdnow.Customer> CUSTOMERS = Cdnow.customers();

    @Test
    void modelsForecastBetterThanConstantRateAndPastPurchases() {
        List<CountedHistory> histories = Cdnow.histories();
        double pareto = error(PurchaseFits.paretoNbd(histories).model());
        double mbg = error(PurchaseFits.mbgNbd(histories).model());
        double bg = error(PurchaseFits.bgNbd(histories).model());
        double constantRate = error(c -> c.history().frequency() / c.history().age() * WEEKS);
        double soFarAgain = error(c -> c.history().frequency());

        assertThat(pareto).isLessThanOrEqualTo(.756).isCloseTo(.755, within(1e-3));
        assertThat(mbg).isLessThanOrEqualTo(.766).isCloseTo(.765, within(1e-3));
        assertThat(bg).isCloseTo(.785, within(1e-3));
        assertThat(constantRate).isCloseTo(1.024, within(1e-3));
        assertThat(soFarAgain).isCloseTo(.897, within(1e-3));
    }

    /** Half of what came is with the tenth of customers that either ranking puts first: the gain over past spend is small. */
    @Test
    void theBestTenthByValueHoldsHardlyMoreOfTheSpendToComeThanThatByPastSpend() {
        GammaGamma spend = GammaGamma.fit(Cdnow.spends()).model();
        ParetoNbd pareto = PurchaseFits.paretoNbd(Cdnow.histories()).model();
        double byValue = capture(c -> pareto.expectedPurchases(c.history(), WEEKS)
                * spend.expectedSpend(c.history().frequency(), c.meanSpend()));
        double byPastSpend = capture(c -> c.meanSpend() * c.history().frequency());

        assertThat(byValue).isCloseTo(.504, within(1e-3));
        assertThat(byPastSpend).isCloseTo(.491, within(1e-3));
    }

    private static double error(PurchaseModel model) {
        return error(c -> model.expectedPurchases(c.history(), WEEKS));
    }

    private static double error(ToDoubleFunction<Cdnow.Customer> forecast) {
        return CUSTOMERS.stream()
                .mapToDouble(c -> Math.abs(forecast.applyAsDouble(c) - c.holdout()))
                .average()
                .orElseThrow();
    }

    private static double capture(ToDoubleFunction<Cdnow.Customer> rank) {
        double best = CUSTOMERS.stream()
                .sorted((one, other) -> Double.compare(rank.applyAsDouble(other), rank.applyAsDouble(one)))
                .limit(Math.round(CUSTOMERS.size() / 10.0))
                .mapToDouble(Cdnow.Customer::holdoutSpend)
                .sum();
        return best
                / CUSTOMERS.stream().mapToDouble(Cdnow.Customer::holdoutSpend).sum();
    }
}
