package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EuroChainTest {
    private static final int SEEDS = 20;
    private static final Caution CAUTION = new Caution(5, .9, 399, 42);
    /** Customers alike: each worth 200, four in ten leave. */
    private static final Worth WORTH = new Worth(1000, 200_000, 1000, 200_000, 400, 80_000, 160);

    private static final double ON_EXPERIENCE = 1.2;
    private static final double ON_LEAVING = -.002;
    private static final double ON_SPEND = .1;
    private static final ServedPanel PLANTED = new ServedPanel(ON_EXPERIENCE, ON_LEAVING, ON_SPEND, 0);

    @Test
    void eachPlantedLinkAndTheEuroPerPointLieInTheirIntervalsInSixteenOfTwentyCompanies() {
        List<EuroChain> chains = chains(PLANTED);

        double euro = -200 * ON_EXPERIENCE * ON_LEAVING / .6 + ON_EXPERIENCE * ON_SPEND * .6;
        assertThat(inside(chains, EuroChain::experience, ON_EXPERIENCE)).isBetween(16L, 20L);
        assertThat(inside(chains, EuroChain::leavingOfExperience, ON_LEAVING)).isBetween(16L, 20L);
        assertThat(inside(chains, EuroChain::spendOfExperience, ON_SPEND)).isBetween(16L, 20L);
        assertThat(inside(chains, EuroChain::leaving, ON_EXPERIENCE * ON_LEAVING))
                .isBetween(16L, 20L);
        assertThat(inside(chains, EuroChain::spend, ON_EXPERIENCE * ON_SPEND)).isBetween(16L, 20L);
        assertThat(inside(chains, chain -> chain.value(WORTH), euro)).isBetween(16L, 20L);
        assertThat(inside(chains, chain -> chain.valueDirectly(WORTH), euro)).isBetween(16L, 20L);
        assertThat(mean(chains, chain -> chain.value(WORTH))).isCloseTo(euro, within(.15));
        assertThat(seen(chains, chain -> chain.value(WORTH))).isGreaterThanOrEqualTo(16);
    }

    @Test
    void withoutAnEffectNoMoreThanThreeOfTwentyCompaniesClaimOne() {
        for (ServedPanel nothing : List.of(
                new ServedPanel(0, 0, 0, 0),
                new ServedPanel(ON_EXPERIENCE, 0, 0, 0),
                new ServedPanel(0, ON_LEAVING, ON_SPEND, 0))) {
            List<EuroChain> chains = chains(nothing);
            assertThat(seen(chains, chain -> chain.value(WORTH)))
                    .as(nothing.toString())
                    .isLessThanOrEqualTo(3);
            assertThat(seen(chains, EuroChain::leaving)).as(nothing.toString()).isLessThanOrEqualTo(3);
            assertThat(seen(chains, EuroChain::spend)).as(nothing.toString()).isLessThanOrEqualTo(3);
            assertThat(seen(chains, chain -> chain.valueDirectly(WORTH))).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void loyalCustomersWhoAnswerBetterAndStayMakeNoLinkButWouldWithoutTheErrorsOfAnswers() {
        ServedPanel nothing = new ServedPanel(ON_EXPERIENCE, 0, 0, 0);

        assertThat(seen(chains(nothing), EuroChain::leavingOfExperience)).isLessThanOrEqualTo(3);
        assertThat(IntStream.range(0, SEEDS)
                        .filter(seed ->
                                Link.of(nothing.of(seed), "experience", "leaving", 0, Effects.UNIT_AND_PERIOD, CAUTION)
                                                .verdict()
                                                .code()
                                        == Verdict.Code.SEEN)
                        .count())
                .isGreaterThanOrEqualTo(16);
    }

    @Test
    void whereMoraleFollowsSuccessTheDirectionIsFoundAndTheChainClaimsNothing() {
        ServedPanel reverse = new ServedPanel(0, ON_LEAVING, ON_SPEND, .5);

        List<Directions.Code> codes = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            codes.add(Directions.of(reverse.of(seed), "engagement", "experience", 1, Effects.UNIT_AND_PERIOD, CAUTION)
                    .code());
        }
        assertThat(codes).filteredOn(Directions.Code.BACKWARD::equals).hasSizeGreaterThanOrEqualTo(16);
        assertThat(seen(chains(reverse), chain -> chain.value(WORTH))).isLessThanOrEqualTo(3);
    }

    @Test
    void besideItsOwnPastEngagementFollowsNoLeavingWhereEngagementGoesFirst() {
        long claimed = IntStream.range(0, SEEDS)
                .filter(seed ->
                        Link.besidePast(PLANTED.of(seed), "leaving", "engagement", 6, Effects.UNIT_AND_PERIOD, CAUTION)
                                        .verdict()
                                        .code()
                                == Verdict.Code.SEEN)
                .count();
        assertThat(claimed).isLessThanOrEqualTo(3);
    }

    @Test
    void experienceThatOnlyChanceMovesHasAReasonAndNoFigure() {
        List<Cell> cells = new ArrayList<>();
        for (int unit = 0; unit < 6; unit++) {
            for (int month = 0; month < 8; month++) {
                double nps = (unit * month) % 3;
                double engaged = 60 + (unit + 2 * month) % 5;
                cells.add(new Cell(
                        "U" + unit,
                        "U" + unit,
                        month,
                        50,
                        engaged,
                        nps,
                        .4 + (unit + month) % 2 * .1,
                        60 + month % 3 * unit,
                        400,
                        0,
                        0));
            }
        }
        EuroChain chain = EuroChain.of(Panel.of(ServedPanel.CHAIN, cells), ServedPanel.CHAIN, CAUTION);

        assertThat(chain.reliability()).isLessThan(0);
        assertThat(chain.value(WORTH).estimate()).isEmpty();
        assertThat(chain.value(WORTH).verdict().code()).isEqualTo(Verdict.Code.NOT_RELIABLE);
        assertThat(chain.valueDirectly(WORTH).estimate()).isPresent();
        assertThat(chain.valueDirectly(Worth.NONE).verdict().code()).isEqualTo(Verdict.Code.NO_OVERLAP);
    }

    @Test
    void withTenUnitsOfEqualWeightEndsOfNormalDrawsAreThoseOfStudentsLaw() {
        double[] draws = IntStream.range(0, 100_000)
                .mapToDouble(draw -> Math.sqrt(.9)
                        * new org.hipparchus.distribution.continuous.NormalDistribution()
                                .inverseCumulativeProbability((draw + .5) / 100_000))
                .toArray();

        Estimate estimate = Estimate.of(3, draws, 10, 10, 9).orElseThrow();
        assertThat(estimate.high()).isCloseTo(1.833, within(.001));
        assertThat(estimate.highest()).isCloseTo(2.262, within(.002));
        assertThat(estimate.error()).isCloseTo(Math.sqrt(.9), within(.001));
        assertThat(estimate.times(-2).low()).isEqualTo(-2 * estimate.high());
    }

    private static List<EuroChain> chains(ServedPanel panel) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> EuroChain.of(panel.of(seed), ServedPanel.CHAIN, CAUTION))
                .toList();
    }

    private static long inside(List<EuroChain> chains, Function<EuroChain, Outcome> of, double truth) {
        return chains.stream()
                .filter(chain -> of.apply(chain)
                        .estimate()
                        .filter(estimate -> estimate.low() <= truth && truth <= estimate.high())
                        .isPresent())
                .count();
    }

    private static long seen(List<EuroChain> chains, Function<EuroChain, Outcome> of) {
        return chains.stream()
                .filter(chain -> of.apply(chain).verdict().code() == Verdict.Code.SEEN)
                .count();
    }

    private static double mean(List<EuroChain> chains, Function<EuroChain, Outcome> of) {
        ToDoubleFunction<EuroChain> value =
                chain -> of.apply(chain).estimate().orElseThrow().value();
        return chains.stream().mapToDouble(value).average().orElseThrow();
    }
}
