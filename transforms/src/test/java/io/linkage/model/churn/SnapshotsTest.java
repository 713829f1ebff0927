package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    @Test
    void theLatestWindowEndsOnTheBusinessDate() {
        Snapshots snapshots = new Snapshots(AS_OF, 7, 90, 4);

        assertThat(snapshots.windowEnd(snapshots.past().get(0))).isEqualTo(AS_OF);
    }

    @Test
    void windowsFollowEachOtherWithoutOverlap() {
        Snapshots snapshots = new Snapshots(AS_OF, 7, 90, 4);

        assertThat(snapshots.past()).hasSize(4);
        for (int i = 1; i < 4; i++) {
            LocalDate beginsAfter = snapshots.past().get(i - 1).plusDays(7);
            assertThat(snapshots.windowEnd(snapshots.past().get(i))).isEqualTo(beginsAfter);
        }
    }
}
