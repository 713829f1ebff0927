package io.linkage.model.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QiniTest {
    @Test
    void theCoefficientIsTheAreaOverTheStraightLinePerTreatedCustomer() {
        // Of 10 + 10 with the higher forecast 6 and 2 responded, of 10 + 10 with the lower 3 and 3.
        Qini qini = Qini.of(List.of(ranked(.1, 10, 3, 10, 3), ranked(.4, 10, 6, 10, 2)));

        // Q: 0, 4, 4 at shares 0, 1/2, 1; area 1/2 2 + 1/2 4 = 3, less 4 / 2, over 20 treated.
        assertThat(qini.total()).isCloseTo(4, within(1e-12));
        assertThat(qini.coefficient()).isCloseTo(.05, within(1e-12));
        assertThat(qini.top(.5).effect()).isCloseTo(.4, within(1e-12));
    }

    @Test
    void oneForecastForAllOrdersNobody() {
        assertThat(Qini.of(List.of(ranked(.1, 10, 3, 10, 3), ranked(.1, 10, 6, 10, 2)))
                        .coefficient())
                .isCloseTo(0, within(1e-12));
        assertThat(Qini.of(List.of()).coefficient()).isZero();
    }

    @Test
    void theWrongOrderLosesWhatTheRightOneWins() {
        assertThat(Qini.of(List.of(ranked(.4, 10, 3, 10, 3), ranked(.1, 10, 6, 10, 2)))
                        .coefficient())
                .isCloseTo(-.05, within(1e-12));
    }

    @Test
    void theIntervalIsThatOfContactsDrawnAgain() {
        Qini few = Qini.of(List.of(ranked(.1, 100, 30, 100, 30), ranked(.4, 100, 60, 100, 20)));
        Qini many =
                Qini.of(List.of(ranked(.1, 10_000, 3_000, 10_000, 3_000), ranked(.4, 10_000, 6_000, 10_000, 2_000)));

        QiniInterval.Ends ofFew = QiniInterval.of(few);
        QiniInterval.Ends ofMany = QiniInterval.of(many);
        assertThat(ofFew.error() / ofMany.error()).isCloseTo(10, within(1.5));
        assertThat(ofMany.low()).isLessThan(.05);
        assertThat(ofMany.high()).isGreaterThan(.05);
        assertThat(QiniInterval.of(few)).isEqualTo(ofFew);
    }

    @Test
    void ofUnequalWeightsTheIntervalIsThatOfFewerContacts() {
        // Ten thousand contacts whose weights are spread so that they say as much as a hundred equal ones.
        Counts won = new Counts(10_000, 6_000, 10_000, 1_000_000, 6_000);
        Counts held = new Counts(10_000, 2_000, 10_000, 1_000_000, 2_000);
        Counts same = new Counts(10_000, 3_000, 10_000, 1_000_000, 3_000);
        Qini weighted = Qini.of(List.of(new Ranked(.1, same, same), new Ranked(.4, won, held)));
        Qini equal = Qini.of(List.of(ranked(.1, 100, 30, 100, 30), ranked(.4, 100, 60, 100, 20)));

        assertThat(QiniInterval.of(weighted).error())
                .isCloseTo(QiniInterval.of(equal).error(), within(1e-12));
    }

    /** As the interval of these rows was before weights entered it. */
    @Test
    void contactsThatWeighOneAreDrawnAsTheyAre() {
        Qini equal = Qini.of(List.of(ranked(.1, 97, 31, 103, 29), ranked(.4, 101, 60, 99, 20)));

        assertThat(QiniInterval.of(equal).error()).isCloseTo(.013382395188684396, within(1e-15));
    }

    private static Ranked ranked(double score, long treated, long won, long control, long held) {
        return new Ranked(score, Counts.of(treated, won), Counts.of(control, held));
    }
}
