package io.linkage.model.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchedChangeTest {
    @Test
    void changesAreComparedWithinCellsAndWeighedByThoseWhoDid() {
        MatchedChange change = MatchedChange.of(List.of(
                new MatchedChange.Pair(of(10, 14), of(1, 3, 5)),
                new MatchedChange.Pair(of(7), of(2, 4)),
                new MatchedChange.Pair(of(99), Outcomes.NONE)));

        // (2 (12 - 3) + 1 (7 - 3)) / 3
        assertThat(change.estimate()).isCloseTo(22.0 / 3, within(1e-12));
        assertThat(change.customers()).isEqualTo(3);
        assertThat(change.compared()).isEqualTo(5);
        // Pooled variances 8 / 1 and (8 + 2) / 3.
        double variance = 4.0 / 9 * (8 / 2.0 + 10 / 3.0 / 3) + 1.0 / 9 * (8 + 10 / 3.0 / 2);
        assertThat(change.error()).isCloseTo(Math.sqrt(variance), within(1e-12));
    }

    private static Outcomes of(double... changes) {
        Outcomes outcomes = Outcomes.NONE;
        for (double change : changes) {
            outcomes = outcomes.plus(new Outcomes(1, change, change * change));
        }
        return outcomes;
    }
}
