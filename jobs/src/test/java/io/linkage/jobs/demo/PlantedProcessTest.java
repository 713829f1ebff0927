package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.CountedSpend;
import io.linkage.model.clv.Estimate;
import io.linkage.model.clv.Fit;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.History;
import io.linkage.model.clv.MbgNbd;
import io.linkage.model.clv.PurchaseFits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model estimates from the dates and amounts of a generated company is what was planted. */
class PlantedProcessTest {
    private static final int CUSTOMERS = 20_000;

    static Stream<Arguments> companies() {
        return Stream.of(
                Arguments.of(1L, Effects.NONE), Arguments.of(1L, Effects.STANDARD), Arguments.of(2L, Effects.STANDARD));
    }

    @ParameterizedTest
    @MethodSource("companies")
    void estimatesLieWithinThreeStandardErrorsOfThePlantedParameters(long seed, Effects effects) {
        DemoPlan plan =
                new DemoPlan(CUSTOMERS, 730, seed, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET, effects);
        World world = new World(plan);
        List<History> histories = new ArrayList<>();
        List<CountedSpend> spends = new ArrayList<>();
        for (long customer = 0; customer < CUSTOMERS; customer++) {
            Life life = Life.of(world, customer);
            if (!life.prospect()) {
                int repeats = life.orders() - 1;
                int last = life.days()[repeats] - life.firstDay();
                histories.add(History.ofDays(repeats, last, plan.days() - 1 - life.firstDay()));
                if (repeats > 0) {
                    spends.add(new CountedSpend(repeats, meanRepeat(life.cents()), 1));
                }
            }
        }

        Fit<MbgNbd> purchases = PurchaseFits.mbgNbd(CountedHistory.count(histories));
        Fit<GammaGamma> spend = GammaGamma.fit(spends);

        PurchaseProcess planted = plan.purchases();
        SpendProcess worth = plan.spend();
        assertNear(purchases, Map.of("r", planted.r(), "alpha", planted.alpha(), "a", planted.a(), "b", planted.b()));
        assertNear(spend, Map.of("p", worth.p(), "q", worth.q(), "gamma", worth.gamma()));
        assertThat(PurchaseFits.bgNbd(CountedHistory.count(histories)).logLikelihood())
                .as("the other process fits worse")
                .isLessThan(purchases.logLikelihood());
    }

    private static double meanRepeat(long[] cents) {
        long sum = 0;
        for (int order = 1; order < cents.length; order++) {
            sum += cents[order];
        }
        return sum / 100.0 / (cents.length - 1);
    }

    private static void assertNear(Fit<?> fit, Map<String, Double> planted) {
        for (Estimate estimate : fit.estimates()) {
            double errors = (estimate.value() - planted.get(estimate.name())) / estimate.standardError();
            assertThat(Math.abs(errors)).as(estimate + " in standard errors").isLessThan(3);
        }
    }
}
