package io.linkage.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostRatesTest {
    /** Search: 100 over 4 newcomers; 60 on no channel and 30 on one that brought nobody are borne by all 6. */
    @Test
    void spendOnNoChannelOrOnOneThatBroughtNobodyIsBorneByAllNewcomers() {
        assertThat(CostRates.perNewcomer(
                        Map.of("search", money("100"), "", money("60"), "fair", money("30")),
                        Map.of("search", 4L, "store", 2L, "fair", 0L)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("search", money("40.00"), "store", money("15.00")));
    }

    @Test
    void withoutSpendOrNewcomersNobodyBearsAnything() {
        assertThat(CostRates.perNewcomer(Map.of(), Map.of("search", 4L))).isEmpty();
        assertThat(CostRates.perNewcomer(Map.of("", money("60")), Map.of("search", 0L)))
                .isEmpty();
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }
}
