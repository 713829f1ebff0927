package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.contract.ShiftedBetaGeometric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HazardFitTest {
    /** Log-odds 0 and ln 3. In the second window 20 of 100 and 40 of 80 left: log-odds -ln 4 and 0. */
    private static final List<Course> SOLVED = List.of(
            new Course(.5, 2, 1, true, true, 100),
            new Course(.5, 2, 2, true, true, 20),
            new Course(.5, 2, 2, false, true, 80),
            new Course(.75, 2, 1, true, true, 240),
            new Course(.75, 2, 2, true, true, 40),
            new Course(.75, 2, 2, false, true, 40));

    @Test
    void twoChancesAndTwoWindowsAreSolvedByHand() {
        HazardFit fit = HazardFit.of(SOLVED, 2, 10);
        Hazard hazard = fit.model().orElseThrow();

        assertThat(hazard.intercepts().get(0)).isCloseTo(-Math.log(4), within(1e-9));
        assertThat(hazard.slope()).isCloseTo(Math.log(4) / Math.log(3), within(1e-9));
        assertThat(fit.errors().get(0)).isCloseTo(Math.sqrt(1 / 20.0 + 1 / 80.0), within(1e-9));
        assertThat(hazard.chance(.5)).isCloseTo(1 - .5 * .8, within(1e-9));
        assertThat(hazard.chance(.75)).isCloseTo(1 - .25 * .5, within(1e-9));
        assertThat(fit.examples()).isEqualTo(180);
        assertThat(fit.events()).isEqualTo(60);
        assertThat(fit.verdict().code()).isEqualTo(Verdict.Code.UNTESTED);
    }

    @Test
    void theMedianIsTheWindowInWhichHalfHaveLeft() {
        Hazard hazard = new Hazard(List.of(0.0, 0.0), 0);

        assertThat(hazard.median(.6)).isEqualTo(OptionalInt.of(1));
        assertThat(hazard.median(.1)).isEqualTo(OptionalInt.of(2));
        assertThat(new Hazard(List.of(-3.0), 0).median(.1)).isEmpty();
    }

    @Test
    void plantedHazardsComeBackWithinTheirErrorsAndAreTestedOnOthers() {
        Hazard planted = new Hazard(List.of(-.5, -1.0), .6);
        HazardFit fit = HazardFit.of(planted(planted, 20_000), 3, 50);
        Hazard found = fit.model().orElseThrow();

        assertThat(found.intercepts().get(0))
                .isCloseTo(-.5, within(3 * fit.errors().get(0)));
        assertThat(found.intercepts().get(1))
                .isCloseTo(-1, within(3 * fit.errors().get(1)));
        assertThat(found.slope()).isCloseTo(.6, within(3 * fit.errors().get(2)));
        assertThat(fit.errors()).allMatch(error -> error > .01 && error < .1);
        assertThat(fit.verdict().fitted()).isTrue();
    }

    /** Customers keep the chance they have: then shifted-beta-geometric holds, and the hazard is that chance again. */
    @Test
    void whereCustomersDoNotChangeTheBenchmarkIsTheirBetaDistribution() {
        List<Course> courses = planted(new Hazard(List.of(0.0, 0.0), 1), 40_000);
        HazardFit fit = HazardFit.of(courses, 3, 50);
        ShiftedBetaGeometric sbg = (ShiftedBetaGeometric) fit.benchmark().orElseThrow();

        assertThat(sbg.alpha() / (sbg.alpha() + sbg.beta())).isCloseTo(2 / 6.0, within(.01));
        assertThat(sbg.alpha()).isCloseTo(2, within(.3));
        HazardTrial beside = HazardTrial.of(1 - sbg.survival(3), 3, courses);
        HazardTrial trial = HazardTrial.of(fit.model().orElseThrow(), courses);
        assertThat(trial.brier().high()).isLessThan(beside.brier().low());
        assertThat(beside.concordance().estimate()).isEqualTo(.5);
        assertThat(trial.concordance().low()).isGreaterThan(.6);
    }

    @Test
    void oneWindowAndTooFewWhoLeftAreRefusedWithFigures() {
        assertThat(HazardFit.of(SOLVED, 1, 10).verdict().code()).isEqualTo(Verdict.Code.TOO_FEW_WINDOWS);
        assertThat(HazardFit.of(SOLVED, 2, 100).verdict())
                .isEqualTo(new Verdict(
                        Verdict.Code.TOO_FEW_EVENTS,
                        "In the second window after a day 60 of 180 customers left; at least 100 must have left, and as"
                                + " many not (models.churn.least-events, models.churn.snapshots)."));
    }

    @Test
    void aChanceThatTellsTheSecondWindowWithoutExceptionHasNoFiniteSlope() {
        List<Course> parted = List.of(new Course(.2, 2, 2, false, true, 50), new Course(.8, 2, 2, true, true, 50));

        assertThat(HazardFit.of(parted, 2, 10).verdict().code()).isEqualTo(Verdict.Code.NO_UNIQUE_FIT);
    }

    @Test
    void onlyWhoseHorizonIsOverIsTested() {
        HazardTrial trial = HazardTrial.of(
                .5,
                2,
                List.of(
                        new Course(.2, 2, 2, false, false, 3),
                        new Course(.2, 2, 1, true, false, 4),
                        new Course(.2, 2, 1, false, false, 5),
                        new Course(.2, 1, 1, true, false, 6),
                        new Course(.2, 2, 2, false, true, 7)));

        assertThat(trial.counts().get(0).examples()).isEqualTo(7);
        assertThat(trial.counts().get(0).events()).isEqualTo(4);
    }

    /** Chances by Beta(2, 4); two in ten test. */
    private static List<Course> planted(Hazard hazard, int customers) {
        Random random = new Random(11);
        List<Course> courses = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            double chance = ChurnModel.published(secondOfFive(random));
            int window = 1;
            boolean left = random.nextDouble() < chance;
            while (!left && window < hazard.windows()) {
                window++;
                left = random.nextDouble() < hazard.hazard(window, chance);
            }
            courses.add(new Course(chance, hazard.windows(), window, left, customer % 10 > 1, 1));
        }
        return courses;
    }

    /** The second smallest of five uniform numbers is spread by Beta(2, 4). */
    private static double secondOfFive(Random random) {
        return random.doubles(5).sorted().skip(1).findFirst().orElseThrow();
    }
}
