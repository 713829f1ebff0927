package io.linkage.model.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** Peak flow (l/min) by the large and the mini meter, first readings: Bland and Altman 1986, table 1. */
    private static final int[] LARGE = {
        494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
    };

    private static final int[] MINI = {
        512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
    };

    @Test
    void blandAndAltmansMetersAgreeAsPublished() {
        Agreement meters = Agreement.of(IntStream.range(0, LARGE.length)
                .mapToObj(row -> new Agreement.Pair(LARGE[row], MINI[row]))
                .toList());

        assertThat(meters.gap().estimate()).isCloseTo(-2.1, within(.05));
        assertThat(meters.deviation()).isCloseTo(38.8, within(.05));
        // Published with two deviations: -79.7 and 75.5.
        assertThat(meters.limits().low()).isCloseTo(-2.1 - 1.96 * 38.8, within(.1));
        assertThat(meters.gap().low()).isCloseTo(-22.0, within(.1));
        assertThat(meters.gap().high()).isCloseTo(17.8, within(.1));
    }

    /** Measured 0, 1, 1 for estimates 0, 1, 2: slope .5, residual squares 1/6, error sqrt(1/6 / 2). */
    @Test
    void whoTellsHalfOfEachDifferenceHasSlopeOneHalf() {
        Agreement half =
                Agreement.of(List.of(new Agreement.Pair(0, 0), new Agreement.Pair(1, 1), new Agreement.Pair(2, 1)));

        assertThat(half.slope().estimate()).isCloseTo(.5, within(1e-12));
        assertThat(half.slope().error()).isCloseTo(Math.sqrt(1 / 12.0), within(1e-12));
        assertThat(half.intercept()).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void onePairHasAGapAndNothingToTellItsErrorBy() {
        Agreement one = Agreement.of(List.of(new Agreement.Pair(50, 40)));

        assertThat(one.gap().estimate()).isEqualTo(10);
        assertThat(one.gap().low()).isNaN();
        assertThat(one.slope().estimate()).isNaN();
    }
}
