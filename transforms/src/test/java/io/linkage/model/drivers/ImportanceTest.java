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
