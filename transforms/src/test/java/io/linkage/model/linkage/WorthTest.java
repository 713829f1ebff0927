package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.clv.History;
import io.linkage.model.clv.MbgNbd;
import org.junit.jupiter.api.Test;

class WorthTest {
    @Test
    void whereAllAreAlikeAPointOfLeavingTakesItsShareOfThoseWhoStay() {
        Worth alike = new Worth(10, 2_000, 10, 2_000, 4, 800, 1.6);

        assertThat(alike.mean()).isEqualTo(200);
        assertThat(alike.movable()).isCloseTo(1, within(1e-12));
        assertThat(alike.ofLeaving(.01, .4)).isCloseTo(-200 * .01 / .6, within(1e-12));
        assertThat(Worth.ofSpend(5, .4)).isEqualTo(3);
    }

    @Test
    void thoseWhoMaySoonLeaveAreWorthLessSoLessIsAtStake() {
        // One of value 300 who leaves with a chance of .2, one of value 100 with a chance of .6; unknown: one of value
        // 200.
        Worth worth = new Worth(1, 300, 1, 300, .2, 60, .04)
                .plus(new Worth(1, 100, 1, 100, .6, 60, .36))
                .plus(new Worth(1, 200, 0, 0, 0, 0, 0));

        // (120 / 400) x (1.2 / .4): log odds of both move alike, by .16 and .24 of the change.
        assertThat(worth.movable()).isCloseTo(.9, within(1e-12));
        double change = .001;
        double lost = 300 * change * .16 / .2 / .8 + 100 * change * .24 / .2 / .4;
        assertThat(-worth.ofLeaving(change, .4) * 2).isCloseTo(lost, within(1e-12));
    }

    @Test
    void leavingTakesTheSameShareOfPurchasesToComeAsOfTheChanceToBuyInAWindow() {
        MbgNbd model = new MbgNbd(.85, 10, .8, 3.2);
        History history = new History(4, 40, 45);
        double alive = model.probabilityAlive(history);
        double buys = 1 - Math.pow(55.0 / 68, 4.85);
        double leaving = 1 - alive * buys;
        double value = 50 * model.expectedPurchases(history, 52);

        // One in a hundred of those who are there leaves: both fall by that hundredth.
        double change = .01 * alive * buys;
        double after = 50 * .99 * alive * model.purchasesIfAlive(4, 45, 52);
        Worth worth = new Worth(1, value, 1, value, leaving, leaving * value, leaving * leaving);
        assertThat(worth.ofLeaving(change, leaving)).isCloseTo(after - value, within(1e-9));
    }

    @Test
    void leavingTakesTheSameShareOfAContractsGeometricSum() {
        double stays = .97;
        double discounted = stays / Math.pow(1.1, 1 / 12.0);
        double value = 20 * discounted * (1 - Math.pow(discounted, 12)) / (1 - discounted);
        double leaving = 1 - Math.pow(stays, 3);

        // A hundredth of the contracts ends before the first renewal; the others go on as before.
        Worth worth = new Worth(1, value, 0, 0, 0, 0, 0);
        assertThat(worth.ofLeaving(.01 * (1 - leaving), leaving)).isCloseTo(-.01 * value, within(1e-12));
    }

    @Test
    void pairsOfAnswersAndLeavingTellHowTheirErrorsGoTogether() {
        // Four answers: two promoters who stay with margins 30 and 50, a passive who leaves, a detractor who leaves;
        // ten served.
        Answers answers = new Answers(2, 1, 1);
        Followed followed = new Followed(10, 4, 300, 4, 1, 2, -1, 80, 80);

        assertThat(answers.nps()).isEqualTo(25);
        assertThat(answers.variance()).isCloseTo(10_000 * (.75 - .0625) / 3, within(1e-9));
        assertThat(followed.leaving()).isEqualTo(.4);
        assertThat(followed.spend()).isEqualTo(50);
        // Points 1, 1, 0, -1 and leaving 0, 0, 1, 1: covariance (-1 - 1 x 2 / 4) / 3 = -.5, over ten customers, in
        // points of NPS.
        assertThat(followed.errorWithLeaving(answers)).isCloseTo(-5, within(1e-12));
        // Both who stay are promoters: their points do not differ.
        assertThat(followed.errorWithSpend(answers)).isZero();
    }
}
