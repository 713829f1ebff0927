package io.linkage.model.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.drivers.PriorityMap.Quadrant;
import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrioritiesTest {
    private static final int PARTS = 50;
    private static final int LEAST = 100;

    /** Outcome = 3 a + b + noise: of variance 1 each, 9 of 11 parts a, 1 of 11 b; the constant has no place. */
    @Test
    void attributesShareWhatTheyExplainAndAConstantHasAReason() {
        Priorities told = told(2_000, row -> 3 * row[0] + row[1] + row[3]);

        assertThat(told.attributes())
                .extracting(Priorities.Priority::verdict)
                .containsExactly(Verdict.SHOWN, Verdict.SHOWN, Verdict.SAME_ANSWER);
        assertThat(told.attributes().get(0).place().importance()).isCloseTo(9 / 11.0, within(.03));
        assertThat(told.attributes().get(1).place().importance()).isCloseTo(1 / 11.0, within(.03));
        assertThat(told.explained()).isCloseTo(10 / 11.0, within(.02));
        assertThat(told.heldOut()).isCloseTo(10 / 11.0, within(.02));
        assertThat(told.attributes().get(0).place().quadrant()).isIn(Quadrant.KEEP_UP, Quadrant.CONCENTRATE_HERE);
        assertThat(told.attributes().get(0).slope().value()).isCloseTo(3, within(.1));
    }

    @Test
    void whatTheOutcomeFallsWithHasItsImportanceAndNoPlaceAmongThePriorities() {
        Priorities told = told(2_000, row -> -3 * row[0] + row[1] + row[3]);

        assertThat(told.attributes())
                .extracting(Priorities.Priority::verdict)
                .containsExactly(Verdict.OPPOSITE, Verdict.SHOWN, Verdict.SAME_ANSWER);
        assertThat(Verdict.OPPOSITE.hasSlope()).isTrue();
        assertThat(Verdict.OPPOSITE.hasImportance()).isTrue();
        assertThat(told.attributes().get(0).slope().high()).isNegative();
    }

    @Test
    void whatTellsNothingOfOthersHasASlopeButNoVerdictOfImportance() {
        Priorities told = told(400, row -> row[3]);

        assertThat(told.heldOut()).isLessThanOrEqualTo(0);
        assertThat(told.attributes().get(0).verdict()).isEqualTo(Verdict.NOT_EXPLAINED);
        assertThat(told.attributes().get(0).slope().low()).isNegative();
        assertThat(told.attributes().get(0).slope().high()).isPositive();
    }

    @Test
    void anOutcomeThatIsAlwaysTheSameHasAReason() {
        assertThat(told(400, row -> 1).attributes())
                .extracting(Priorities.Priority::verdict)
                .containsOnly(Verdict.SAME_OUTCOME);
    }

    @Test
    void fewRespondentsHaveAReasonAndNoFigure() {
        Priorities told = told(LEAST - 1, row -> row[0]);

        assertThat(told.attributes())
                .extracting(Priorities.Priority::verdict)
                .containsOnly(Verdict.TOO_FEW_RESPONDENTS);
        assertThat(told.attributes()).extracting(Priorities.Priority::slope).containsOnlyNulls();
        assertThat(told.respondents()).isEqualTo(LEAST - 1);
        assertThat(told(0, row -> 0).attributes())
                .extracting(Priorities.Priority::verdict)
                .containsOnly(Verdict.TOO_FEW_RESPONDENTS);
    }

    /** The planted slope lies in the 90 % interval in about 90 of 100 samples; 84 is two and a half errors below. */
    @Test
    void intervalsOfSlopesHoldThePlantedOneAsOftenAsTheySay() {
        long held = IntStream.range(0, 100)
                .mapToObj(seed -> Slope.of(
                                parts(seed, 200, row -> 2 * row[0] + row[1] * row[1] * row[1] + row[3]).stream()
                                        .map(part -> part.only(0, 1, 3))
                                        .toList())
                        .get(0))
                .filter(slope -> slope.low() < 2 && slope.high() > 2)
                .count();

        assertThat(held).isBetween(84L, 97L);
    }

    /** Every row counts four times, in parts of its own customers: errors may not shrink. */
    @Test
    void rowsOfOneCustomerCountAsOne() {
        List<CrossProducts> once = parts(1, 400, row -> row[0] + row[3]).stream()
                .map(part -> part.only(0, 1, 3))
                .toList();
        List<CrossProducts> often =
                once.stream().map(part -> part.plus(part, 3)).toList();

        assertThat(Slope.of(often).get(0).error())
                .isCloseTo(Slope.of(once).get(0).error(), within(1e-6));
    }

    @Test
    void sumsSurviveBeingSent() {
        CrossProducts rows = parts(1, 90, row -> row[0]).get(0);

        CrossProducts sent = CrossProducts.of(4, rows.flat());

        assertThat(sent.flat()).isEqualTo(rows.flat());
        assertThat(sent.covariance(0, 3)).isEqualTo(rows.covariance(0, 3));
    }

    private static Priorities told(int rows, ToDoubleFunction<double[]> outcome) {
        return Priorities.of(parts(7, rows, outcome), LEAST, 100, 1);
    }

    /** Attributes a, b of deviation 1, the constant 5; the outcome may use noise of deviation 1, the fourth number. */
    private static List<CrossProducts> parts(int seed, int rows, ToDoubleFunction<double[]> outcome) {
        List<CrossProducts> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            parts.add(new CrossProducts(4));
        }
        for (int row = 0; row < rows; row++) {
            Draws draws = Draws.of(seed, "row", row);
            double[] values = {draws.normal(), draws.normal(), 5, draws.normal()};
            double[] told = Arrays.copyOf(values, 4);
            told[3] = outcome.applyAsDouble(values);
            parts.get(row % PARTS).add(told);
        }
        return parts;
    }
}
