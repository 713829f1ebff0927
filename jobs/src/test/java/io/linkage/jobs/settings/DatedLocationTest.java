package io.linkage.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatedLocationTest {
    @Test
    void fillsInTheBusinessDateWhereverItStands() {
        assertThat(DatedLocation.on("in/{date:yyyy}/{date:MM}/tills-{date}.csv", LocalDate.of(2026, 3, 2)))
                .isEqualTo("in/2026/03/tills-2026-03-02.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tills.csv",
                "{date}.csv",
                "{date:yyyyMMdd}.csv",
                "{date:ddMMyy}.csv",
                "{date:d-M-yyyy}.csv",
                "{date:yyyyDDD}.csv",
                "{date:yyyy}/{date:MM}/{date:dd}/tills.csv",
                "{date:yyyy}/{date}.csv",
                "prices-{date:yyyy-MM}.csv",
                "budget-{date:yyyy}.csv",
            })
    void takesWhatTellsTheDateOrTheMonthOrYearItLiesIn(String location) {
        assertThat(DatedLocation.fault(location)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{date:yyyymmdd}.csv       | {date:yyyymmdd} is no pattern that a date can be written with",
                "{date:yyyyMMddHH}.csv     | {date:yyyyMMddHH} is no pattern",
                "{date:foo}.csv            | {date:foo} is no pattern",
                "{date:yyyyMMDD}.csv       | D is the day of the year",
                "{date:yyyy-MM-DD}.csv     | D is the day of the year",
                "{date:YYYY-MM-dd}.csv     | does not tell that date",
                "{date:yyyy-dd}.csv        | does not tell that date",
                "{date:MMdd}.csv           | for 2023-01-01, 0101, does not tell that date",
                "{date:dMyyyy}.csv         | does not tell that date",
                "{date:MM}/{date:dd}.csv   | for 2023-01-01, 01/01, does not tell that date",
            })
    void refusesWhatDoesNotTellTheDate(String location, String why) {
        assertThat(DatedLocation.fault(location)).get().asString().contains(why);
    }
}
