package io.linkage.model.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpliftFitTest {
    private static final Map<String, Double> UPLIFT = Map.of("a", .08, "b", .04, "c", .02);

    @Test
    void customersWhomAContactMovesMoreAreFoundByTheirGroup() {
        UpliftFit fit = UpliftFit.of(company(.05, UPLIFT, 60_000), 20, .001);

        assertThat(fit.status()).as(fit.reason()).isEqualTo(UpliftFit.Status.DIFFERS);
        UpliftModel.Scorer scorer = fit.champion().orElseThrow().scorer();
        UPLIFT.forEach((group, planted) ->
                assertThat(scorer.of(Map.of("segment=" + group, 1.0)).uplift()).isCloseTo(planted, within(.02)));
    }

    @Test
    void theIntervalOfAGroupHoldsThePlantedEffectAsOftenAsItSays() {
        int held = 0;
        for (int world = 0; world < 1_000; world++) {
            Draws draws = Draws.of(1, "interval", world);
            Totals totals = new Totals(drawn(draws, 800, .09), drawn(draws, 200, .05));
            held += Math.abs(totals.effect() - .04) <= 1.96 * totals.error() ? 1 : 0;
        }

        assertThat(held / 1_000.0).isBetween(.93, .97);
    }

    private static Counts drawn(Draws draws, int contacts, double chance) {
        int responses = 0;
        for (int contact = 0; contact < contacts; contact++) {
            responses += draws.happens(chance) ? 1 : 0;
        }
        return Counts.of(contacts, responses);
    }

    @Test
    void customersWhomAContactMovesAlikeAllHaveTheMeanEffect() {
        UpliftFit fit = UpliftFit.of(company(.05, Map.of("a", .04, "b", .04, "c", .04), 60_000), 20, .001);

        assertThat(fit.status()).as(fit.reason()).isEqualTo(UpliftFit.Status.ALIKE);
        UpliftModel champion = fit.champion().orElseThrow();
        assertThat(champion.code()).isEqualTo(UpliftModel.MEAN_EFFECT);
        assertThat(champion.scorer().of(Map.of("segment=a", 1.0)).uplift())
                .isCloseTo(fit.totals().effect(), within(1e-4));
    }

    @Test
    void withoutAControlGroupNothingIsTold() {
        Cell treated = new Cell(0, "a", Map.of("segment=a", 1.0), Counts.of(500, 50), Counts.NONE);

        UpliftFit fit = UpliftFit.of(List.of(treated), 20, .001);

        assertThat(fit.status()).isEqualTo(UpliftFit.Status.NO_CONTROL);
        assertThat(fit.champion()).isEmpty();
        assertThat(UpliftFit.of(List.of(), 20, .001).status()).isEqualTo(UpliftFit.Status.NO_CONTROL);
    }

    @Test
    void tooFewResponsesAreRefusedWithTheirNumber() {
        Cell few = new Cell(0, "a", Map.of("segment=a", 1.0), Counts.of(500, 50), Counts.of(500, 19));

        UpliftFit fit = UpliftFit.of(List.of(few), 20, .001);

        assertThat(fit.status()).isEqualTo(UpliftFit.Status.TOO_FEW_RESPONSES);
        assertThat(fit.reason()).contains("50 of the treated and 19 of the control group");
    }

    @Test
    void aPartThatHasEverybodyLeavesNoOrderToTest() {
        Cell all = new Cell(3, "a", Map.of("segment=a", 1.0), Counts.of(500, 50), Counts.of(500, 25));

        assertThat(UpliftFit.of(List.of(all), 20, .001).status()).isEqualTo(UpliftFit.Status.ALIKE);
    }

    private static List<Cell> company(double held, Map<String, Double> uplift, int customers) {
        List<Cell> cells = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            Draws draws = Draws.of(1, "uplift", customer);
            String group = draws.oneOf("a", "b", "c");
            boolean treated = draws.happens(.6);
            boolean responds = draws.happens(held + (treated ? uplift.get(group) : 0));
            Counts one = Counts.of(1, responds ? 1 : 0);
            Map<String, Double> values = Map.of("segment=" + group, 1.0, "recency", (double) draws.below(9));
            cells.add(
                    new Cell(draws.below(5), group, values, treated ? one : Counts.NONE, treated ? Counts.NONE : one));
        }
        return cells;
    }
}
