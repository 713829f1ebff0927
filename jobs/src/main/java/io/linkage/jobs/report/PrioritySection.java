package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.PriorityMatrix;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to improve first: how much each attribute matters for an outcome, beside how well it does, and money per point. */
final class PrioritySection implements Section {
    private static final List<String> TARGETS =
            List.of(PriorityMatrix.MARGIN, PriorityMatrix.REPURCHASE, PriorityMatrix.RECOMMENDATION);
    private static final String CONCENTRATE = "CONCENTRATE_HERE";
    /** Quadrants that fewer bootstrap samples confirm are not acted on. */
    private static final double STABLE = .8;

    private static final int NAMED = 3;
    private static final int DECIMALS = 3;

    @Override
    public Table table() {
        return PriorityMatrix.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> rows = release.tonight(table(), PriorityMatrix.AS_OF_DATE).stream()
                .filter(row -> row.count(PriorityMatrix.RESPONDENT_COUNT) >= SmallGroups.LEAST)
                .sorted(Comparator.comparing((PlainRow row) -> row.text(PriorityMatrix.SURVEY_CODE))
                        .thenComparing(PrioritySection::importance, Comparator.reverseOrder())
                        .thenComparing(PrioritySection::attribute))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("priorities", words.say("priorities.title"));
        chapter.lead(words.say("priorities.association"));
        for (String target : TARGETS) {
            List<PlainRow> own = rows.stream()
                    .filter(row -> row.text(PriorityMatrix.TARGET_CODE).equals(target))
                    .toList();
            if (!own.isEmpty()) {
                first(chapter, own, target, words);
                draw(chapter, own, target, words);
            }
        }
        return Optional.of(chapter);
    }

    /** Attributes that matter and lag, the surest and dearest first; or that nothing can be said. */
    private static void first(Chapter chapter, List<PlainRow> rows, String target, Words words) {
        String outcome = words.name("outcome", target);
        String names = rows.stream()
                .filter(row -> CONCENTRATE.equals(row.text(PriorityMatrix.QUADRANT_CODE))
                        && row.number(PriorityMatrix.STABILITY_SHARE) >= STABLE
                        && row.number(PriorityMatrix.PER_POINT_LOW_ESTIMATE) > 0)
                .sorted(Comparator.comparingDouble((PlainRow row) -> row.number(PriorityMatrix.PER_POINT_ESTIMATE))
                        .reversed())
                .limit(NAMED)
                .map(row -> name(row, words) + " (" + perPoint(row, words) + ")")
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            chapter.lead(Finding.Kind.DO, words.say("priorities.first", outcome, names));
        } else if (rows.stream().noneMatch(row -> row.has(PriorityMatrix.IMPORTANCE_SHARE))) {
            chapter.lead(words.say("priorities.unexplained", outcome));
        } else {
            chapter.lead(words.say("priorities.none", outcome));
        }
    }

    /** A matrix for each questionnaire: attributes of different ones are not compared. */
    private static void draw(Chapter chapter, List<PlainRow> rows, String target, Words words) {
        Map<String, List<PlainRow>> surveys = rows.stream()
                .filter(row -> row.has(PriorityMatrix.QUADRANT_CODE))
                .collect(Collectors.groupingBy(
                        row -> row.text(PriorityMatrix.SURVEY_CODE), TreeMap::new, Collectors.toList()));
        String outcome = words.name("outcome", target);
        surveys.forEach((survey, placed) -> chapter.plot(
                words.say("priorities.plot", outcome, survey),
                plot(placed, compared(rows, survey), words),
                placedTable(placed, words),
                words.say("priorities.note")));
        List<PlainRow> others = rows.stream()
                .filter(row -> !row.has(PriorityMatrix.QUADRANT_CODE))
                .toList();
        if (!others.isEmpty()) {
            chapter.table(words.say("priorities.others", outcome), otherTable(others, words), "");
        }
    }

    /** By whose means quadrants are told: also those that have none because the outcome falls with them. */
    private static List<PlainRow> compared(List<PlainRow> rows, String survey) {
        return rows.stream()
                .filter(row -> row.text(PriorityMatrix.SURVEY_CODE).equals(survey)
                        && row.has(PriorityMatrix.MEAN_ANSWER_SHARE))
                .toList();
    }

    private static Plot plot(List<PlainRow> placed, List<PlainRow> compared, Words words) {
        return new Plot.Quadrants(
                words.say("priorities.performance"),
                words.say("priorities.importance"),
                mean(compared, PriorityMatrix.MEAN_ANSWER_SHARE),
                mean(compared, PriorityMatrix.IMPORTANCE_SHARE),
                placed.stream()
                        .map(row -> new Plot.Spot(
                                name(row, words),
                                words.name("quadrant", row.text(PriorityMatrix.QUADRANT_CODE)),
                                known(row.number(PriorityMatrix.MEAN_ANSWER_SHARE)),
                                known(importance(row))))
                        .toList());
    }

    private static double mean(List<PlainRow> rows, Field field) {
        return rows.stream().mapToDouble(row -> row.number(field)).average().orElse(Double.NaN);
    }

    private static Figure.Table placedTable(List<PlainRow> rows, Words words) {
        List<String> heads = List.of("attribute", "quadrant", "stability", "importance");
        return table(heads, rows, PrioritySection::place, words);
    }

    private static Figure.Table otherTable(List<PlainRow> rows, Words words) {
        return table(
                List.of("attribute", "why"),
                rows,
                (row, own) -> Stream.of(name(row, own), own.name("priority", row.text(PriorityMatrix.VERDICT_CODE))),
                words);
    }

    private static Figure.Table table(
            List<String> heads, List<PlainRow> rows, BiFunction<PlainRow, Words, Stream<String>> first, Words words) {
        Stream<String> figures = Stream.of(
                words.say("value"),
                words.say("interval.95"),
                words.say("priorities.point"),
                words.say("interval.90"),
                words.say("priorities.respondents"));
        return new Figure.Table(
                2,
                Stream.concat(heads.stream().map(head -> words.say("priorities." + head)), figures)
                        .toList(),
                rows.stream()
                        .map(row -> Stream.concat(first.apply(row, words), figures(row, words))
                                .toList())
                        .toList());
    }

    private static Stream<String> place(PlainRow row, Words words) {
        return Stream.of(
                name(row, words),
                words.name("quadrant", row.text(PriorityMatrix.QUADRANT_CODE)),
                words.share(row.number(PriorityMatrix.STABILITY_SHARE)),
                words.share(importance(row)));
    }

    private static Stream<String> figures(PlainRow row, Words words) {
        Scale scale = Scale.of(row.text(PriorityMatrix.METRIC_CODE));
        return Stream.of(
                scale.write(row.number(PriorityMatrix.PERFORMANCE_ESTIMATE), words),
                words.interval(
                        row.number(PriorityMatrix.PERFORMANCE_LOW_ESTIMATE),
                        row.number(PriorityMatrix.PERFORMANCE_HIGH_ESTIMATE),
                        end -> scale.write(end, words)),
                perPoint(row, words),
                words.interval(
                        row.number(PriorityMatrix.PER_POINT_LOW_ESTIMATE),
                        row.number(PriorityMatrix.PER_POINT_HIGH_ESTIMATE),
                        end -> outcome(row, end, words)),
                words.count(row.count(PriorityMatrix.RESPONDENT_COUNT)));
    }

    private static String perPoint(PlainRow row, Words words) {
        return outcome(row, row.number(PriorityMatrix.PER_POINT_ESTIMATE), words);
    }

    /** In what the target is told: money, points of percent, or points. */
    private static String outcome(PlainRow row, double value, Words words) {
        return switch (row.text(PriorityMatrix.TARGET_CODE)) {
            case PriorityMatrix.MARGIN -> words.change(value);
            case PriorityMatrix.REPURCHASE -> words.shareChange(value);
            default -> words.decimalChange(value, DECIMALS);
        };
    }

    private static double importance(PlainRow row) {
        return row.number(PriorityMatrix.IMPORTANCE_SHARE);
    }

    private static String name(PlainRow row, Words words) {
        String subject = row.text(PriorityMatrix.SUBJECT_CODE);
        String metric = words.name("metric", row.text(PriorityMatrix.METRIC_CODE));
        return (subject.equals("all") ? words.name("level", row.text(PriorityMatrix.LEVEL_CODE)) : subject) + ", "
                + metric;
    }

    private static String attribute(PlainRow row) {
        return row.text(PriorityMatrix.LEVEL_CODE)
                + row.text(PriorityMatrix.SUBJECT_CODE)
                + row.text(PriorityMatrix.METRIC_CODE);
    }
}
