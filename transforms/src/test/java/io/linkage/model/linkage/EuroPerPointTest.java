package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.linkage.EuroPerPoint.Step;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class EuroPerPointTest {
    private static final double NORMAL = Double.POSITIVE_INFINITY;

    @Test
    void oneLinkHasItsOwnInterval() {
        EuroPerPoint one = EuroPerPoint.of(List.of(new Step(12, 2, 8)), .9, 1, 40_000);

        double half = 2 * new TDistribution(8).inverseCumulativeProbability(.95);
        assertThat(one.value()).isEqualTo(12);
        assertThat(one.error()).isEqualTo(2);
        assertThat(one.low()).isCloseTo(12 - half, within(.1));
        assertThat(one.high()).isCloseTo(12 + half, within(.1));
    }

    @Test
    void theErrorOfTwoLinksIsSobels() {
        EuroPerPoint two = EuroPerPoint.of(List.of(new Step(.5, .1, NORMAL), new Step(8, 3, NORMAL)), .9, 1, 2_000);

        assertThat(two.value()).isEqualTo(4);
        assertThat(two.error()).isCloseTo(Math.sqrt(.25 * 9 + 64 * .01), within(1e-12));
    }

    @Test
    void theIntervalOfAProductOfTwoNormalLinksHoldsItsShare() {
        EuroPerPoint two = EuroPerPoint.of(List.of(new Step(.2, .2, NORMAL), new Step(.4, .2, NORMAL)), .9, 7, 100_000);

        assertThat(productBelow(two.low(), .2, .2, .4, .2)).isCloseTo(.05, within(.003));
        assertThat(productBelow(two.high(), .2, .2, .4, .2)).isCloseTo(.95, within(.003));
        assertThat(two.seen()).isFalse();
    }

    @Test
    void aKnownFactorScalesAndANegativeNumberTurnsTheEnds() {
        EuroPerPoint one = EuroPerPoint.of(List.of(new Step(.5, .1, NORMAL)), .9, 1, 2_000);
        EuroPerPoint scaled =
                EuroPerPoint.of(List.of(new Step(.5, .1, NORMAL), new Step(100, 0, NORMAL)), .9, 1, 2_000);
        EuroPerPoint turned = one.times(-100);

        assertThat(scaled.value()).isEqualTo(50);
        assertThat(scaled.error()).isCloseTo(10, within(1e-12));
        assertThat(turned.low()).isEqualTo(-100 * one.high());
        assertThat(turned.high()).isEqualTo(-100 * one.low());
        assertThat(one.seen()).isTrue();
    }

    /** Chance that a product of normal variables lies below a value, by summing over the first of them. */
    private static double productBelow(double value, double meanX, double errorX, double meanY, double errorY) {
        NormalDistribution x = new NormalDistribution(meanX, errorX);
        NormalDistribution y = new NormalDistribution(meanY, errorY);
        double sum = 0;
        double step = errorX / 2_000;
        for (double at = meanX - 8 * errorX + step / 2.1; at < meanX + 8 * errorX; at += step) {
            double below = y.cumulativeProbability(value / at);
            sum += x.density(at) * step * (at > 0 ? below : 1 - below);
        }
        return sum;
    }
}
