package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.quality.Counted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticLineTest {
    /** Hours of study and passing of 20 students, the textbook case: intercept -4.0777, slope 1.5046. */
    private static final double[] HOURS = {
        .5, .75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5
    };

    private static final int[] PASSED = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};

    /** A thousand times the same students: what Platt draws in is then beyond the digits. */
    @Test
    void findsTheLineOfTheStudents() {
        List<Counted> students = new ArrayList<>();
        for (int student = 0; student < HOURS.length; student++) {
            students.add(new Counted(HOURS[student], 100_000, 100_000 * PASSED[student]));
        }

        LogisticLine line = LogisticLine.fit(students);

        assertThat(line.intercept()).isCloseTo(-4.0777, within(1e-4));
        assertThat(line.slope()).isCloseTo(1.5046, within(1e-4));
    }

    @Test
    void separatedOutcomesHaveAFiniteLine() {
        LogisticLine line = LogisticLine.fit(List.of(new Counted(-1, 50, 0), new Counted(1, 50, 50)));

        assertThat(line.probability(1)).isCloseTo(51 / 52.0, within(1e-6));
        assertThat(line.probability(-1)).isCloseTo(1 / 52.0, within(1e-6));
    }

    @Test
    void aValueThatNeverChangesGivesTheShareThatLeft() {
        LogisticLine line = LogisticLine.fit(List.of(new Counted(2, 100, 20)));

        assertThat(line.probability(2)).isCloseTo(.2, within(.01));
    }

    @Test
    void isFiniteFarOut() {
        assertThat(LogisticLine.probabilityOf(1000)).isEqualTo(1);
        assertThat(LogisticLine.probabilityOf(-1000)).isZero();
        assertThat(LogisticLine.fit(List.of()).slope()).isFinite();
    }
}
