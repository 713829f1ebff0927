package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measures that the board steers by: each in its last month beside target, past and what was to be expected. */
final class SteeringSection implements Section {
    /** Months of a plot. */
    private static final int MONTHS = 25;
    /** Measures drawn over the months, where they have any. */
    private static final List<SteeringMeasure> DRAWN = List.of(SteeringMeasure.REVENUE, SteeringMeasure.MARGIN);

    /** Columns of an earlier month, and how many months it lies before. */
    private static final Map<Field, Integer> BESIDE =
            Map.of(Steering.PREVIOUS_ESTIMATE, 1, Steering.YEAR_BEFORE_ESTIMATE, 12);

    private static final int NAMED = 4;
    private static final String EXPERIENCE = SteeringMeasure.NPS.area();

    @Override
    public Table table() {
        return Steering.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> rows = release.tonight(table(), Steering.AS_OF_DATE).stream()
                .sorted(Comparator.comparing((PlainRow row) -> row.date(Steering.MONTH_DATE)))
                .toList();
        List<PlainRow> whole = rows.stream().filter(SteeringSection::whole).toList();
        List<PlainRow> company = last(whole);
        if (company.isEmpty()) {
            return Optional.empty();
        }
        List<PlainRow> months = rows.stream().filter(row -> !whole(row)).toList();
        List<PlainRow> units =
                shown(last(months)).stream().map(row -> withoutFew(row, months)).toList();
        Chapter chapter = new Chapter("steering", words.say("steering.title"));
        changed(chapter, company, words);
        units(chapter, units, words);
        DRAWN.forEach(measure -> draw(chapter, measure, whole, words));
        chapter.table(words.say("steering.company"), Scoreboard.of(company, words), words.say("steering.note"));
        List<PlainRow> off = units.stream().filter(off()).toList();
        return Optional.of(
                off.isEmpty()
                        ? chapter
                        : chapter.table(words.say("steering.units"), Scoreboard.ofUnits(off, words), ""));
    }

    private static boolean whole(PlainRow row) {
        return row.text(Steering.UNIT_SOURCE_ID).equals(Steering.ALL);
    }

    /** Of each unit and measure the last month that has an actual, in the order of the measures. */
    private static List<PlainRow> last(List<PlainRow> rows) {
        Collection<PlainRow> last = rows.stream()
                .filter(row -> row.has(Steering.ACTUAL_ESTIMATE))
                .collect(Collectors.toMap(
                        row -> row.text(Steering.UNIT_SOURCE_ID) + " " + row.text(Steering.MEASURE_CODE),
                        row -> row,
                        (earlier, later) -> later,
                        TreeMap::new))
                .values();
        return last.stream()
                .sorted(Comparator.comparing((PlainRow row) -> Scoreboard.measure(row))
                        .thenComparing(row -> row.text(Steering.UNIT_SOURCE_ID)))
                .toList();
    }

    /** Without the answers of few customers about a unit. */
    private static List<PlainRow> shown(List<PlainRow> units) {
        return Stream.of(SteeringMeasure.values())
                .flatMap(measure -> {
                    List<PlainRow> own = units.stream()
                            .filter(row -> Scoreboard.measure(row) == measure)
                            .toList();
                    boolean answers = own.stream()
                            .allMatch(row -> row.text(Steering.AREA_CODE).equals(EXPERIENCE));
                    return (answers ? SmallGroups.shown(own, Steering.ANSWER_COUNT) : own).stream();
                })
                .toList();
    }

    /** Without the months beside it of which few customers gave an answer. */
    static PlainRow withoutFew(PlainRow row, List<PlainRow> months) {
        PlainRow told = row;
        for (Map.Entry<Field, Integer> beside : BESIDE.entrySet()) {
            boolean few = row.text(Steering.AREA_CODE).equals(EXPERIENCE)
                    && months.stream()
                            .filter(other -> isBefore(other, row, beside.getValue()))
                            .anyMatch(other -> other.count(Steering.ANSWER_COUNT) < SmallGroups.LEAST);
            told = few ? told.without(beside.getKey()) : told;
        }
        return told;
    }

    private static boolean isBefore(PlainRow other, PlainRow row, int months) {
        return other.text(Steering.UNIT_SOURCE_ID).equals(row.text(Steering.UNIT_SOURCE_ID))
                && other.text(Steering.MEASURE_CODE).equals(row.text(Steering.MEASURE_CODE))
                && other.date(Steering.MONTH_DATE).plusMonths(months).equals(row.date(Steering.MONTH_DATE));
    }

    /** What left the interval of what was to be expected; without one, how sales compare with a year before. */
    private static void changed(Chapter chapter, List<PlainRow> company, Words words) {
        told(chapter, "steering.better", company, changed(Steering.BETTER), Finding.Kind.CHANGED, words);
        told(chapter, "steering.worse", company, changed(Steering.WORSE), Finding.Kind.CHANGED, words);
        long judged =
                company.stream().filter(changed(Steering.UNKNOWN).negate()).count();
        long expected = company.stream().filter(changed(Steering.AS_EXPECTED)).count();
        if (judged > 0) {
            chapter.lead(
                    Finding.Kind.CHANGED, words.say("steering.expected", words.count(expected), words.count(judged)));
        }
        company.stream()
                .filter(row ->
                        Scoreboard.measure(row) == SteeringMeasure.REVENUE && row.has(Steering.YEAR_BEFORE_ESTIMATE))
                .findFirst()
                .ifPresent(row -> chapter.lead(Finding.Kind.CHANGED, yearOnYear(row, words)));
        told(chapter, "steering.missed", company, missed(), Finding.Kind.DO, words);
    }

    private static String yearOnYear(PlainRow row, Words words) {
        double before = row.number(Steering.YEAR_BEFORE_ESTIMATE);
        double actual = row.number(Steering.ACTUAL_ESTIMATE);
        return words.say(
                "steering.year",
                words.month(row.date(Steering.MONTH_DATE)),
                words.amount(actual),
                words.amount(before),
                before > 0 ? words.shareChange(actual / before - 1) : Words.NONE);
    }

    private static void told(
            Chapter chapter,
            String key,
            List<PlainRow> rows,
            Predicate<PlainRow> which,
            Finding.Kind kind,
            Words words) {
        String names = rows.stream()
                .filter(which)
                .map(row -> Scoreboard.sentence(row, words))
                .collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            chapter.lead(kind, words.say(key, names));
        }
    }

    /** Units that missed targets, those with most first. */
    private static void units(Chapter chapter, List<PlainRow> units, Words words) {
        Map<String, Long> missed = units.stream()
                .filter(missed())
                .collect(Collectors.groupingBy(
                        row -> row.text(Steering.UNIT_SOURCE_ID), TreeMap::new, Collectors.counting()));
        if (!missed.isEmpty()) {
            String most = missed.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(NAMED)
                    .map(unit -> unit.getKey() + " (" + words.count(unit.getValue()) + ")")
                    .collect(Collectors.joining(", "));
            chapter.lead(words.say("steering.units.missed", words.count(missed.size()), most));
        }
    }

    private static Predicate<PlainRow> changed(String code) {
        return row -> row.text(Steering.CHANGE_CODE).equals(code);
    }

    private static Predicate<PlainRow> missed() {
        return row -> row.text(Steering.STATUS_CODE).equals(Steering.MISSED);
    }

    private static Predicate<PlainRow> off() {
        return missed().or(changed(Steering.BETTER)).or(changed(Steering.WORSE));
    }

    /** Actual and forecast by month; the last month is the one to come. */
    private static void draw(Chapter chapter, SteeringMeasure measure, List<PlainRow> whole, Words words) {
        List<PlainRow> all =
                whole.stream().filter(row -> Scoreboard.measure(row) == measure).toList();
        List<PlainRow> months = all.subList(Math.max(0, all.size() - MONTHS), all.size());
        if (months.size() < 2) {
            return;
        }
        String name = words.name("kpi", measure.code());
        chapter.plot(
                words.say("steering.months", name),
                new Plot.Lines(
                        Plot.Unit.AMOUNT,
                        months.stream()
                                .map(row -> words.shortMonth(row.date(Steering.MONTH_DATE)))
                                .toList(),
                        List.of(
                                new Plot.Line(
                                        words.say("steering.actual"),
                                        numbers(months, Steering.ACTUAL_ESTIMATE),
                                        null,
                                        null),
                                new Plot.Line(
                                        words.say("steering.expectation"),
                                        numbers(months, Steering.FORECAST_ESTIMATE),
                                        numbers(months, Steering.FORECAST_LOW_ESTIMATE),
                                        numbers(months, Steering.FORECAST_HIGH_ESTIMATE)))),
                Scoreboard.ofMonths(months, words),
                words.say("steering.months.note"));
    }

    private static List<Double> numbers(List<PlainRow> rows, Field field) {
        return rows.stream().map(row -> known(row.number(field))).toList();
    }
}
