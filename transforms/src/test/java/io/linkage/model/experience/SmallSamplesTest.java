package io.linkage.model.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmallSamplesTest {
    /** Hits in 45 times at bat, of the 18 players of Efron and Morris (1977, Scientific American 236(5)). */
    private static final int[] HITS = {18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7};

    private static final int AT_BAT = 45;

    @Test
    void wilsonsIntervalIsThePublishedOne() {
        assertInterval(new Share(0, 10).figure(), 0, .2775);
        assertInterval(new Share(9, 10).figure(), .5958, .9821);
        assertInterval(new Share(81, 263).figure(), .2553, .3662);
    }

    /** z^2 is 3.8415: the middle of Wilson's interval of 1 of 1 is 2.9207 of 4.8415, .60327, of 0 of 10 it is .13877. */
    @Test
    void theVarianceOfAShareIsAboveZeroWhereAllAnswersAreAlike() {
        assertThat(new Share(1, 1).figure().error()).isNaN();
        assertThat(new Share(1, 1).soundVariance()).isCloseTo(.60327 * .39673, within(1e-4));
        assertThat(new Share(0, 10).soundVariance()).isCloseTo(.13877 * .86123 / 10, within(1e-5));
    }

    /** Newcombe 1998, table II, method 10. */
    @Test
    void theDifferenceOfTwoSharesHasNewcombesInterval() {
        assertInterval(new Share(56, 70).less(new Share(48, 80)), .0524, .3339);
        assertInterval(new Share(9, 10).less(new Share(3, 10)), .1705, .8090);
        assertInterval(new Share(10, 10).less(new Share(0, 10)), .6075, 1);
    }

    @Test
    void efronAndMorrisDrawClementeFrom400To294() {
        List<Double> averages =
                IntStream.of(HITS).mapToObj(hits -> hits / (double) AT_BAT).toList();
        double mean = averages.stream().mapToDouble(y -> y).average().orElseThrow();

        double kept = Shrinkage.jamesStein(averages, mean * (1 - mean) / AT_BAT);

        assertThat(kept).isCloseTo(.2124, within(1e-3));
        assertThat(mean + kept * (.4 - mean)).isCloseTo(.294, within(5e-4));
    }

    /** Three groups of variance 1 at 0, 3, 6: Q = 18, between = (18 - 2) / (3 - 1) = 8 by either method. */
    @Test
    void equallyKnownGroupsHaveOneVarianceBetweenThem() {
        List<Shrinkage.Group> groups =
                Stream.of(0, 3, 6).map(y -> new Shrinkage.Group(y, 1)).toList();

        assertThat(Shrinkage.byMoments(groups).between()).isCloseTo(8, within(1e-12));
        Shrinkage shrinkage = Shrinkage.pauleMandel(groups);
        assertThat(shrinkage.between()).isCloseTo(8, within(1e-9));
        // B = 1/9: 6 is drawn to 6 - 3/9; its variance 8/9 and (1/9)^2 times 9/3.
        Figure last = shrinkage.of(groups.get(2));
        assertThat(last.estimate()).isCloseTo(6 - 3 / 9.0, within(1e-9));
        assertThat(last.error()).isCloseTo(Math.sqrt(8 / 9.0 + 3 / 81.0), within(1e-9));
    }

    /** Variances 1 and 3 at 0 and 4: Paule and Mandel solve 16 / (4 + 2 t) = 1, so t = 6; moments give (4 - 1) / .5 = 6. */
    @Test
    void unequallyKnownGroupsAreSolvedByHand() {
        List<Shrinkage.Group> groups = List.of(new Shrinkage.Group(0, 1), new Shrinkage.Group(4, 3));

        assertThat(Shrinkage.pauleMandel(groups).between()).isCloseTo(6, within(1e-9));
        assertThat(Shrinkage.byMoments(groups).between()).isCloseTo(6, within(1e-9));
    }

    @Test
    void groupsThatDifferByChanceAloneShareOneEstimate() {
        List<Shrinkage.Group> groups = List.of(new Shrinkage.Group(1, 4), new Shrinkage.Group(2, 4));

        Shrinkage shrinkage = Shrinkage.pauleMandel(groups);

        assertThat(shrinkage.between()).isZero();
        assertThat(shrinkage.of(groups.get(0)).estimate()).isEqualTo(1.5);
    }

    /** p = .2, .4, .6 of 10: spread .8 / .24 - 2 over 30 - 10 - 2 is rho = 2/27, so alpha + beta = 12.5. */
    @Test
    void sharesAreDrawnInByABetaDistribution() {
        List<Share> groups = List.of(new Share(2, 10), new Share(4, 10), new Share(6, 10));

        BetaShares shares = BetaShares.fit(groups);

        assertThat(shares.hits()).isCloseTo(5, within(1e-9));
        assertThat(shares.misses()).isCloseTo(7.5, within(1e-9));
        assertThat(shares.of(groups.get(2)).estimate()).isCloseTo(11 / 22.5, within(1e-9));
    }

    /** Gelman and others, Bayesian Data Analysis 5.1: shares of .136, deviation .103; 4 of 14 have .223, deviation .083. */
    @Test
    void theTumoursOfRatsHaveThePublishedPosterior() {
        double prior = .136 * .864 / (.103 * .103) - 1;

        Figure rats = new BetaShares(.136 * prior, .864 * prior).of(new Share(4, 14));

        assertThat(rats.estimate()).isCloseTo(.223, within(5e-4));
        assertThat(rats.error()).isCloseTo(.083, within(5e-4));
    }

    @Test
    void sharesThatAreAllAlikeAreNotTornApart() {
        BetaShares nobody = BetaShares.fit(List.of(new Share(0, 5), new Share(0, 50)));

        assertThat(nobody.of(new Share(0, 5)).estimate()).isZero();
        assertThat(nobody.of(new Share(0, 5)).error()).isNaN();
        Figure half =
                BetaShares.fit(List.of(new Share(5, 10), new Share(10, 20))).of(new Share(5, 10));
        assertThat(half.estimate()).isCloseTo(.5, within(1e-9));
    }

    /** Of 2 of 2, 0 of 2 and 2 of 2 all differs; one answer each does not tell. The common 4 of 6 counts as 1 answer, or as 3. */
    @Test
    void fewSharesOfFewAnswersAreNeverCertain() {
        Figure two = BetaShares.fit(List.of(new Share(2, 2), new Share(0, 2), new Share(2, 2)))
                .of(new Share(2, 2));
        assertThat(two.estimate()).isCloseTo((2 + 2 / 3.0) / 3, within(1e-9));
        assertThat(two.error()).isBetween(.1, .3);
        Figure one = BetaShares.fit(List.of(new Share(1, 1), new Share(0, 1), new Share(1, 1)))
                .of(new Share(0, 1));
        assertThat(one.estimate()).isCloseTo(2 / 4.0, within(1e-9));
        assertThat(one.error()).isBetween(.15, .3);
    }

    /** Garwood 1936: no event has 0 to 3.689, ten have 4.795 to 18.390. */
    @Test
    void thingsGoneWrongHaveGarwoodsInterval() {
        assertThat(new ProblemRate(0, 0, 100).poisson().high()).isCloseTo(3.689, within(5e-4));
        assertInterval(new ProblemRate(10, 10, 100).poisson(), 4.795, 18.390, 5e-4);
    }

    /** Two of ten customers with five each: mean 1, variance (50 - 10) / 9, so 1 / k = 31 / 9. */
    @Test
    void problemsThatCrowdOnAFewCustomersAreKnownLessWell() {
        ProblemRate crowded = new ProblemRate(10, 50, 10);

        assertThat(crowded.overdispersion()).isCloseTo(31 / 9.0, within(1e-12));
        assertThat(crowded.figure().error()).isCloseTo(100 * Math.sqrt(40 / 90.0), within(1e-9));
        assertThat(crowded.figure().high()).isGreaterThan(crowded.poisson().high());
        assertThat(new ProblemRate(10, 10, 10).figure()).isEqualTo(new ProblemRate(10, 10, 10).poisson());
    }

    /** Weights 1, 2, 1 of values 1, 1, -1: mean .5, 16 / 6 answers, variance 1 - .25. */
    @Test
    void weightsCountByKish() {
        WeightedMean mean = new WeightedMean(4, 6, 2, 4);

        assertThat(mean.effective()).isCloseTo(16 / 6.0, within(1e-12));
        assertThat(mean.figure().estimate()).isEqualTo(.5);
        assertThat(mean.figure().error()).isCloseTo(Math.sqrt(.75 * 6 / 16), within(1e-12));
    }

    /** .25 and .75: as of numbers, variance .125, of which two are a mean; Student's with one degree is 12.7062. */
    @Test
    void weightedNumbersHaveAVarianceThatIsEstimatedToo() {
        Figure mean = new WeightedMean(2, 2, 1, .625).student();

        assertThat(mean.error()).isCloseTo(.25, within(1e-12));
        assertThat(mean.high()).isCloseTo(.5 + 12.7062 * .25, within(1e-4));
        assertThat(new WeightedMean(1, 1, .5, .25).student().error()).isNaN();
    }

    private static void assertInterval(Figure figure, double low, double high) {
        assertInterval(figure, low, high, 5e-5);
    }

    private static void assertInterval(Figure figure, double low, double high, double rounding) {
        assertThat(figure.low()).isCloseTo(low, within(rounding));
        assertThat(figure.high()).isCloseTo(high, within(rounding));
    }
}
