package io.linkage.model.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** R2 = (.25 + .16 - 2 x .5 x .4 x .3) / .91; each part is half of its own r2 and of what it adds to the other. */
    @Test
    void twoPredictorsAreSolvedByHand() {
        double[][] correlations = {{1, .3, .5}, {.3, 1, .4}, {.5, .4, 1}};
        double explained = .29 / .91;

        double[] parts = Importance.exact(correlations);

        assertThat(parts[0]).isCloseTo((.25 + explained - .16) / 2, EXACT);
        assertThat(parts[1]).isCloseTo((.16 + explained - .25) / 2, EXACT);
    }

    /** Of two predictors the relative weights are the exact parts (Johnson 2000). */
    @Test
    void johnsonsWeightsOfTwoPredictorsAreExact() {
        double[][] correlations = {{1, .3, .5}, {.3, 1, .4}, {.5, .4, 1}};

        double[] weights = Importance.relativeWeights(correlations);

        assertThat(weights[0]).isCloseTo(Importance.exact(correlations)[0], EXACT);
        assertThat(weights[1]).isCloseTo(Importance.exact(correlations)[1], EXACT);
    }

    @Test
    void predictorsWithoutCorrelationHaveTheirOwnSquares() {
        double[][] correlations = {{1, 0, 0, .5}, {0, 1, 0, .4}, {0, 0, 1, -.3}, {.5, .4, -.3, 1}};

        assertThat(Importance.exact(correlations)).containsExactly(new double[] {.25, .16, .09}, EXACT);
        assertThat(Importance.relativeWeights(correlations)).containsExactly(new double[] {.25, .16, .09}, EXACT);
    }

    @Test
    void aCopyGetsHalfAndNothingIsCountedTwice() {
        double[][] correlations = {{1, 1, .6}, {1, 1, .6}, {.6, .6, 1}};

        assertThat(Importance.exact(correlations)).containsExactly(new double[] {.18, .18}, EXACT);
    }

    /** Five alike by .5 explain r2 5 / (1 + 4 x .5) together; by symmetry each a fifth. */
    @Test
    void theWeightsOfAnySizeAddUp() {
        double[][] correlations = alike(5, .5, .4);

        double[] parts = Importance.exact(correlations);

        assertThat(parts).containsExactly(new double[] {.16 / 3, .16 / 3, .16 / 3, .16 / 3, .16 / 3}, EXACT);
    }

    /** Fifteen alike by .5: .09 x 15 / 8 in all, exact and by Johnson; sixteen are left to him. */
    @Test
    void fifteenAreExactAndSixteenAreJohnsons() {
        double[] fifteen = Importance.of(alike(15, .5, .3));
        double[] sixteen = Importance.of(alike(16, .5, .3));

        assertThat(Arrays.stream(fifteen).sum()).isCloseTo(.09 * 15 / 8, within(1e-9));
        assertThat(fifteen[14]).isCloseTo(.09 / 8, within(1e-9));
        assertThat(sixteen[7]).isCloseTo(.09 / 8.5, within(1e-9));
    }

    /**
     * 1,704 passengers of San Francisco airport (DataSF, 2017): ten ratings and the airport as a whole (Q7ALL). The parts were
     * also counted by solving each of the 1,024 regressions by elimination, outside Linkage.
     */
    @Test
    void tenRatingsOfAnAirportHaveThePartsOfAllTheirRegressions() {
        double[][] correlations = {
            {1, .7404, .4226, .3997, .3898, .2839, .36, .248, .2276, .2147, .5695},
            {.7404, 1, .4833, .4721, .459, .3165, .3587, .2292, .2293, .2413, .5606},
            {.4226, .4833, 1, .6512, .6464, .3801, .3444, .2861, .4433, .3549, .5805},
            {.3997, .4721, .6512, 1, .6953, .436, .3853, .3062, .326, .31, .5787},
            {.3898, .459, .6464, .6953, 1, .4039, .3711, .3136, .3734, .354, .5589},
            {.2839, .3165, .3801, .436, .4039, 1, .5802, .3627, .2733, .3366, .4586},
            {.36, .3587, .3444, .3853, .3711, .5802, 1, .3237, .2595, .2995, .4307},
            {.248, .2292, .2861, .3062, .3136, .3627, .3237, 1, .2998, .3298, .371},
            {.2276, .2293, .4433, .326, .3734, .2733, .2595, .2998, 1, .5903, .3645},
            {.2147, .2413, .3549, .31, .354, .3366, .2995, .3298, .5903, 1, .3686},
            {.5695, .5606, .5805, .5787, .5589, .4586, .4307, .371, .3645, .3686, 1}
        };
        double[] counted = {.097813, .077173, .079806, .078224, .067016, .045638, .034963, .029614, .023172, .025080};

        assertThat(Importance.exact(correlations)).containsExactly(counted, within(1e-6));
        assertThat(Importance.relativeWeights(correlations)).containsExactly(counted, within(.013));
    }

    private static double[][] alike(int predictors, double among, double outcome) {
        double[][] correlations = new double[predictors + 1][predictors + 1];
        for (int i = 0; i <= predictors; i++) {
            Arrays.fill(correlations[i], i == predictors ? outcome : among);
            correlations[i][predictors] = outcome;
            correlations[i][i] = 1;
        }
        return correlations;
    }
}
