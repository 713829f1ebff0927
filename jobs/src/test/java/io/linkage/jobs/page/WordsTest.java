package io.linkage.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.report.Report;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words ENGLISH = words(Words.Language.en);
    private static final Words DUTCH = words(Words.Language.nl);

    @Test
    void moneyIsWrittenAsTheLanguageDoes() {
        assertThat(ENGLISH.amount(1234567.8)).isEqualTo("€1,234,568");
        assertThat(DUTCH.amount(1234567.8)).isEqualTo("€\u00a01.234.568");
        assertThat(ENGLISH.amount(-12.345)).isEqualTo("\u2212€12.35");
        assertThat(DUTCH.change(12.3)).isEqualTo("+€\u00a012,30");
        assertThat(Report.words(Words.Language.en, Optional.empty()).amount(1500))
                .isEqualTo("1,500");
    }

    @Test
    void sharesHaveADecimalWhereTheyAreSmall() {
        assertThat(ENGLISH.share(.724)).isEqualTo("72%");
        assertThat(DUTCH.share(.0553)).isEqualTo("5,5%");
        assertThat(ENGLISH.shareChange(-.5)).isEqualTo("\u221250%");
    }

    @Test
    void whatIsNotKnownIsADashAndNeverANumber() {
        assertThat(ENGLISH.amount(Double.NaN)).isEqualTo(Words.NONE);
        assertThat(ENGLISH.pointsChange(Double.NaN)).isEqualTo(Words.NONE);
        assertThat(ENGLISH.interval(1, Double.NaN, ENGLISH::points)).isEqualTo(Words.NONE);
    }

    @Test
    void daysAndMonthsHaveTheNamesOfTheLanguage() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThat(ENGLISH.day(day)).isEqualTo("2 March 2026");
        assertThat(DUTCH.day(day)).isEqualTo("2 maart 2026");
        assertThat(DUTCH.month(day)).isEqualTo("maart 2026");
    }

    @Test
    void aNameWithinASentenceKeepsItsCapitalsOnlyWhereItIsMadeOfThem() {
        assertThat(ENGLISH.within("kpi", "revenue")).isEqualTo("revenue");
        assertThat(ENGLISH.within("kpi", "nps")).isEqualTo("NPS");
        assertThat(ENGLISH.name("kpi", "of-a-company")).isEqualTo("of-a-company");
    }

    private static Words words(Words.Language language) {
        return Report.words(language, Optional.of(Currency.getInstance("EUR")));
    }
}
