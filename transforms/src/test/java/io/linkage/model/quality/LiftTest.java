package io.linkage.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiftTest {
    @Test
    void theTopTenthThatLeavesFourTimesAsOftenHasALiftOfFour() {
        List<Counted> rows = List.of(new Counted(.1, 90, 12), new Counted(.9, 10, 8));

        assertThat(Lift.topDecile(rows).estimate()).isCloseTo(4, within(1e-12));
    }

    /** Of 20 alike at the border 5 count, with their share of those who left. */
    @Test
    void tiesAtTheBorderCountInPart() {
        List<Counted> rows = List.of(new Counted(.1, 75, 5), new Counted(.5, 20, 10), new Counted(.9, 5, 5));

        assertThat(Lift.topDecile(rows).estimate()).isCloseTo((5 + 2.5) / 10 / .2, within(1e-12));
    }

    @Test
    void oneForecastForEveryoneHasALiftOfOne() {
        Metric lift = Lift.topDecile(List.of(new Counted(.3, 200, 60)));

        assertThat(lift.estimate()).isCloseTo(1, within(1e-12));
        assertThat(lift.low()).isLessThan(1);
        assertThat(lift.high()).isGreaterThan(1);
    }

    @Test
    void withoutLeaversThereIsNoLift() {
        assertThat(Lift.topDecile(List.of(new Counted(.3, 200, 0))).estimate()).isNaN();
    }
}
