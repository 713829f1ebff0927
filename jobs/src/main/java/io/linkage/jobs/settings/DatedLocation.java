package io.linkage.jobs.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Locations that name the business date as {@code {date}} or {@code {date:yyyyMMdd}}. */
public final class DatedLocation {
    /** What a location may hold, for messages. */
    static final String ALLOWED = "{date} or {date:yyyyMMdd}: yyyy year, MM month, dd day of the month";

    private static final Pattern DATE = Pattern.compile("\\{date(?::([^{}]+))?}");
    /** Days enough for each day of a year, a leap year among them, and for the turn of two years. */
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    private static final LocalDate END = LocalDate.of(2025, 1, 1);

    private DatedLocation() {}

    /** The location on a business date. */
    public static String on(String location, LocalDate businessDate) {
        return DATE.matcher(location)
                .replaceAll(found -> Matcher.quoteReplacement(formatter(found).format(businessDate)));
    }

    /** Why the date is not told as it must be; empty where nothing is wrong. */
    static Optional<String> fault(String location) {
        List<DateTimeFormatter> parts = new ArrayList<>();
        for (MatchResult date : DATE.matcher(location).results().toList()) {
            Optional<DateTimeFormatter> part = usable(date);
            if (part.isEmpty()) {
                return Optional.of(date.group() + " is no pattern that a date can be written with");
            }
            parts.add(part.get());
        }
        return parts.isEmpty() ? Optional.empty() : faultOfDays(parts);
    }

    private static Optional<DateTimeFormatter> usable(MatchResult date) {
        try {
            DateTimeFormatter formatter = formatter(date);
            return formatter.format(FIRST).isEmpty() ? Optional.empty() : Optional.of(formatter);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(MatchResult date) {
        return date.group(1) == null ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ofPattern(date.group(1));
    }

    /** A year may stand in the name of a folder and the day in that of the file: together they must tell the date. */
    private static Optional<String> faultOfDays(List<DateTimeFormatter> parts) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        parts.forEach(part -> builder.append(part).appendLiteral('/'));
        DateTimeFormatter all = builder.toFormatter();
        if (all.toString().contains("DayOfYear") && all.toString().contains("MonthOfYear")) {
            return Optional.of("D is the day of the year, not of the month, which is d");
        }
        return FIRST.datesUntil(END)
                .filter(day -> !tells(all, day))
                .findFirst()
                .map(day -> "what it gives for " + day + ", " + String.join("/", texts(parts, day))
                        + ", does not tell that date, so that another day's file could be read for it");
    }

    private static List<String> texts(List<DateTimeFormatter> parts, LocalDate day) {
        return parts.stream().map(part -> part.format(day)).toList();
    }

    /** Whether the text leads back to the day, or, where it names no day, to its month or year: a file may stand for one. */
    private static boolean tells(DateTimeFormatter all, LocalDate day) {
        try {
            TemporalAccessor parsed = all.parse(all.format(day));
            LocalDate date = parsed.query(TemporalQueries.localDate());
            if (date != null) {
                return date.equals(day);
            }
            boolean ofDay = parsed.isSupported(ChronoField.DAY_OF_MONTH) || parsed.isSupported(ChronoField.DAY_OF_WEEK);
            if (ofDay || !parsed.isSupported(ChronoField.YEAR) || parsed.get(ChronoField.YEAR) != day.getYear()) {
                return false;
            }
            return !parsed.isSupported(ChronoField.MONTH_OF_YEAR)
                    || YearMonth.from(parsed).equals(YearMonth.from(day));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
