package io.linkage.model.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import org.junit.jupiter.api.Test;

class EffectTest {
    @Test
    void anEffectIsTheDifferenceOfTheMeansWithTheErrorOfBoth() {
        // Treated 1, 3, 5 and control 1, 1, 4: means 3 and 2, variances 4 and 3, error sqrt(4/3 + 3/3).
        Effect effect = Effect.of(arm(new double[3], 1, 3, 5), arm(new double[3], 1, 1, 4));

        assertThat(effect.difference()).isCloseTo(1, within(1e-12));
        assertThat(effect.differenceError()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-12));
        assertThat(effect.estimate()).isEqualTo(effect.difference());
        assertThat(effect.varianceReduction()).isZero();
    }

    @Test
    void whatWasThereBeforeTakesAwayTheSquaredCorrelationOfTheVariance() {
        double[] x = new double[4_000];
        double[] y = new double[4_000];
        Draws draws = Draws.of(1, "cuped");
        for (int at = 0; at < x.length; at++) {
            x[at] = 100 + 10 * draws.normal();
            y[at] = 3 + .8 * x[at] + 6 * draws.normal() + (at % 2 == 0 ? 2 : 0);
        }

        Effect effect = Effect.of(half(x, y, 0), half(x, y, 1));

        // rho^2 = 64 / (64 + 36).
        assertThat(effect.varianceReduction()).isCloseTo(.64, within(.02));
        assertThat(effect.error()).isCloseTo(Math.sqrt(2 * 36 / 2_000.0), within(.005));
        assertThat(effect.low()).isLessThan(2);
        assertThat(effect.high()).isGreaterThan(2);
    }

    @Test
    void aCustomerWithHalfTheChanceCountsForTwo() {
        // One of weight 2 with outcome 1, and one of weight 1 with outcome 4: mean 2.
        Arm weighted = new Arm(2, 3, 5, 0, 0, 6, 18, 0);

        Effect effect = Effect.of(weighted, arm(new double[2], 1, -1));

        assertThat(effect.treatedMean()).isEqualTo(2);
        // Variance of an outcome (18/3 - 4) 2/1, over 9/5 customers of equal weight; and 2 over 2 of the others.
        assertThat(effect.differenceError()).isCloseTo(Math.sqrt(4 / (9.0 / 5) + 1), within(1e-12));
    }

    @Test
    void anArmInWhichNobodyBoughtIsNotCertainThatNobodyWould() {
        // One in four of the treated and none of four: shares of 1.5 and .5 in 5 for the variance, over three.
        Effect effect = Effect.ofShares(arm(new double[4], 1, 0, 0, 0), arm(new double[4], 0, 0, 0, 0));

        assertThat(effect.estimate()).isEqualTo(.25);
        assertThat(effect.error()).isCloseTo(Math.sqrt((.3 * .7 + .1 * .9) / 3), within(1e-12));
        assertThat(Effect.ofShares(arm(new double[4], 1, 1, 1, 1), arm(new double[4], 0, 0, 0, 0))
                        .error())
                .isCloseTo(Math.sqrt(2 * .1 * .9 / 3), within(1e-12));
    }

    @Test
    void whereNoMoneyVariesNoErrorIsKnown() {
        Effect effect = Effect.of(arm(new double[] {1, 2, 4}, 3, 5, 9.9), arm(new double[] {1, 2, 5}, .1, .1, .1));

        assertThat(effect.difference()).isCloseTo(17.9 / 3 - .1, within(1e-12));
        assertThat(effect.differenceError()).isNaN();
        assertThat(effect.low()).isNaN();
        assertThat(effect.varianceReduction()).isNaN();
    }

    private static Arm half(double[] x, double[] y, int rest) {
        int size = x.length / 2;
        double[] ownX = new double[size];
        double[] ownY = new double[size];
        for (int at = 0; at < size; at++) {
            ownX[at] = x[2 * at + rest];
            ownY[at] = y[2 * at + rest];
        }
        return arm(ownX, ownY);
    }

    private static Arm arm(double[] x, double... y) {
        double[] sums = new double[5];
        for (int at = 0; at < y.length; at++) {
            sums[0] += x[at];
            sums[1] += x[at] * x[at];
            sums[2] += y[at];
            sums[3] += y[at] * y[at];
            sums[4] += x[at] * y[at];
        }
        return new Arm(y.length, y.length, y.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** Ten each, of weights of a third: sums to nine decimals do not make a spread of them. */
    @Test
    void outcomesThatAreAllTheSameStayTheSameWhenTheirSumsAreRounded() {
        double third = 1.0 / 3;
        Arm alike = new Arm(300, 300 * third, 300 * third * third, 0, 0, 300 * 3.333333333, 300 * 33.333333333, 0);
        Arm others = new Arm(3, 3, 3, 0, 0, 30, 310, 0);

        assertThat(Effect.of(others, alike).error()).isNaN();
    }
}
