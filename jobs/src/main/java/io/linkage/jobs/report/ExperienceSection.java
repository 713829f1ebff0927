package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;
import static io.linkage.model.experience.Figure.Z;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.Experience;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What customers say: the whole company over the months, units in the last month beside their targets, and all else. */
final class ExperienceSection implements Section {
    private static final int MONTHS = 24;
    private static final double EVEN = .5;
    private static final int NAMED = 3;

    @Override
    public Table table() {
        return Experience.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> rows = release.tonight(table(), Experience.AS_OF_DATE);
        List<PlainRow> whole = whole(rows);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        PlainRow last = whole.get(whole.size() - 1);
        String metric = last.text(Experience.METRIC_CODE);
        LocalDate month = last.date(Experience.MONTH_DATE);
        Chapter chapter = new Chapter("experience", words.say("experience.title"));
        level(chapter, last, words);
        whole.stream()
                .filter(row -> row.date(Experience.MONTH_DATE).equals(month.minusYears(1)))
                .findFirst()
                .ifPresent(before -> change(chapter, before, last, words));
        trend(chapter, last, words);
        chapter.plot(
                words.say("experience.months", words.name("metric", metric)),
                months(whole, words),
                monthTable(whole, words),
                words.say("experience.months.note"));
        List<PlainRow> ofMonth = rows.stream()
                .filter(row -> row.date(Experience.MONTH_DATE).equals(month))
                .toList();
        units(chapter, ofMonth, metric, month, words);
        return Optional.of(others(chapter, ofMonth, month, words));
    }

    /** The subject with the most answers to the leading metric, by month: NPS where it is asked. */
    private static List<PlainRow> whole(List<PlainRow> rows) {
        List<PlainRow> nps = rows.stream()
                .filter(row -> row.text(Experience.METRIC_CODE).equals(SurveyAnswer.NPS))
                .toList();
        Map<List<String>, List<PlainRow>> subjects = (nps.isEmpty() ? rows : nps)
                .stream()
                        .filter(row -> !row.text(Experience.LEVEL_CODE).equals(Experience.UNIT)
                                && !row.text(Experience.METRIC_CODE).equals(Experience.PROBLEMS))
                        .collect(Collectors.groupingBy(
                                row -> List.of(
                                        row.text(Experience.METRIC_CODE),
                                        row.text(Experience.LEVEL_CODE),
                                        row.text(Experience.SUBJECT_CODE)),
                                () -> new TreeMap<>(Comparator.comparing(List::toString)),
                                Collectors.toList()));
        return subjects.values().stream().max(Comparator.comparingLong(ExperienceSection::answers)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(row -> row.date(Experience.MONTH_DATE)))
                .toList();
    }

    private static long answers(List<PlainRow> rows) {
        return rows.stream()
                .mapToLong(row -> row.count(Experience.ANSWER_COUNT))
                .sum();
    }

    private static void level(Chapter chapter, PlainRow last, Words words) {
        String name = words.name("metric", last.text(Experience.METRIC_CODE));
        String value = write(last, Experience.METRIC_ESTIMATE, words);
        String month = words.month(last.date(Experience.MONTH_DATE));
        String count = words.count(last.count(Experience.ANSWER_COUNT));
        chapter.lead(words.say("experience.level", name, month, value, interval(last, words), count));
        chapter.tile(
                words.say("experience.tile", name, month),
                value,
                words.say("experience.tile.note", interval(last, words)));
    }

    /** Against the same month a year before; the two samples count as independent. */
    private static void change(Chapter chapter, PlainRow before, PlainRow last, Words words) {
        Scale scale = scale(last);
        double change = last.number(Experience.METRIC_ESTIMATE) - before.number(Experience.METRIC_ESTIMATE);
        double margin =
                Z * Math.hypot(last.number(Experience.STANDARD_ERROR), before.number(Experience.STANDARD_ERROR));
        String verdict = !Double.isFinite(margin) ? "unknown" : Math.abs(change) > margin ? "sure" : "chance";
        chapter.lead(
                Finding.Kind.CHANGED,
                words.say(
                        "experience.changed." + verdict,
                        words.name("metric", last.text(Experience.METRIC_CODE)),
                        scale.write(before.number(Experience.METRIC_ESTIMATE), words),
                        words.month(before.date(Experience.MONTH_DATE)),
                        scale.write(last.number(Experience.METRIC_ESTIMATE), words),
                        words.month(last.date(Experience.MONTH_DATE)),
                        words.interval(change - margin, change + margin, end -> scale.change(end, words))));
    }

    private static void trend(Chapter chapter, PlainRow last, Words words) {
        if (last.has(Experience.TREND_ESTIMATE) && last.has(Experience.CHANCE_PROBABILITY)) {
            chapter.lead(words.say(
                    "experience.trend",
                    scale(last).change(last.number(Experience.TREND_ESTIMATE), words),
                    words.count(last.count(Experience.TREND_MONTH_COUNT)),
                    words.share(last.number(Experience.CHANCE_PROBABILITY))));
        }
    }

    private static Plot months(List<PlainRow> whole, Words words) {
        List<PlainRow> shown = lastMonths(whole);
        return new Plot.Lines(
                scale(whole.get(0)).unit(),
                shown.stream()
                        .map(row -> words.shortMonth(row.date(Experience.MONTH_DATE)))
                        .toList(),
                List.of(new Plot.Line(
                        words.name("metric", whole.get(0).text(Experience.METRIC_CODE)),
                        numbers(shown, Experience.METRIC_ESTIMATE),
                        numbers(shown, Experience.LOW_ESTIMATE),
                        numbers(shown, Experience.HIGH_ESTIMATE))));
    }

    private static List<PlainRow> lastMonths(List<PlainRow> rows) {
        return rows.subList(Math.max(0, rows.size() - MONTHS), rows.size());
    }

    private static List<Double> numbers(List<PlainRow> rows, Field field) {
        return rows.stream().map(row -> known(row.number(field))).toList();
    }

    private static Figure.Table monthTable(List<PlainRow> whole, Words words) {
        return new Figure.Table(
                1,
                List.of(words.say("month"), words.say("answers"), words.say("value"), words.say("interval.95")),
                lastMonths(whole).stream()
                        .map(row -> List.of(
                                words.month(row.date(Experience.MONTH_DATE)),
                                words.count(row.count(Experience.ANSWER_COUNT)),
                                write(row, Experience.METRIC_ESTIMATE, words),
                                interval(row, words)))
                        .toList());
    }

    private static void units(Chapter chapter, List<PlainRow> ofMonth, String metric, LocalDate month, Words words) {
        List<PlainRow> all = ofMonth.stream()
                .filter(row -> row.text(Experience.LEVEL_CODE).equals(Experience.UNIT)
                        && row.text(Experience.METRIC_CODE).equals(metric))
                .sorted(Comparator.comparing(row -> row.text(Experience.SUBJECT_CODE)))
                .toList();
        List<PlainRow> shown = SmallGroups.shown(all, Experience.ANSWER_COUNT);
        if (shown.isEmpty()) {
            return;
        }
        targets(chapter, shown, words);
        chapter.plot(
                words.say("experience.units", words.name("metric", metric), words.month(month)),
                new Plot.Dots(
                        Scale.of(metric).unit(),
                        List.of(
                                words.say("experience.measured"),
                                words.say("experience.shrunken"),
                                words.say("experience.target")),
                        shown.stream().map(ExperienceSection::dot).toList()),
                unitTable(shown, words),
                SmallGroups.note(words.say("experience.units.note"), all.size() - shown.size(), words));
    }

    private static Plot.Dot dot(PlainRow row) {
        List<Double> values = new java.util.ArrayList<>();
        values.add(known(row.number(Experience.METRIC_ESTIMATE)));
        values.add(known(row.number(Experience.SHRUNKEN_ESTIMATE)));
        values.add(known(row.number(Experience.TARGET_ESTIMATE)));
        return new Plot.Dot(
                row.text(Experience.SUBJECT_CODE),
                values,
                known(row.number(Experience.LOW_ESTIMATE)),
                known(row.number(Experience.HIGH_ESTIMATE)));
    }

    /** Which units have less than an even chance of their target, least first. */
    private static void targets(Chapter chapter, List<PlainRow> units, Words words) {
        List<PlainRow> aiming = units.stream()
                .filter(row -> row.has(Experience.TARGET_PROBABILITY))
                .toList();
        List<PlainRow> late = aiming.stream()
                .filter(row -> row.number(Experience.TARGET_PROBABILITY) < EVEN)
                .sorted(Comparator.comparingDouble(row -> row.number(Experience.TARGET_PROBABILITY)))
                .toList();
        if (!late.isEmpty()) {
            String least = late.stream()
                    .limit(NAMED)
                    .map(row -> row.text(Experience.SUBJECT_CODE) + " ("
                            + words.share(row.number(Experience.TARGET_PROBABILITY)) + ")")
                    .collect(Collectors.joining(", "));
            chapter.lead(
                    Finding.Kind.DO,
                    words.say(
                            "experience.targets",
                            words.count(late.size()),
                            words.count(aiming.size()),
                            words.name("metric", late.get(0).text(Experience.METRIC_CODE)),
                            least));
        }
    }

    private static Figure.Table unitTable(List<PlainRow> units, Words words) {
        return new Figure.Table(
                1,
                List.of(
                        words.say("unit"),
                        words.say("answers"),
                        words.say("experience.measured"),
                        words.say("interval.95"),
                        words.say("experience.shrunken"),
                        words.say("experience.target"),
                        words.say("experience.chance")),
                units.stream()
                        .map(row -> List.of(
                                row.text(Experience.SUBJECT_CODE),
                                words.count(row.count(Experience.ANSWER_COUNT)),
                                write(row, Experience.METRIC_ESTIMATE, words),
                                interval(row, words),
                                write(row, Experience.SHRUNKEN_ESTIMATE, words),
                                write(row, Experience.TARGET_ESTIMATE, words),
                                words.share(row.number(Experience.TARGET_PROBABILITY))))
                        .toList());
    }

    /** All other metrics of the month, apart from those of units. */
    private static Chapter others(Chapter chapter, List<PlainRow> ofMonth, LocalDate month, Words words) {
        List<PlainRow> shown = ofMonth.stream()
                .filter(row -> !row.text(Experience.LEVEL_CODE).equals(Experience.UNIT)
                        && row.count(Experience.ANSWER_COUNT) >= SmallGroups.LEAST
                        && !row.has(Experience.SHRUNKEN_ESTIMATE))
                .sorted(Comparator.comparing((PlainRow row) -> row.text(Experience.LEVEL_CODE))
                        .thenComparing(row -> row.text(Experience.SUBJECT_CODE))
                        .thenComparing(row -> row.text(Experience.METRIC_CODE)))
                .toList();
        List<List<String>> lines = shown.stream()
                .map(row -> List.of(
                        words.name("level", row.text(Experience.LEVEL_CODE)),
                        row.text(Experience.SUBJECT_CODE),
                        words.name("metric", row.text(Experience.METRIC_CODE)),
                        words.count(row.count(Experience.ANSWER_COUNT)),
                        write(row, Experience.METRIC_ESTIMATE, words),
                        interval(row, words),
                        row.has(Experience.TREND_ESTIMATE)
                                ? scale(row).change(row.number(Experience.TREND_ESTIMATE), words)
                                : Words.NONE,
                        words.share(row.number(Experience.CHANCE_PROBABILITY))))
                .toList();
        return lines.isEmpty()
                ? chapter
                : chapter.table(
                        words.say("experience.others", words.month(month)),
                        new Figure.Table(
                                3,
                                List.of(
                                        words.say("level"),
                                        words.say("subject"),
                                        words.say("metric"),
                                        words.say("answers"),
                                        words.say("value"),
                                        words.say("interval.95"),
                                        words.say("experience.monthly"),
                                        words.say("experience.if-none")),
                                lines),
                        words.say("experience.others.note"));
    }

    private static Scale scale(PlainRow row) {
        return Scale.of(row.text(Experience.METRIC_CODE));
    }

    private static String write(PlainRow row, Field field, Words words) {
        return scale(row).write(row.number(field), words);
    }

    private static String interval(PlainRow row, Words words) {
        Scale scale = scale(row);
        return words.interval(
                row.number(Experience.LOW_ESTIMATE),
                row.number(Experience.HIGH_ESTIMATE),
                end -> scale.write(end, words));
    }
}
