package io.linkage.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenthsTest {
    @Test
    void tenForecastsOfTenFallIntoTenTenthsEachWithItsShare() {
        List<Counted> rows = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Counted(i / 10.0, 10, i))
                .toList();

        assertThat(Tenths.of(rows)).hasSize(10).allSatisfy(tenth -> {
            assertThat(tenth.examples()).isEqualTo(10);
            assertThat(tenth.forecast()).isCloseTo(tenth.number() / 10.0, within(1e-15));
            assertThat(tenth.realised().estimate()).isCloseTo(tenth.number() / 10.0, within(1e-15));
        });
    }

    @Test
    void equalForecastsStayTogetherInTheTenthOfTheirMiddle() {
        assertThat(Tenths.of(List.of(new Counted(.2, 90, 9), new Counted(.9, 10, 8))))
                .extracting(Tenths.Tenth::number)
                .containsExactly(5, 10);
    }

    /** Wilson's interval of 81 of 263 is .2553 to .3662. */
    @Test
    void theIntervalOfAShareIsWilsons() {
        Metric share = Metric.share("realised", 81, 263);

        assertThat(share.low()).isCloseTo(.2553, within(5e-5));
        assertThat(share.high()).isCloseTo(.3662, within(5e-5));
    }

    @Test
    void ofNoForecastsThereAreNoTenths() {
        assertThat(Tenths.of(List.of())).isEmpty();
    }
}
