package io.linkage.model.win;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CredibilityTest {
    /**
     * Two groups of 100 with means 10 and 20 and deviation 5: within 25; between (2 * 100 * 25 - 25) / (200 - 100) = 49.75; the
     * weight is 100 / (100 + 25 / 49.75).
     */
    @Test
    void groupsThatDifferKeepNearlyAllOfTheirMean() {
        Credibility.Group low = new Credibility.Group(100, 10, 5);
        Credibility credibility = Credibility.of(List.of(low, new Credibility.Group(100, 20, 5)));

        assertThat(credibility.between()).isCloseTo(49.75, within(1e-12));
        assertThat(credibility.of(low)).isCloseTo(15 - 5 * 100 / (100 + 25 / 49.75), within(1e-12));
    }

    @Test
    void groupsThatDifferByNoMoreThanChanceHaveTheMeanOfAll() {
        Credibility.Group one = new Credibility.Group(10, 14, 20);
        Credibility credibility = Credibility.of(List.of(one, new Credibility.Group(10, 16, 20)));

        assertThat(credibility.between()).isZero();
        assertThat(credibility.of(one)).isEqualTo(15);
    }

    @Test
    void aGroupWithoutCustomersHasTheMeanOfAll() {
        Credibility.Group empty = new Credibility.Group(0, Double.NaN, 0);

        assertThat(Credibility.of(List.of(new Credibility.Group(100, 10, 5), new Credibility.Group(100, 20, 5), empty))
                        .of(empty))
                .isEqualTo(15);
    }

    @Test
    void withoutAnyCustomerThereIsNoMean() {
        assertThat(Credibility.of(List.of()).mean()).isNaN();
    }
}
