package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.EstimateVsMeasured;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What units thought that their customers would say, beside what these said, in the latest year. */
final class SelfKnowledgeSection implements Section {
    @Override
    public Table table() {
        return EstimateVsMeasured.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        return told(release.tonight(table(), EstimateVsMeasured.AS_OF_DATE), words);
    }

    /** Of the rows of a night. */
    static Optional<Chapter> told(List<PlainRow> night, Words words) {
        List<PlainRow> rows = night.stream()
                .filter(row -> row.has(EstimateVsMeasured.GAP_ESTIMATE))
                .toList();
        Optional<PlainRow> latest = rows.stream()
                .max(Comparator.comparingLong((PlainRow row) -> row.count(EstimateVsMeasured.YEAR_NUMBER))
                        .thenComparingLong(row -> row.count(EstimateVsMeasured.UNIT_COUNT))
                        .thenComparing(row -> row.text(EstimateVsMeasured.METRIC_CODE)));
        return latest.flatMap(any -> year(rows, any, words));
    }

    private static Optional<Chapter> year(List<PlainRow> rows, PlainRow any, Words words) {
        String metric = any.text(EstimateVsMeasured.METRIC_CODE);
        long year = any.count(EstimateVsMeasured.YEAR_NUMBER);
        List<PlainRow> all = rows.stream()
                .filter(row -> row.count(EstimateVsMeasured.YEAR_NUMBER) == year
                        && row.text(EstimateVsMeasured.METRIC_CODE).equals(metric))
                .sorted(Comparator.comparingDouble((PlainRow row) -> row.number(EstimateVsMeasured.KNOWLEDGE_RANK))
                        .thenComparing(row -> row.text(EstimateVsMeasured.UNIT_SOURCE_ID)))
                .toList();
        List<PlainRow> units = SmallGroups.shown(all, EstimateVsMeasured.ANSWER_COUNT);
        if (units.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("self-knowledge", words.say("self.title"));
        mean(chapter, any, Long.toString(year), words);
        best(chapter, units, words);
        return Optional.of(chapter.plot(
                words.say("self.units", words.name("metric", metric), Long.toString(year)),
                new Plot.Dots(
                        Scale.of(metric).unit(),
                        List.of(words.say("self.measured"), words.say("self.own")),
                        units.stream().map(SelfKnowledgeSection::dot).toList()),
                unitTable(units, words),
                SmallGroups.note(words.say("self.note"), all.size() - units.size(), words)));
    }

    private static void mean(Chapter chapter, PlainRow any, String year, Words words) {
        Scale scale = Scale.of(any.text(EstimateVsMeasured.METRIC_CODE));
        double gap = any.number(EstimateVsMeasured.MEAN_GAP_ESTIMATE);
        double low = any.number(EstimateVsMeasured.MEAN_GAP_LOW_ESTIMATE);
        double high = any.number(EstimateVsMeasured.MEAN_GAP_HIGH_ESTIMATE);
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return;
        }
        String verdict = low > 0 ? "rosy" : high < 0 ? "gloomy" : "right";
        chapter.lead(
                Finding.Kind.WHY,
                words.say(
                        "self.mean." + verdict,
                        words.count(any.count(EstimateVsMeasured.UNIT_COUNT)),
                        year,
                        scale.change(gap, words),
                        words.interval(low, high, end -> scale.change(end, words))));
        if (any.has(EstimateVsMeasured.CALIBRATION_RATIO)) {
            chapter.lead(
                    words.say("self.calibration", words.decimal(any.number(EstimateVsMeasured.CALIBRATION_RATIO), 2)));
        }
    }

    /** Units withheld may know theirs better still. Of one alone, or of two that are as near, none is the best. */
    private static void best(Chapter chapter, List<PlainRow> units, Words words) {
        PlainRow first = units.get(0);
        if (units.size() == 1
                || first.number(EstimateVsMeasured.KNOWLEDGE_RANK)
                        == units.get(1).number(EstimateVsMeasured.KNOWLEDGE_RANK)) {
            return;
        }
        chapter.lead(words.say(
                "self.best",
                first.text(EstimateVsMeasured.UNIT_SOURCE_ID),
                change(first, EstimateVsMeasured.GAP_ESTIMATE, words)));
    }

    /** The interval of the gap, laid around what customers said. */
    private static Plot.Dot dot(PlainRow row) {
        double own = row.number(EstimateVsMeasured.OWN_ESTIMATE);
        return new Plot.Dot(
                row.text(EstimateVsMeasured.UNIT_SOURCE_ID),
                Arrays.asList(known(row.number(EstimateVsMeasured.MEASURED_ESTIMATE)), known(own)),
                known(own - row.number(EstimateVsMeasured.GAP_HIGH_ESTIMATE)),
                known(own - row.number(EstimateVsMeasured.GAP_LOW_ESTIMATE)));
    }

    private static Figure.Table unitTable(List<PlainRow> units, Words words) {
        return new Figure.Table(
                1,
                List.of(
                        words.say("unit"),
                        words.say("answers"),
                        words.say("self.own"),
                        words.say("self.measured"),
                        words.say("self.gap"),
                        words.say("interval.95"),
                        words.say("self.next"),
                        words.say("self.distance")),
                units.stream().map(row -> unitLine(row, words)).toList());
    }

    private static List<String> unitLine(PlainRow row, Words words) {
        Scale scale = Scale.of(row.text(EstimateVsMeasured.METRIC_CODE));
        return List.of(
                row.text(EstimateVsMeasured.UNIT_SOURCE_ID),
                words.count(row.count(EstimateVsMeasured.ANSWER_COUNT)),
                scale.write(row.number(EstimateVsMeasured.OWN_ESTIMATE), words),
                scale.write(row.number(EstimateVsMeasured.MEASURED_ESTIMATE), words),
                change(row, EstimateVsMeasured.GAP_ESTIMATE, words),
                words.interval(
                        row.number(EstimateVsMeasured.GAP_LOW_ESTIMATE),
                        row.number(EstimateVsMeasured.GAP_HIGH_ESTIMATE),
                        end -> scale.change(end, words)),
                scale.write(row.number(EstimateVsMeasured.NEXT_TARGET_ESTIMATE), words),
                change(row, EstimateVsMeasured.DISTANCE_ESTIMATE, words));
    }

    private static String change(PlainRow row, Field field, Words words) {
        return Scale.of(row.text(EstimateVsMeasured.METRIC_CODE)).change(row.number(field), words);
    }
}
