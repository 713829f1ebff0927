package io.linkage.jobs.report;

import io.linkage.contract.Field;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Words;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Measures of {@code mart_steering} as tables and within sentences. */
final class Scoreboard {
    private static final int DECIMALS = 2;
    private static final List<String> FIGURES =
            List.of("actual", "interval", "previous", "year-before", "forecast", "change");
    private static final List<String> TARGETS = List.of("target", "status");

    private Scoreboard() {}

    static SteeringMeasure measure(PlainRow row) {
        return SteeringMeasure.of(row.text(Steering.MEASURE_CODE));
    }

    /** A line for each measure of the company. */
    static Figure.Table of(List<PlainRow> rows, Words words) {
        return table(
                1,
                List.of(words.say("steering.measure"), words.say("month")),
                rows,
                row -> Stream.of(name(row, words), words.shortMonth(row.date(Steering.MONTH_DATE))),
                words);
    }

    /** A line for each unit and measure. */
    static Figure.Table ofUnits(List<PlainRow> rows, Words words) {
        return table(
                2,
                List.of(words.say("unit"), words.say("steering.measure"), words.say("month")),
                rows,
                row -> Stream.of(
                        row.text(Steering.UNIT_SOURCE_ID),
                        name(row, words),
                        words.shortMonth(row.date(Steering.MONTH_DATE))),
                words);
    }

    /** A line for each month of one measure. */
    static Figure.Table ofMonths(List<PlainRow> rows, Words words) {
        return table(
                1,
                List.of(words.say("month")),
                rows,
                row -> Stream.of(words.month(row.date(Steering.MONTH_DATE))),
                words);
    }

    /** Name and figures of a measure, within a sentence. */
    static String sentence(PlainRow row, Words words) {
        String beside = row.has(Steering.FORECAST_ESTIMATE)
                ? words.say("steering.beside", write(row, Steering.FORECAST_ESTIMATE, words))
                : "";
        return words.within("kpi", row.text(Steering.MEASURE_CODE)) + " " + write(row, Steering.ACTUAL_ESTIMATE, words)
                + beside;
    }

    private static Figure.Table table(
            int texts, List<String> heads, List<PlainRow> rows, Function<PlainRow, Stream<String>> names, Words words) {
        boolean aiming = rows.stream().anyMatch(row -> row.has(Steering.TARGET_ESTIMATE));
        Stream<String> columns = Stream.concat(FIGURES.stream(), aiming ? TARGETS.stream() : Stream.empty());
        return new Figure.Table(
                texts,
                Stream.concat(heads.stream(), columns.map(column -> words.say("steering." + column)))
                        .toList(),
                rows.stream()
                        .map(row -> Stream.of(
                                        names.apply(row),
                                        figures(row, words),
                                        aiming ? target(row, words) : Stream.<String>empty())
                                .flatMap(each -> each)
                                .toList())
                        .toList());
    }

    private static Stream<String> figures(PlainRow row, Words words) {
        return Stream.of(
                write(row, Steering.ACTUAL_ESTIMATE, words),
                interval(row, Steering.LOW_ESTIMATE, Steering.HIGH_ESTIMATE, words),
                write(row, Steering.PREVIOUS_ESTIMATE, words),
                write(row, Steering.YEAR_BEFORE_ESTIMATE, words),
                interval(row, Steering.FORECAST_LOW_ESTIMATE, Steering.FORECAST_HIGH_ESTIMATE, words),
                words.name("change", row.text(Steering.CHANGE_CODE)));
    }

    private static Stream<String> target(PlainRow row, Words words) {
        return Stream.of(
                write(row, Steering.TARGET_ESTIMATE, words), words.name("status", row.text(Steering.STATUS_CODE)));
    }

    private static String interval(PlainRow row, Field low, Field high, Words words) {
        return words.interval(row.number(low), row.number(high), end -> write(row, end, words));
    }

    private static String name(PlainRow row, Words words) {
        return words.name("kpi", row.text(Steering.MEASURE_CODE));
    }

    private static String write(PlainRow row, Field field, Words words) {
        return write(row, row.number(field), words);
    }

    private static String write(PlainRow row, double value, Words words) {
        return switch (row.text(Steering.UNIT_OF_MEASURE_CODE)) {
            case "money" -> words.amount(value);
            case "count" -> words.decimal(value, 0);
            case "share" -> words.share(value);
            case "points" -> words.points(value);
            default -> words.decimal(value, DECIMALS);
        };
    }
}
