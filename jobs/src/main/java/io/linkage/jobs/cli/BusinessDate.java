package io.linkage.jobs.cli;

import io.linkage.jobs.settings.Company;
import io.linkage.settings.ReportingSettings;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Business dates as a user writes them. */
final class BusinessDate {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private BusinessDate() {}

    /** A date of the form 2026-01-31; anything else is refused. */
    static LocalDate parse(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
                return date;
            }
        } catch (DateTimeParseException malformed) {
            throw refused(text);
        }
        throw refused(text);
    }

    /** The day that ended last where the company is. */
    static LocalDate yesterday(Company company) {
        return LocalDate.now(company.settings(ReportingSettings.class).timeZone())
                .minusDays(1);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "a date is written like 2026-01-31, from " + FIRST + " to " + LAST + ", but this is '" + text + "'");
    }
}
