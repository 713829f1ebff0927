package io.linkage.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfitTest {
    /** The defaults of the R package EMP: an offer of 10, a contact of 1, Beta(6, 14). */
    private static final Retention CAMPAIGN = new Retention(10, 1, 6, 14);

    private static final double WORTH = 200;

    /** Of IBM's 7,043 customers 1,869 left; who knows it contacts these alone: .26537 (.3 * 190 - 1), the rest of g below. */
    @Test
    void perfectForecastsOfTheTelcoSampleBring14861() {
        assertThat(empc(List.of(counted(0, 5174, 0), counted(1, 1869, 1869))).estimate())
                .isCloseTo(14.861, within(5e-4));
    }

    /** One forecast for all: everybody is contacted from g = .1655 on, and nobody below it. */
    @Test
    void oneForecastForAllOfTheTelcoSampleBrings6906() {
        assertThat(empc(List.of(counted(.5, 7043, 1869))).estimate()).isCloseTo(6.9061, within(5e-5));
    }

    /** Published for a drawn ranking of the sample: 6.924. The best cuts of a ranking find a little in chance itself. */
    @Test
    void aDrawnRankingOfTheTelcoSampleBringsALittleMore() {
        Draws draws = Draws.of(1, "ranking");
        List<Counted> rows = new ArrayList<>();
        for (int customer = 0; customer < 7043; customer++) {
            rows.add(counted(draws.uniform(), 1, customer < 1869 ? 1 : 0));
        }

        assertThat(empc(Counted.merge(rows)).estimate()).isBetween(6.9061, 6.95);
    }

    /** With g at .3 a leaver brings .3 * 190 - 1 = 56, another costs 11: above .5 and .2 it is 2*56 - 11 and 3*56 - 4*11. */
    @Test
    void theProfitAtTheMeanShareKeptIsThatOfTheBestCut() {
        List<Counted> rows = List.of(counted(.1, 20, 1), counted(.2, 4, 1), counted(.5, 3, 2));

        Metric mpc = Profit.of(rows, CAMPAIGN).get(0);

        assertThat(mpc.code()).isEqualTo("mpc");
        assertThat(mpc.estimate()).isCloseTo((3 * 56 - 4 * 11) / 27.0, within(1e-12));
    }

    /** Beta(1, 1): from g = 12 / 190 on both are contacted, and g 190 - 12 is what they bring together. */
    @Test
    void theExpectedProfitIsTheMeanOverTheShareKept() {
        Retention uniform = new Retention(10, 1, 1, 1);
        double from = 12 / 190.0;

        double empc = Profit.of(List.of(counted(.5, 2, 1)), uniform).get(1).estimate();

        assertThat(empc).isCloseTo((190 * (1 - from * from) / 2 - 12 * (1 - from)) / 2, within(1e-12));
    }

    /** Ten leavers of 30 each are not worth 9 others at 11 each while .3 of them are kept; one of 3,000 is. */
    @Test
    void whatEachWhoLeftWasWorthDecides() {
        Counted small = new Counted(.4, 19, 10, 10 * 30, 10 * 900);
        Counted large = new Counted(.3, 10, 1, 3000, 9_000_000);

        assertThat(Profit.of(List.of(small), CAMPAIGN).get(0).estimate()).isZero();
        assertThat(Profit.of(List.of(large), CAMPAIGN).get(0).estimate())
                .isCloseTo((.3 * 2990 - 1 - 9 * 11) / 10, within(1e-12));
    }

    /** The mean of 10 * 56, 10 * -11, 80 * 0 has the error of a mean of 100 numbers. */
    @Test
    void theErrorIsThatOfWhatEachCustomerBrings() {
        Metric mpc = Profit.of(List.of(counted(.1, 80, 0), counted(.5, 20, 10)), CAMPAIGN)
                .get(0);

        double mean = 4.5;
        double squares = (10 * 56 * 56 + 10 * 11 * 11) / 100.0;
        assertThat(mpc.estimate()).isCloseTo(mean, within(1e-12));
        assertThat(mpc.error()).isCloseTo(Math.sqrt((squares - mean * mean) / 99), within(1e-12));
    }

    @Test
    void whereNobodyLeftNothingIsWonAndNothingSpent() {
        assertThat(Profit.of(List.of(counted(.2, 50, 0)), CAMPAIGN))
                .extracting(Metric::estimate)
                .containsExactly(0.0, 0.0);
    }

    private static Metric empc(List<Counted> rows) {
        return Profit.of(rows, CAMPAIGN).get(1);
    }

    private static Counted counted(double forecast, long examples, long events) {
        return new Counted(forecast, examples, events, events * WORTH, events * WORTH * WORTH);
    }
}
