package io.linkage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionSettingsTest {
    @Test
    void readsCostsInCents() {
        assertThat(costing("keep = 5.25", "win-back=0").centsByAction())
                .containsEntry(Action.KEEP, 525L)
                .containsEntry(Action.WIN_BACK, 0L)
                .doesNotContainKey(Action.WIN);
    }

    @Test
    void namesTheActionsThatThereAreWhereOneIsUnknown() {
        assertThatThrownBy(() -> costing("sing = 5"))
                .hasMessageContaining("'sing = 5' in costs")
                .hasMessageContaining("keep, win-back, win");
    }

    @Test
    void refusesAnActionTwiceAndANumberThatIsNone() {
        assertThatThrownBy(() -> costing("keep = 5", "keep = 6")).hasMessageContaining("each action once");
        assertThatThrownBy(() -> costing("keep = dear")).hasMessageContaining("no number that is allowed");
        assertThatThrownBy(() -> costing("keep = -1")).hasMessageContaining("no number that is allowed");
        assertThatThrownBy(() -> costing("keep = NaN")).hasMessageContaining("no number that is allowed");
        assertThatThrownBy(() -> costing("keep")).hasMessageContaining("each action once, as 'keep");
    }

    @Test
    void anActionWithACostNeedsAnEffect() {
        assertThatThrownBy(() -> settings(List.of("keep = 5", "win = 5", "win-back = 5"), List.of("keep = 0.2")))
                .hasMessageContaining("costs name win-back, win, and effects do not");
        assertThat(settings(List.of("keep = 5"), List.of("keep = 0.2", "win = 0.1"))
                        .effectByAction())
                .containsEntry(Action.KEEP, 0.2);
    }

    private static ActionSettings costing(String... costs) {
        List<String> effects = Stream.of(Action.values())
                .map(action -> action.code() + " = 0.1")
                .toList();
        return settings(List.of(costs), effects);
    }

    private static ActionSettings settings(List<String> costs, List<String> effects) {
        return new ActionSettings(
                Optional.empty(), 0.05, 28, 30, 2, ActionSettings.GRANTED, List.of(), costs, effects, List.of(), 20);
    }
}
