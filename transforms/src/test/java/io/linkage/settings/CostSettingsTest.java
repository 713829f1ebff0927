package io.linkage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostSettingsTest {
    @Test
    void aTimeEquationIsASumOfTerms() {
        TimeEquation desk = contacts("service desk = 90 + 240.5 if channel = e-mail, web + 1.2 * handling-seconds")
                .contacts()
                .get(0);

        assertThat(desk.activity()).isEqualTo("service desk");
        assertThat(desk.terms()).hasSize(3);
        assertThat(desk.terms().get(1).seconds()).isEqualTo(240.5);
        assertThat(desk.terms().get(1).subject()).contains("channel");
        assertThat(desk.terms().get(1).value()).isEqualTo("e-mail, web");
        assertThat(desk.terms().get(2).measure()).contains("handling-seconds");
    }

    @Test
    void whatAnEventIsNotKnownByIsRefusedWithWhatItIsKnownBy() {
        assertThatThrownBy(() -> contacts("desk = 90 + 30 * lines"))
                .hasMessage(
                        "'desk = 90 + 30 * lines' reads lines, but such an event is known by handling-seconds only");
        assertThatThrownBy(() -> contacts("desk = 90 if stage = buy")).hasMessageContaining("channel, reason only");
        assertThatThrownBy(() -> new CostSettings(.8, List.of(), List.of(), List.of("site = 2 * lines")))
                .hasMessageContaining("no such word");
    }

    @Test
    void whatIsNoEquationIsRefusedWithItsShape() {
        assertThatThrownBy(() -> contacts("90 + 30"))
                .hasMessageContaining("names no activity; write it as: activity =");
        assertThatThrownBy(() -> contacts("desk = ninety"))
                .hasMessageContaining("'ninety'")
                .hasMessageContaining("no term");
    }

    @Test
    void anActivityHasOneTimeEquation() {
        assertThatThrownBy(() -> new CostSettings(.8, List.of("desk = 60"), List.of("desk = 90"), List.of()))
                .hasMessage("the activity desk has two time equations; give it one");
    }

    private static CostSettings contacts(String equation) {
        return new CostSettings(.8, List.of(), List.of(equation), List.of());
    }
}
