package io.linkage.model.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TwoWayTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    /** Answers .1 above the means of .5 and .7, so .1 above the mean of .3 too. */
    @Test
    void anOpenAnswerIsAsFarFromItsMeanAsTheOthersAreFromTheirs() {
        double[] filled = TwoWay.filled(new double[] {.6, Double.NaN, .8}, new double[] {.5, .3, .7});

        assertThat(filled).containsExactly(new double[] {.6, .4, .8}, EXACT);
    }

    @Test
    void anAnswerFilledInStaysOnTheScale() {
        assertThat(TwoWay.filled(new double[] {1, Double.NaN}, new double[] {.2, .9}))
                .containsExactly(1, 1);
    }

    @Test
    void belowHalfOfTheAnswersNothingIsFilledIn() {
        assertThat(TwoWay.suffices(new double[] {.5, Double.NaN, Double.NaN})).isFalse();
        assertThat(TwoWay.suffices(new double[] {.5, Double.NaN})).isTrue();
        assertThat(TwoWay.suffices(new double[] {})).isFalse();
    }
}
