package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewtonTest {
    private static final double[] HOURS = {
        .5, .75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5
    };
    private static final int[] PASSED = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};

    /** The textbook case of 20 students: -4.0777 (standard error 1.7610) and 1.5046 (.6287). */
    @Test
    void comesToThePublishedEstimatesAndStandardErrors() {
        double[] at = {0, 0};
        for (int step = 0; step < 10; step++) {
            at = students(at).step(0).orElseThrow();
        }

        assertThat(at[0]).isCloseTo(-4.0777, within(5e-5));
        assertThat(at[1]).isCloseTo(1.5046, within(5e-5));
        var covariance = students(at).covariance(0).orElseThrow();
        assertThat(Math.sqrt(covariance.getEntry(0, 0))).isCloseTo(1.7610, within(5e-5));
        assertThat(Math.sqrt(covariance.getEntry(1, 1))).isCloseTo(.6287, within(5e-5));
    }

    @Test
    void aRidgeDrawsTheSlopeInAndLeavesTheInterceptFree() {
        double[] free = {0, 0};
        double[] drawn = {0, 0};
        for (int step = 0; step < 10; step++) {
            free = students(free).step(0).orElseThrow();
            drawn = students(drawn).step(.1).orElseThrow();
        }

        assertThat(drawn[1]).isBetween(0.0, free[1]);
        double expected = 0;
        for (double hours : HOURS) {
            expected += LogisticLine.probabilityOf(drawn[0] + drawn[1] * hours);
        }
        assertThat(expected).as("the intercept keeps the number that passed").isCloseTo(10, within(1e-9));
    }

    @Test
    void partsAddUpToTheWhole() {
        double[] at = {-1, .5};
        Newton parts = students(at, 0, 7).merge(students(at, 7, HOURS.length));

        assertThat(parts.step(0).orElseThrow())
                .containsExactly(students(at).step(0).orElseThrow(), within(1e-12));
    }

    @Test
    void twiceTheSameColumnHasNoStepWithoutRidgeAndOneWithIt() {
        Newton twice = new Newton(new double[] {0, 0, 0});
        for (int student = 0; student < HOURS.length; student++) {
            twice.add(new double[] {HOURS[student], HOURS[student]}, PASSED[student] > 0);
        }

        assertThat(twice.step(0)).isEmpty();
        assertThat(twice.step(.001).orElseThrow()).doesNotContain(Double.NaN);
    }

    private static Newton students(double[] at) {
        return students(at, 0, HOURS.length);
    }

    private static Newton students(double[] at, int from, int until) {
        Newton newton = new Newton(at);
        for (int student = from; student < until; student++) {
            newton.add(new double[] {HOURS[student]}, PASSED[student] > 0);
        }
        return newton;
    }
}
