package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTest {
    @Test
    void smallAndMediumCorrelationsNeedTheUnitsOfCohen1992() {
        assertThat(Power.unitsForCorrelation(.10)).isEqualTo(783);
        assertThat(Power.unitsForCorrelation(.30)).isEqualTo(85);
        assertThat(Power.unitsForCorrelation(-.30)).isEqualTo(85);
    }

    @Test
    void anEffectOf28StandardErrorsNeedsTheUnitsThereAre() {
        assertThat(Power.units(2.80, 1, 100)).isBetween(100.0, 101.0);
        assertThat(Power.units(1.40, 1, 100)).isBetween(400.0, 401.0);
        assertThat(Power.units(0, 1, 100)).isInfinite();
    }

    @Test
    void theLeastVisibleEffectIsBlooms28StandardErrorsWithManyUnitsAndMoreWithFew() {
        assertThat(Power.leastEffect(1, 1e6)).isCloseTo(2.80, within(.005));
        // t of .975 and .8 with 5 degrees of freedom: 2.571 and .920.
        assertThat(Power.leastEffect(1, 5)).isCloseTo(3.491, within(.001));
    }

    @Test
    void aCorrelationIsCorrectedBySpearmansFormulaOrNotAtAll() {
        assertThat(Attenuation.corrected(.42, .49, .81).orElseThrow()).isCloseTo(.42 / .63, within(1e-12));
        assertThat(Attenuation.corrected(.6, .5, .5)).isEmpty();
        assertThat(Attenuation.corrected(.1, 0, .9)).isEmpty();
        assertThat(Attenuation.corrected(.1, .9, Double.NaN)).isEmpty();
    }
}
