package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Factors of customers who buy at random on a planted clock. */
class SeasonFactorsTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final SeasonClock PLANTED =
            SeasonClock.inProportionTo(new double[] {.8, .8, .9, .9, 1, 1, .9, .8, 1, 1.1, 1.6, 1.8});

    @Test
    void threeYearsShowThePlantedSeason() {
        SeasonFactors found = estimate(LocalDate.of(2022, 12, 31), PLANTED);

        assertThat(found.verdict().code()).isEqualTo(Verdict.Code.IDENTIFIED);
        for (int month = 0; month < 12; month++) {
            double planted = PLANTED.factors().get(month);
            assertThat(found.clock().factors().get(month))
                    .as("month %s", month + 1)
                    .isCloseTo(planted, within(.08));
        }
    }

    @Test
    void oneYearGoesHalfway() {
        SeasonFactors found = estimate(LocalDate.of(2021, 1, 31), PLANTED);

        assertThat(found.verdict().reason()).contains("half is believed");
        assertThat(found.clock().factors().get(11) - 1)
                .isBetween(
                        .3 * (PLANTED.factors().get(11) - 1),
                        .7 * (PLANTED.factors().get(11) - 1));
    }

    @Test
    void whereThereIsNoSeasonNoneIsFound() {
        SeasonFactors found = estimate(LocalDate.of(2022, 12, 31), SeasonClock.NONE);

        assertThat(found.clock().factors()).allSatisfy(f -> assertThat(f).isCloseTo(1, within(.05)));
    }

    @Test
    void monthsThatWereNotSeenAreNamed() {
        SeasonFactors found = estimate(LocalDate.of(2020, 9, 30), PLANTED);

        assertThat(found.verdict().code()).isEqualTo(Verdict.Code.SEASON_NOT_IDENTIFIED);
        assertThat(found.verdict().reason()).contains("9 of 12", "october, november, december");
    }

    @Test
    void aYearIsAsLongOnAnyClock() {
        assertThat(PLANTED.between(LocalDate.of(2021, 3, 5), LocalDate.of(2025, 3, 5)))
                .isCloseTo(4 * 365.25, within(1e-9));
        assertThat(PLANTED.weeksAhead(LocalDate.of(2021, 11, 1), 2.5))
                .isCloseTo(2.5 * PLANTED.factors().get(10), within(1e-12));
        assertThat(PLANTED.between(LocalDate.of(2021, 10, 31), LocalDate.of(2021, 11, 1)))
                .isEqualTo(PLANTED.factors().get(10));
        assertThat(SeasonClock.NONE.history(3, 100, 300, LocalDate.of(2021, 1, 1)))
                .isEqualTo(History.ofDays(3, 100, 300));
        assertThatThrownBy(() -> new SeasonClock(Collections.nCopies(12, 0.0)))
                .hasMessageContaining("12 positive factors");
    }

    /** 4,000 customers, a new one every few hours of the first year, who buy on the clock by MBG/NBD. */
    private static SeasonFactors estimate(LocalDate end, SeasonClock clock) {
        List<long[]> histories = new ArrayList<>();
        Map<LocalDate, Long> firstDays = new TreeMap<>();
        Map<YearMonth, Long> repeats = new TreeMap<>();
        for (int customer = 0; customer < 4000; customer++) {
            SplittableRandom random = new SplittableRandom(customer);
            LocalDate first = START.plusDays(customer % 270);
            List<LocalDate> days = life(random, first, end, clock);
            firstDays.merge(first, 1L, Long::sum);
            days.forEach(day -> repeats.merge(YearMonth.from(day), 1L, Long::sum));
            long recency = days.isEmpty() ? 0 : days.get(days.size() - 1).toEpochDay() - first.toEpochDay();
            histories.add(new long[] {days.size(), recency, end.toEpochDay() - first.toEpochDay()});
        }
        Function<SeasonClock, PurchaseModel> fit = on -> PurchaseFits.of(
                        PurchaseFamily.MBG_NBD,
                        CountedHistory.count(histories.stream()
                                .map(h -> on.history(h[0], h[1], h[2], end))
                                .toList()))
                .model();
        return SeasonFactors.of(new SeasonData(firstDays, repeats, end), fit);
    }

    private static List<LocalDate> life(SplittableRandom random, LocalDate first, LocalDate end, SeasonClock clock) {
        double rate = -Math.log(random.nextDouble() * random.nextDouble()) / 40;
        double dropout = .1 * random.nextDouble();
        List<LocalDate> bought = new ArrayList<>();
        double left = -Math.log(random.nextDouble()) / rate;
        for (LocalDate day = first.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            left -= clock.factors().get(day.getMonthValue() - 1);
            if (left <= 0) {
                bought.add(day);
                if (random.nextDouble() < dropout) {
                    return bought;
                }
                left = -Math.log(random.nextDouble()) / rate;
            }
        }
        return bought;
    }
}
