package io.linkage.model.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetPromoterTest {
    /** NETPRO of San Francisco airport (DataSF, 2017): 1,436 of 2,746 are promoters, 342 detractors. */
    @Test
    void anAirportHasItsPublishedScoreAndWeightsMoveIt() {
        Figure airport = new NetPromoter(1_436, 342, 2_746).figure().times(100);

        assertThat(airport.estimate()).isCloseTo(39.84, within(5e-3));
        assertThat(airport.error()).isCloseTo(1.33, within(5e-3));
        assertThat(airport.low()).isCloseTo(37.2, within(.05));
        assertThat(airport.high()).isCloseTo(42.5, within(.06));
        WeightedMean weighted = new WeightedMean(2746.396573, 3327.885735, 1439.295974 - 329.794725, 1769.090699);
        assertThat(weighted.mean()).isCloseTo(.4040, within(5e-5));
        assertThat(weighted.effective()).isCloseTo(2_267, within(.5));
    }

    /** Three answers, two promoters, one detractor: score 1/3; with pseudo answers 2.75, 1.75 of 6: 1/6. */
    @Test
    void fewAnswersHaveTheAdjustedIntervalOfRocks() {
        Figure few = new NetPromoter(2, 1, 3).figure();

        double error = Math.sqrt((4.5 / 6 - 1 / 36.0) / 6);
        assertThat(few.estimate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(few.low()).isCloseTo(1 / 6.0 - 1.959963984540054 * error, within(1e-12));
        assertThat(few.high()).isCloseTo(1 / 6.0 + 1.959963984540054 * error, within(1e-12));
    }

    /** One promoter: with pseudo answers 1.75 and .75 of 4, variance .625 - .0625, of one answer. */
    @Test
    void oneAnswerKnowsNoErrorAndWeighsAsOne() {
        NetPromoter one = new NetPromoter(1, 0, 1);

        assertThat(one.figure().error()).isNaN();
        assertThat(one.figure().high()).isEqualTo(1);
        assertThat(one.soundVariance()).isCloseTo(.5625, within(1e-12));
        assertThat(new NetPromoter(60, 20, 100).soundVariance()).isCloseTo(.0064, within(1e-12));
    }

    /** p = .6, d = .2: variance .8 - .16 = .64, standard error .8 / 10. */
    @Test
    void manyAnswersHaveTheNormalInterval() {
        Figure many = new NetPromoter(60, 20, 100).figure();

        assertThat(many.estimate()).isCloseTo(.4, within(1e-12));
        assertThat(many.error()).isCloseTo(.08, within(1e-12));
        assertThat(many.low()).isCloseTo(.4 - 1.959963984540054 * .08, within(1e-12));
    }

    @Test
    void whereAllAnswersAreAlikeTheIntervalIsStillOpen() {
        Figure alike = new NetPromoter(80, 0, 80).figure();

        assertThat(alike.estimate()).isEqualTo(1);
        assertThat(alike.low()).isBetween(.9, .97);
        assertThat(alike.high()).isEqualTo(1);
    }

    @Test
    void whoWereAllAskedHaveNoSamplingError() {
        NetPromoter asked = new NetPromoter(60, 20, 100);

        assertThat(asked.error(100)).isZero();
        assertThat(asked.error(400)).isCloseTo(.08 * Math.sqrt(.75), within(1e-12));
    }

    /** .2 over the root of .0064 + .6933 / 180 is 1.975 standard errors, 2 (1 - Phi(1.975)) = .0483. */
    @Test
    void tellsADifferenceFromChance() {
        NetPromoter here = new NetPromoter(60, 20, 100);
        NetPromoter there = new NetPromoter(84, 48, 180);

        Figure difference = here.less(there);
        assertThat(difference.estimate()).isCloseTo(.2, within(1e-12));
        double error = Math.hypot(.08, Math.sqrt((132 / 180.0 - .04) / 180));
        assertThat(difference.error()).isCloseTo(error, within(1e-12));
        assertThat(here.probabilityOfNoDifference(there)).isCloseTo(.0483, within(1e-4));
        assertThat(here.probabilityOfNoDifference(here)).isCloseTo(1, within(1e-12));
    }

    /** .64 (1.96 / .05)^2. */
    @Test
    void saysHowManyAnswersAMarginNeeds() {
        assertThat(new NetPromoter(60, 20, 100).neededAnswers(.05)).isCloseTo(983.4, within(.1));
    }
}
