package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.linkage.Agreement.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** Shrout and Fleiss 1979, Psychological Bulletin 86(2), table 2: six targets, four judges. */
    private static final List<Group> SHROUT_FLEISS = List.of(
            Group.of(9, 2, 5, 8),
            Group.of(6, 1, 3, 2),
            Group.of(8, 4, 6, 8),
            Group.of(7, 1, 2, 6),
            Group.of(10, 5, 6, 9),
            Group.of(6, 2, 4, 7));

    @Test
    void shroutAndFleissGive17And44Hundredths() {
        Agreement agreement = Agreement.of(SHROUT_FLEISS).orElseThrow();

        assertThat(agreement.between()).isCloseTo(11.24, within(.005));
        assertThat(agreement.within()).isCloseTo(6.26, within(.005));
        assertThat(agreement.icc1()).isCloseTo(.17, within(.005));
        assertThat(agreement.icc2()).isCloseTo(.44, within(.005));
        assertThat(agreement.reliability(4)).isCloseTo(agreement.icc2(), within(1e-12));
        // As R's psych::ICC prints them: p 0.16, 95 % from -0.13 to 0.72.
        assertThat(agreement.chance()).isCloseTo(.165, within(.001));
        assertThat(agreement.icc1Interval(.95)[0]).isCloseTo(-.133, within(.001));
        assertThat(agreement.icc1Interval(.95)[1]).isCloseTo(.723, within(.001));
    }

    @Test
    void unequalGroupsAgreeAsSolvedByHand() {
        // Means 2, 5, 8, of all 13/3: 4 (7/3)^2 + 3 (2/3)^2 + 2 (11/3)^2 = 50 between, 2 + 2 + 2 = 6 within.
        // within 2+2+2 = 6.
        Agreement agreement = Agreement.of(List.of(Group.of(1, 2, 2, 3), Group.of(4, 5, 6), Group.of(7, 9)))
                .orElseThrow();

        assertThat(agreement.between()).isCloseTo(25, within(1e-12));
        assertThat(agreement.within()).isCloseTo(1, within(1e-12));
        assertThat(agreement.meanSize()).isCloseTo((9 - 29 / 9.0) / 2, within(1e-12));
        assertThat(agreement.icc1()).isCloseTo(24 / (25 + (26 / 9.0 - 1)), within(1e-12));
        assertThat(agreement.icc2()).isCloseTo(24 / 25.0, within(1e-12));
    }

    @Test
    void unitsThatDifferLessThanChanceHaveANegativeIccAndNoReliability() {
        Agreement agreement =
                Agreement.of(List.of(Group.of(1, 5), Group.of(2, 4))).orElseThrow();

        assertThat(agreement.icc1()).isEqualTo(-1);
        assertThat(agreement.icc2()).isZero();
        assertThat(agreement.reliability(10)).isZero();
    }

    @Test
    void theSameAnswerByEverybodyOneUnitOrOneAnswerEachGiveNoFigure() {
        assertThat(Agreement.of(List.of(Group.of(4, 4, 4), Group.of(4, 4)))).isEmpty();
        assertThat(Agreement.of(List.of(Group.of(.1, .1, .1), Group.of(.1, .1))))
                .isEmpty();
        assertThat(Agreement.of(List.of(Group.of(1, 2, 3)))).isEmpty();
        assertThat(Agreement.of(List.of(Group.of(1), Group.of(2), Group.of(3)))).isEmpty();
        assertThat(Agreement.of(List.of())).isEmpty();
    }

    @Test
    void agreementWithinAGroupIsOneLessVarianceOverThatOfRandomAnswers() {
        // Five steps: random answers have variance 2.
        assertThat(Agreement.withinGroup(.5, 1, 5)).isCloseTo(.75, within(1e-12));
        assertThat(Agreement.withinGroup(.5, 4, 5)).isCloseTo(3 / 3.25, within(1e-12));
        assertThat(Agreement.withinGroup(0, 1, 5)).isEqualTo(1);
        assertThat(Agreement.withinGroup(4, 1, 5)).isZero();
        assertThatThrownBy(() -> Agreement.withinGroup(1, 1, 1)).hasMessageContaining("scale of 2 steps");
    }
}
