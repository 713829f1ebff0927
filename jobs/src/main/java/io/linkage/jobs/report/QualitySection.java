package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.mart.QualityMetric;
import io.linkage.table.ops.Model;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the models that score can be believed, beside a naive forecast, on rows they did not learn from. */
final class QualitySection implements Section {
    private static final int DECIMALS = 3;
    /** Slices in which a model is tested, the hardest first. */
    private static final List<String> SLICES = List.of(
            ModelQuality.OUT_OF_TIME,
            ModelQuality.HOLDOUT,
            ModelQuality.CUSTOMER_OUT,
            ModelQuality.REPEATED_SPLIT,
            ModelQuality.SURVEY);

    /** Metrics of how well customers are told apart: half is chance, more is better. */
    private static final Set<String> ORDER = codes(QualityMetric.AUC, QualityMetric.CONCORDANCE);

    private static final Set<String> MORE_IS_BETTER = codes(
            QualityMetric.AUC,
            QualityMetric.CONCORDANCE,
            QualityMetric.LIFT,
            QualityMetric.MPC,
            QualityMetric.EMPC,
            QualityMetric.RANK_CORRELATION,
            QualityMetric.QINI);

    private static final Set<String> LESS_IS_BETTER = codes(
            QualityMetric.BRIER, QualityMetric.LOG_LOSS, QualityMetric.ECE, QualityMetric.MAE, QualityMetric.PINBALL);

    @Override
    public Table table() {
        return ModelQuality.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> rows = hardest(release.tonight(table(), ModelQuality.AS_OF_DATE).stream()
                .filter(row -> row.text(ModelQuality.ROLE_CODE).equals(Model.CHAMPION)
                        && row.text(ModelQuality.PART_CODE).equals(ModelQuality.ALL)
                        && SLICES.contains(row.text(ModelQuality.SLICE_CODE))
                        && row.has(ModelQuality.BASELINE_ESTIMATE))
                .toList());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("quality", words.say("quality.title"));
        long better = rows.stream().filter(QualitySection::better).count();
        long judged = rows.stream().filter(QualitySection::judged).count();
        chapter.lead(words.say("quality.better", words.count(better), words.count(judged)));
        List<PlainRow> order = rows.stream()
                .filter(row -> ORDER.contains(row.text(ModelQuality.METRIC_CODE)))
                .toList();
        if (!order.isEmpty()) {
            chapter.plot(words.say("quality.order"), dots(order, words), qualityTable(order, words), "");
        }
        return Optional.of(
                chapter.table(words.say("quality.all"), qualityTable(rows, words), words.say("quality.note")));
    }

    /** Of each subject and metric the row of the hardest test. */
    private static List<PlainRow> hardest(List<PlainRow> rows) {
        Function<PlainRow, List<String>> metric =
                row -> List.of(row.text(ModelQuality.SUBJECT_CODE), row.text(ModelQuality.METRIC_CODE));
        return rows.stream().collect(Collectors.groupingBy(metric)).values().stream()
                .map(tests -> tests.stream()
                        .min(Comparator.comparingInt(
                                        (PlainRow row) -> SLICES.indexOf(row.text(ModelQuality.SLICE_CODE)))
                                .thenComparing(row -> row.date(ModelQuality.FORECAST_DATE), Comparator.reverseOrder()))
                        .orElseThrow())
                .sorted(Comparator.comparing((PlainRow row) -> metric.apply(row).toString()))
                .toList();
    }

    private static Plot dots(List<PlainRow> order, Words words) {
        return new Plot.Dots(
                Plot.Unit.NUMBER,
                List.of(words.say("quality.model"), words.say("quality.naive")),
                order.stream()
                        .map(row -> new Plot.Dot(
                                words.name("model", row.text(ModelQuality.SUBJECT_CODE)),
                                Arrays.asList(
                                        known(row.number(ModelQuality.METRIC_ESTIMATE)),
                                        known(row.number(ModelQuality.BASELINE_ESTIMATE))),
                                known(row.number(ModelQuality.LOW_ESTIMATE)),
                                known(row.number(ModelQuality.HIGH_ESTIMATE))))
                        .toList());
    }

    private static Figure.Table qualityTable(List<PlainRow> rows, Words words) {
        return new Figure.Table(
                4,
                List.of(
                        words.say("quality.subject"),
                        words.say("quality.metric"),
                        words.say("quality.test"),
                        words.say("quality.verdict"),
                        words.say("quality.n"),
                        words.say("quality.model"),
                        words.say("interval.95"),
                        words.say("quality.naive")),
                rows.stream().map(row -> qualityLine(row, words)).toList());
    }

    private static List<String> qualityLine(PlainRow row, Words words) {
        return List.of(
                words.name("model", row.text(ModelQuality.SUBJECT_CODE)),
                words.name("quality-metric", row.text(ModelQuality.METRIC_CODE)),
                words.name("slice", row.text(ModelQuality.SLICE_CODE)),
                judged(row) ? words.say(better(row) ? "quality.is-better" : "quality.is-worse") : Words.NONE,
                words.count(row.count(ModelQuality.EXAMPLE_COUNT)),
                number(row.number(ModelQuality.METRIC_ESTIMATE), words),
                words.interval(
                        row.number(ModelQuality.LOW_ESTIMATE),
                        row.number(ModelQuality.HIGH_ESTIMATE),
                        end -> number(end, words)),
                number(row.number(ModelQuality.BASELINE_ESTIMATE), words));
    }

    private static boolean judged(PlainRow row) {
        String metric = row.text(ModelQuality.METRIC_CODE);
        return MORE_IS_BETTER.contains(metric) || LESS_IS_BETTER.contains(metric);
    }

    private static boolean better(PlainRow row) {
        double gain = row.number(ModelQuality.METRIC_ESTIMATE) - row.number(ModelQuality.BASELINE_ESTIMATE);
        return judged(row) && (LESS_IS_BETTER.contains(row.text(ModelQuality.METRIC_CODE)) ? -gain : gain) > 0;
    }

    private static String number(double value, Words words) {
        return words.decimal(value, DECIMALS);
    }

    private static Set<String> codes(QualityMetric... metrics) {
        return Stream.of(metrics).map(QualityMetric::code).collect(Collectors.toSet());
    }
}
