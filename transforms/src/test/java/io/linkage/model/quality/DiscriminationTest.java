package io.linkage.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiscriminationTest {
    /** Hanley and McNeil 1982, table I; area and standard error as Stata's roctab prints them, by DeLong's variance. */
    @Test
    void readsTheTomogramsOfHanleyAndMcNeilAsPublished() {
        List<Counted> ratings = List.of(
                new Counted(1, 36, 3),
                new Counted(2, 8, 2),
                new Counted(3, 8, 2),
                new Counted(4, 22, 11),
                new Counted(5, 35, 33));

        Metric area = Discrimination.auc(ratings);

        assertThat(area.estimate()).isCloseTo(.8932, within(5e-5));
        assertThat(area.error()).isCloseTo(.0307, within(5e-5));
        assertThat(area.low()).isCloseTo(.83295, within(5e-6));
        assertThat(area.high()).isCloseTo(.95339, within(5e-6));
    }

    @Test
    void ofFourByHandThreePairsOfFourAreInOrder() {
        List<Counted> rows =
                List.of(new Counted(.1, 1, 0), new Counted(.4, 1, 1), new Counted(.6, 1, 0), new Counted(.8, 1, 1));

        assertThat(Discrimination.auc(rows).estimate()).isEqualTo(.75);
    }

    /** One who left above 600 of 1,000 others. */
    @Test
    void ofOneWhoLeftNoErrorIsKnown() {
        Metric area =
                Discrimination.auc(List.of(new Counted(.1, 600, 0), new Counted(.2, 1, 1), new Counted(.3, 400, 0)));

        assertThat(area.estimate()).isCloseTo(.6, within(1e-12));
        assertThat(area.error()).isNaN();
        assertThat(area.low()).isNaN();
    }

    @Test
    void oneForecastForEveryoneTellsNothing() {
        assertThat(Discrimination.auc(List.of(new Counted(.3, 10, 3))).estimate())
                .isEqualTo(.5);
    }

    @Test
    void withoutLeaversOrWithoutStayersThereIsNoArea() {
        assertThat(Discrimination.auc(List.of(new Counted(.3, 10, 0))).estimate())
                .isNaN();
        assertThat(Discrimination.auc(List.of(new Counted(.3, 10, 10))).estimate())
                .isNaN();
    }
}
