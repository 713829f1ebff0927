package io.linkage.model.clv.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.linkage.model.clv.BgNbd;
import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.Estimate;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.History;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.MbgNbd;
import io.linkage.model.clv.Nbd;
import io.linkage.model.clv.ParetoNbd;
import io.linkage.model.clv.PooledSpend;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With parameters taken as known: what is drawn agrees with what is known in closed form. */
class ValueForecastTest {
    private static final Horizon YEAR = new Horizon(12, 0.01, 4.345);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final List<PurchaseModel> MODELS = List.of(
            new Nbd(.385, 12.07),
            new BgNbd(.243, 4.414, .793, 2.426),
            new MbgNbd(.525, 6.183, .891, 1.614),
            new ParetoNbd(.553, 10.578, .606, 11.669));

    /** The mean of 2,000 draws of a skewed value has a standard error of a few percent. */
    @Test
    void meanOfTheDrawsIsTheExpectedValue() {
        for (PurchaseModel model : MODELS) {
            ClvModel clv = new ClvModel(model, SPEND, true);
            for (History history : List.of(new History(0, 0, 39), new History(2, 30, 39), new History(26, 31, 31))) {
                double[] worth =
                        new Futures(known(model), known(SPEND), Months.of(YEAR)).of(history.frequency(), history.age());
                double mean = model.probabilityAlive(history)
                        * Prospect.of(worth).mean()
                        * Spender.scale(SPEND, history.frequency(), 35);
                assertThat(mean)
                        .as(model.name() + history)
                        .isCloseTo(clv.value(history, 35, YEAR, 1), within(mean * .08));
            }
        }
    }

    /** NBD, each purchase worth 1, no discount: purchases of a new customer are negative binomial. */
    @Test
    void countsOfNewCustomersAreNegativeBinomial() {
        Nbd model = new Nbd(2, 10);
        Horizon undiscounted = new Horizon(12, 0, 4.345);
        ValueForecast forecast = forecast(model, new PooledSpend(1), undiscounted);
        double stays = 10 / (10 + undiscounted.weeks());
        double none = stays * stays;
        double atMostTwo = none * (1 + 2 * (1 - stays) + 3 * (1 - stays) * (1 - stays));

        assertThat(forecast.atMost(History.NEW, 0, 0)).isCloseTo(none, within(.015));
        assertThat(forecast.atMost(History.NEW, 0, 2)).isCloseTo(atMostTwo, within(.025));
        assertThat(forecast.interval(History.NEW, 0)).isEqualTo(new Interval(1, 26));
    }

    @Test
    void aCustomerWhoHasLeftForSureBringsNothing() {
        ValueForecast forecast = forecast(MODELS.get(2), SPEND, YEAR);

        assertThat(forecast.interval(new History(25, 20, 90), 35)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void betweenItsNodesTheGridIsNearWhatIsDrawnThere() {
        Futures futures = new Futures(known(MODELS.get(2)), known(SPEND), Months.of(YEAR));
        Grid<Prospect> grid = new Grid<>(6.183, 4, (x, age) -> Prospect.of(futures.of(x, age)));
        for (History history : List.of(new History(0, 0, 37.3), new History(19, 30, 61.7), new History(45, 80, 88.8))) {
            Prospect drawn = Prospect.of(futures.of(history.frequency(), history.age()));
            for (double level : new double[] {.5, .95}) {
                assertThat(grid.around(history.frequency(), history.age()).of(node -> node.quantile(level)))
                        .as(history + " at " + level)
                        .isCloseTo(drawn.quantile(level), within(.03 * drawn.quantile(.95)));
            }
        }
    }

    @Test
    void intervalsDoNotDependOnWhoWasAskedBefore() {
        List<History> histories = IntStream.range(0, 40)
                .mapToObj(i -> History.ofDays(i, 5 * i, 300 - i))
                .toList();
        ValueForecast one = forecast(MODELS.get(1), SPEND, YEAR);
        ValueForecast other = forecast(MODELS.get(1), SPEND, YEAR);
        List<Interval> backwards = IntStream.range(0, 40)
                .mapToObj(i -> other.interval(histories.get(39 - i), 20))
                .toList();

        for (int i = 0; i < 40; i++) {
            assertThat(one.interval(histories.get(i), 20)).isEqualTo(backwards.get(39 - i));
        }
    }

    /** NBD is linear in 1/alpha: an alpha 10 % off moves the value of a new customer by 10 %. */
    @Test
    void aTotalIsOffByWhatItsParametersAreOff() {
        Parameters<PurchaseModel> purchases = Parameters.of(
                by -> new Nbd(by.get("r"), by.get("alpha")),
                List.of(new Estimate("r", 2, 0), new Estimate("alpha", 1e4, 1e3)),
                List.of());
        SpendModel spend = new PooledSpend(1);
        ClvModel model = new ClvModel(purchases.estimated(), spend, false);
        ValueForecast forecast = new ValueForecast(model, purchases, known(spend), Months.of(YEAR), 1);

        Spread spread = forecast.spread(History.NEW, 0, 100);

        assertThat(IntStream.range(0, spread.moves().length)
                        .mapToDouble(i -> Math.abs(spread.moves()[i]))
                        .max()
                        .orElseThrow())
                .isCloseTo(10, withinPercentage(1));
        assertThat(spread.around(100).high() - 100).isGreaterThan(1.6 * 10);
    }

    private static ValueForecast forecast(PurchaseModel model, SpendModel spend, Horizon horizon) {
        return new ValueForecast(new ClvModel(model, spend, true), known(model), known(spend), Months.of(horizon), 1);
    }

    private static Parameters<PurchaseModel> known(PurchaseModel model) {
        return Parameters.of(by -> model, certain(model.parameters()), List.of());
    }

    private static Parameters<SpendModel> known(SpendModel model) {
        return Parameters.of(by -> model, certain(model.parameters()), List.of());
    }

    private static List<Estimate> certain(Map<String, Double> parameters) {
        Stream<Estimate> estimates =
                parameters.entrySet().stream().map(entry -> new Estimate(entry.getKey(), entry.getValue(), Double.NaN));
        return estimates.toList();
    }
}
