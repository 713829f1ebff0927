package io.linkage.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {
    private static List<Integer> shown(Integer... sizes) {
        return SmallGroups.shown(List.of(sizes), size -> size);
    }

    @Test
    void groupsWithEnoughAnswersAreShownInTheirOrder() {
        assertThat(shown(9, 5, 30)).containsExactly(9, 5, 30);
    }

    @Test
    void withOneSmallGroupTheNextSmallestIsWithheldToo() {
        assertThat(shown(30, 4, 9, 12)).containsExactly(30, 12);
    }

    @Test
    void twoSmallGroupsHideEachOther() {
        assertThat(shown(30, 4, 3, 12)).containsExactly(30, 12);
    }

    @Test
    void aSmallGroupAloneIsNotShown() {
        assertThat(shown(2)).isEmpty();
        assertThat(shown()).isEmpty();
    }
}
