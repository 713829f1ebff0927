package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the guards say of data that do not carry a model, and that forecasts stay finite. */
class DegenerateDataTest {
    private static final Horizon YEAR = Horizon.ofYearlyRate(12, 0.10);

    @Test
    void customersWhoNeverDropOutAreForecastByNbd() {
        Random random = new Random(7);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            histories.add(steady(random, gamma(random, 3) / 10, 30 + random.nextInt(20)));
        }

        ClvFit fit = ChooseModel.from("auto", CountedHistory.count(histories), varied(random, 100));

        assertThat(fit.dropout().code()).isEqualTo(Verdict.Code.DROPOUT_NOT_IDENTIFIED);
        assertThat(fit.dropout().reason()).contains("nbd");
        ClvModel model = fit.model().orElseThrow();
        assertThat(model.purchases()).isInstanceOf(Nbd.class);
        assertThat(model.probabilityAlive(histories.get(0))).isEmpty();
        assertThat(fit.nbd().orElseThrow().model().r()).isCloseTo(3, within(0.4));
        assertAllFinite(fit);
    }

    @Test
    void oneTimeBuyersAloneAreRefused() {
        List<CountedHistory> histories =
                List.of(new CountedHistory(new History(0, 0, 20), 500), new CountedHistory(new History(0, 0, 10), 500));

        ClvFit fit = ChooseModel.from("auto", histories, List.of());

        assertThat(fit.dropout().code()).isEqualTo(Verdict.Code.TOO_FEW_REPEATERS);
        assertThat(fit.dropout().reason()).contains("None of 1000 customers bought again");
        assertThat(fit.model()).isEmpty();
        assertThat(fit.nbd()).isEmpty();
    }

    @Test
    void noCustomersAtAllAreRefused() {
        assertThat(ChooseModel.from("auto", List.of(), List.of()).dropout().code())
                .isEqualTo(Verdict.Code.TOO_FEW_REPEATERS);
    }

    @Test
    void fewRepeatersAreForecastByNbdWithThePooledMean() {
        List<CountedHistory> histories =
                List.of(new CountedHistory(new History(0, 0, 20), 500), new CountedHistory(new History(2, 9, 20), 29));

        ClvFit fit = ChooseModel.from("auto", histories, List.of(new CountedSpend(2, 12.5, 29)));

        assertThat(fit.dropout().reason()).contains("Only 29 of 529 customers");
        assertThat(fit.spend().code()).isEqualTo(Verdict.Code.SPEND_NOT_IDENTIFIED);
        assertThat(fit.model().orElseThrow().spend()).isEqualTo(new PooledSpend(12.5));
        assertAllFinite(fit);
    }

    @Test
    void equalSpendsAreRefused() {
        ClvFit fit = ChooseModel.from(
                "bg-nbd",
                List.of(new CountedHistory(new History(3, 9, 20), 100), new CountedHistory(new History(0, 0, 20), 300)),
                List.of(new CountedSpend(3, 10, 60), new CountedSpend(1, 10, 40)));

        assertThat(fit.spend().code()).isEqualTo(Verdict.Code.SPEND_NOT_IDENTIFIED);
        assertThat(fit.spend().reason()).startsWith("All customers spend the same per purchase.");
        assertThat(fit.model().orElseThrow().spend()).isEqualTo(new PooledSpend(10));
        assertAllFinite(fit);
    }

    @Test
    void spendWithoutAMeanIsRefused() {
        Random random = new Random(3);
        List<CountedSpend> spends = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            spends.add(new CountedSpend(3, gamma(random, 12) / gamma(random, 0.6), 1));
        }

        Fit<GammaGamma> fit = GammaGamma.fit(spends);

        assertThat(fit.model().q()).isLessThan(1);
        assertThat(SpendGuard.fit(fit).code()).isEqualTo(Verdict.Code.SPEND_NOT_IDENTIFIED);
        assertThatThrownBy(() -> fit.model().expectedSpend(0, 0)).hasMessageContaining("no mean spend");
    }

    @Test
    void identicalCustomersDoNotStopTheNight() {
        for (String setting : List.of("pareto-nbd", "auto")) {
            for (History history : List.of(
                    new History(1, 0, 0), new History(5, 0, 30), new History(5, 30, 30), new History(4000, 9, 520))) {
                assertAllFinite(ChooseModel.from(
                        setting, List.of(new CountedHistory(history, 40)), List.of(new CountedSpend(5, 3, 40))));
            }
        }
    }

    @Test
    void unknownModelIsNamed() {
        assertThatThrownBy(() -> ChooseModel.from(
                        "gompertz", List.of(new CountedHistory(new History(3, 9, 20), 100)), List.of()))
                .hasMessage("clv.model is gompertz, but must be one of auto, bg-nbd, mbg-nbd, pareto-nbd.");
    }

    @Test
    void impossibleHistoriesAreRefused() {
        assertThatThrownBy(() -> new History(1, 5, 4)).hasMessageContaining("0 <= recency <= age");
        assertThatThrownBy(() -> new History(0, 2, 4)).hasMessageContaining("recency 0");
        assertThatThrownBy(() -> new History(-1, 0, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new History(1, Double.NaN, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountedSpend(1, -3, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertAllFinite(ClvFit fit) {
        ClvModel model = fit.model().orElseThrow();
        for (History history : List.of(History.NEW, new History(0, 0, 20), new History(7, 3, 90))) {
            assertThat(model.value(history, 9, YEAR, 1)).isFinite().isNotNegative();
            model.probabilityAlive(history).ifPresent(p -> assertThat(p).isBetween(0.0, 1.0));
        }
        fit.candidates().forEach(candidate -> {
            assertThat(candidate.fit().logLikelihood()).isFinite();
            assertThat(candidate.fit().conditionNumber()).isFinite();
            assertThat(candidate.fit().estimates()).allMatch(e -> Double.isFinite(e.value() + e.standardError()));
        });
    }

    private static List<CountedSpend> varied(Random random, int customers) {
        List<CountedSpend> spends = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            spends.add(new CountedSpend(2, 5 + random.nextInt(50), 1));
        }
        return spends;
    }

    /** Buys at a constant rate per week for the whole time. */
    private static History steady(Random random, double rate, double weeks) {
        long frequency = 0;
        double last = 0;
        for (double t = wait(random, rate); t < weeks; t += wait(random, rate)) {
            frequency++;
            last = t;
        }
        return new History(frequency, last, weeks);
    }

    private static double wait(Random random, double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }

    /** Sum of exponentials for the whole part, Johnk's rejection for the rest. */
    private static double gamma(Random random, double shape) {
        double sum = 0;
        for (int i = 0; i < (int) shape; i++) {
            sum += wait(random, 1);
        }
        double rest = shape - (int) shape;
        while (rest > 0) {
            double u = Math.pow(random.nextDouble(), 1 / rest);
            double v = Math.pow(random.nextDouble(), 1 / (1 - rest));
            if (u + v <= 1) {
                return sum + wait(random, 1) * u / (u + v);
            }
        }
        return sum;
    }
}
