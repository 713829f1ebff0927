package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndirectEffectTest {
    private static final Lagged[] SAT = {new Lagged("teacher", 0), new Lagged("student", 0), new Lagged("sat", 0)};

    @Test
    void satPointsOfNewYorkGoThroughStudentsAsPublished() throws Exception {
        Sample sample = NycSchools.bySchool().sample(SAT);
        IndirectEffect effect =
                IndirectEffect.of(sample, Effects.MEAN, .95, 42, 5_000).orElseThrow();

        assertThat(sample.rows()).isEqualTo(147);
        assertThat(effect.effect()).isCloseTo(27.4, within(.05));
        assertThat(effect.total()).isCloseTo(24.8, within(.05));
        assertThat(effect.direct()).isCloseTo(-2.6, within(.05));
        assertThat(effect.sobel()).isCloseTo(2.76, within(.005));
        // Published with one run of a bootstrap: 6.5 to 66.8; ends of another run differ by chance.
        assertThat(effect.low()).isCloseTo(6.5, within(2.0));
        assertThat(effect.high()).isCloseTo(66.8, within(3.0));
    }

    @Test
    void scoresOfNewYorkGoTogetherAsPublished() throws Exception {
        Panel panel = NycSchools.byDistrict();

        assertThat(correlation(panel, "teacher", "parent")).isCloseTo(.471, within(.0005));
        assertThat(correlation(panel, "teacher", "student")).isCloseTo(.503, within(.0005));
        assertThat(correlation(panel, "parent", "student")).isCloseTo(.736, within(.0005));
    }

    @Test
    void totalIsDirectPlusIndirectAndUnitEffectsTakeOutWhatUnitsAlwaysAre() {
        // Within units m = 2 x and y = 3 m - x; what a unit always is pulls the other way and must not matter.
        IndirectEffect effect = IndirectEffect.of(planted(), Effects.UNIT_AND_PERIOD, .9, 1, 400)
                .orElseThrow();

        assertThat(effect.first()).isCloseTo(2, within(.1));
        assertThat(effect.second()).isCloseTo(3, within(.2));
        assertThat(effect.direct()).isCloseTo(-1, within(.4));
        assertThat(effect.total()).isCloseTo(effect.effect() + effect.direct(), within(1e-9));
        assertThat(effect.low()).isLessThan(6).isGreaterThan(5);
        assertThat(effect.high()).isGreaterThan(6).isLessThan(7);
    }

    @Test
    void aMediatorThatIsXItselfGivesNoFigure() {
        Sample sample = planted();
        Sample same = new Sample(
                new double[][] {sample.columns()[0], sample.columns()[0], sample.columns()[2]},
                sample.unit(),
                sample.period(),
                sample.cluster());

        assertThat(IndirectEffect.of(same, Effects.UNIT_AND_PERIOD, .9, 1, 50)).isEmpty();
    }

    @Test
    void aPathHasTheLagOnBothLinksAndAVerdict() {
        Panel panel = panel();

        Path path = Path.of(panel, "x", "m", "y", 0, Effects.UNIT_AND_PERIOD, new Caution(10, .9, 400, 1));
        assertThat(path.verdict().code()).isEqualTo(Verdict.Code.SEEN);
        assertThat(path.rows()).isEqualTo(240);
        IndirectEffect plain = IndirectEffect.of(planted(), Effects.UNIT_AND_PERIOD, .9, 1, 400)
                .orElseThrow();
        IndirectEffect wider = path.effect().orElseThrow();
        assertThat(wider.effect()).isEqualTo(plain.effect());
        assertThat(wider.low()).isLessThan(plain.low());
        assertThat(wider.high()).isGreaterThan(plain.high());
        Path later = Path.of(panel, "x", "m", "y", 2, Effects.UNIT_AND_PERIOD, new Caution(10, .9, 400, 1));
        assertThat(later.verdict().code()).isEqualTo(Verdict.Code.NOT_SEEN);
        assertThat(later.rows()).isEqualTo(80);
        assertThat(Path.of(panel, "x", "m", "y", 1, Effects.UNIT_AND_PERIOD, new Caution(21, .9, 400, 1))
                        .verdict()
                        .code())
                .isEqualTo(Verdict.Code.GROUPS_TOO_SMALL);
    }

    private static Sample planted() {
        return panel().sample(new Lagged("x", 0), new Lagged("m", 0), new Lagged("y", 0));
    }

    private static Panel panel() {
        Draws draws = Draws.of(3, "planted");
        List<Cell> cells = new ArrayList<>();
        for (int unit = 0; unit < 40; unit++) {
            for (int period = 0; period < 6; period++) {
                double x = draws.normal() + unit;
                double m = 2 * x - 5 * unit + period + .3 * draws.normal();
                double y = 3 * m - x - 9 * unit - period + .3 * draws.normal();
                cells.add(new Cell("u" + unit, "u" + unit, period, 20, x, m, y));
            }
        }
        Collections.reverse(cells);
        return Panel.of(List.of("x", "m", "y"), cells);
    }

    private static double correlation(Panel panel, String one, String other) {
        return panel.sample(new Lagged(one, 0), new Lagged(other, 0)).correlation();
    }
}
