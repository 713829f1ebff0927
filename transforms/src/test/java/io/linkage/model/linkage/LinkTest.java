package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.linkage.Verdict.Code;
import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final List<String> MEASURES = List.of("engagement", "experience");
    private static final Caution CAUTION = new Caution(10, .9, 999, 42);

    @Test
    void aPlantedLinkLiesWithinItsIntervalInAtLeast16Of20Companies() {
        int within = 0;
        for (int seed = 0; seed < 20; seed++) {
            Effect effect = link(planted(seed, 24, 12, .5)).effect().orElseThrow();
            within += effect.low() <= .5 && .5 <= effect.high() ? 1 : 0;
        }

        assertThat(within).isGreaterThanOrEqualTo(16);
    }

    @Test
    void whereNoLinkIsPlantedOneIsClaimedInAtMost3Of20Companies() {
        int claimed = 0;
        for (int seed = 0; seed < 20; seed++) {
            claimed += link(planted(seed, 24, 12, 0)).verdict().code() == Code.SEEN ? 1 : 0;
        }

        assertThat(claimed).isLessThanOrEqualTo(3);
    }

    @Test
    void aDirectionPlantedOneWayIsFoundThatWay() {
        Panel panel = planted(4, 60, 12, .5);

        assertThat(Directions.of(panel, "engagement", "experience", 1, Effects.UNIT_AND_PERIOD, CAUTION)
                        .code())
                .isEqualTo(Directions.Code.FORWARD);
        assertThat(Directions.of(panel, "experience", "engagement", 1, Effects.UNIT_AND_PERIOD, CAUTION)
                        .code())
                .isEqualTo(Directions.Code.BACKWARD);
    }

    @Test
    void aSmallLinkInFewUnitsIsNotSeenAndSaysHowManyUnitsItNeeds() {
        Link link = link(planted(2, 6, 4, .02));

        assertThat(link.verdict().code()).isEqualTo(Code.NOT_SEEN);
        assertThat(link.verdict().reason()).contains("Not seen in these data").contains("there are 6");
        assertThat(link.effect().orElseThrow().unitsNeeded()).isGreaterThan(6);
        assertThat(link.effect().orElseThrow().leastVisible()).isGreaterThan(.02);
    }

    @Test
    void neitherOrderOfCellsNorUnitsOfMeasurementChangeWhatIsSeen() {
        List<Cell> cells = cells(1, 12, 6, .5);
        Link link = link(Panel.of(MEASURES, cells));
        Collections.shuffle(cells, new Random(1));

        assertThat(link(Panel.of(MEASURES, cells))).isEqualTo(link);
        cells.replaceAll(cell -> new Cell(
                cell.unit(), cell.cluster(), cell.period(), 20, 1e6 * cell.values()[0] + 1e8, cell.values()[1]));
        Effect scaled = link(Panel.of(MEASURES, cells)).effect().orElseThrow();
        assertThat(scaled.value() * 1e6).isCloseTo(link.effect().orElseThrow().value(), within(1e-6));
        assertThat(scaled.chance()).isEqualTo(link.effect().orElseThrow().chance());
    }

    @Test
    void theSameAnswerByEverybodyGivesNoFigure() {
        List<Cell> cells = cells(1, 12, 6, .5);
        cells.replaceAll(cell -> new Cell(cell.unit(), cell.cluster(), cell.period(), 20, 7.1, cell.values()[1]));

        assertRefused(Panel.of(MEASURES, cells), Code.SAME_ANSWER);
    }

    @Test
    void unitsThatNeverChangeGiveNoFigure() {
        List<Cell> cells = cells(1, 12, 6, .5);
        cells.replaceAll(cell -> new Cell(
                cell.unit(), cell.cluster(), cell.period(), 20, cell.unit().hashCode() * .1, cell.values()[1]));

        assertRefused(Panel.of(MEASURES, cells), Code.SAME_ANSWER);
    }

    @Test
    void changesOfOneUnitAloneGiveNoFigure() {
        List<Cell> cells = cells(1, 12, 6, .5);
        cells.replaceAll(cell -> new Cell(
                cell.unit(),
                cell.cluster(),
                cell.period(),
                20,
                cell.unit().equals("u1") && cell.period() == 2 ? 9 : 7,
                cell.values()[1]));

        assertRefused(Panel.of(MEASURES, cells), Code.FEW_UNITS_DECIDE);
    }

    @Test
    void onePeriodFewerThanFourUnitsAndNoOverlapGiveNoFigure() {
        assertRefused(planted(1, 12, 2, .5), Code.ONE_PERIOD);
        assertRefused(planted(1, 3, 12, .5), Code.TOO_FEW_UNITS);
        assertRefused(planted(1, 12, 1, .5), Code.NO_OVERLAP);
        assertRefused(Panel.of(MEASURES, List.of()), Code.NO_OVERLAP);
    }

    @Test
    void aUnitOfThreePeopleIsLeftOutAndUnitsOfThreePeopleGiveNoFigure() {
        List<Cell> cells = cells(1, 12, 6, .5);
        cells.add(new Cell("small", "small", 0, 3, 9, 1));
        cells.add(new Cell("small", "small", 1, 3, 1, 9));
        cells.add(new Cell("small", "small", 2, 3, 9, 1));

        assertThat(link(Panel.of(MEASURES, cells))).isEqualTo(link(planted(1, 12, 6, .5)));
        cells.replaceAll(cell -> new Cell(cell.unit(), cell.cluster(), cell.period(), 3, cell.values()));
        assertRefused(Panel.of(MEASURES, cells), Code.GROUPS_TOO_SMALL);
    }

    @Test
    void aFigureMadeOfTheOtherGivesNoFigure() {
        List<Cell> cells = cells(1, 12, 6, .5);
        cells.replaceAll(cell ->
                new Cell(cell.unit(), cell.cluster(), cell.period(), 20, cell.values()[0], 3 - 2 * cell.values()[0]));

        Link link = Link.of(Panel.of(MEASURES, cells), "engagement", "experience", 0, Effects.UNIT_AND_PERIOD, CAUTION);
        assertThat(link.verdict().code()).isEqualTo(Code.NOT_SEPARABLE);
        assertThat(link.effect()).isEmpty();
    }

    /** Period 3 is missing: 2 is not what goes before 4, and 4 has nothing before it. */
    @Test
    void aSkippedPeriodIsNoNeighbourOfTheOneAfter() {
        Panel panel = Panel.of(
                MEASURES,
                List.of(
                        new Cell("a", "a", 4, 20, 40, 4),
                        new Cell("a", "a", 1, 20, 10, 1),
                        new Cell("a", "a", 2, 20, 20, 2)));

        assertThat(panel.sample(new Lagged("engagement", 1), new Lagged("experience", 0))
                        .columns())
                .isDeepEqualTo(new double[][] {{10}, {2}});
        assertThat(panel.sample(new Lagged("engagement", 2), new Lagged("experience", 0))
                        .columns())
                .isDeepEqualTo(new double[][] {{20}, {4}});
    }

    @Test
    void aUnitTwiceInAPeriodOrInTwoClustersIsToldWithTheRemedy() {
        assertThatThrownBy(() ->
                        Panel.of(MEASURES, List.of(new Cell("a", "c", 1, 20, 1, 2), new Cell("a", "c", 1, 20, 1, 2))))
                .hasMessage("Unit a stands twice in period 1. Aggregate to one row per unit and period first.");
        assertThatThrownBy(() ->
                        Panel.of(MEASURES, List.of(new Cell("a", "c", 1, 20, 1, 2), new Cell("a", "d", 2, 20, 1, 2))))
                .hasMessageContaining("Make it two units");
    }

    private static void assertRefused(Panel panel, Code code) {
        Link link = link(panel);
        assertThat(link.verdict().code()).as(link.verdict().reason()).isEqualTo(code);
        assertThat(link.effect()).isEmpty();
    }

    private static Link link(Panel panel) {
        return Link.of(panel, "engagement", "experience", 1, Effects.UNIT_AND_PERIOD, CAUTION);
    }

    private static Panel planted(long seed, int units, int periods, double effect) {
        return Panel.of(MEASURES, cells(seed, units, periods, effect));
    }

    /** Engagement keeps part of its past; experience follows it by a period, in units that are always unlike. */
    private static List<Cell> cells(long seed, int units, int periods, double effect) {
        Draws draws = Draws.of(seed, "company");
        List<Cell> cells = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            double always = 3 * draws.normal();
            double before = draws.normal();
            for (int period = 0; period < periods; period++) {
                double now = .5 * before + draws.normal();
                double experience = effect * before - 2 * always + .3 * period + draws.normal();
                cells.add(new Cell("u" + unit, "u" + unit, period, 20, now + always, experience));
                before = now;
            }
        }
        return cells;
    }
}
