package io.linkage.jobs.report;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.ValueConcentration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much of value, revenue, profit and marketing cost sits with the best customers. */
final class ConcentrationSection implements Section {
    private static final List<String> MEASURES = List.of(
            ValueConcentration.VALUE,
            ValueConcentration.REVENUE,
            ValueConcentration.PROFIT,
            ValueConcentration.MARKETING);
    /** Percentiles that the table shows. */
    private static final List<Integer> STEPS = List.of(1, 5, 10, 20, 30, 40, 50, 60, 80, 100);

    private static final int FIFTH = 20;

    @Override
    public Table table() {
        return ValueConcentration.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        Map<String, List<PlainRow>> curves = release.tonight(table(), ValueConcentration.AS_OF_DATE).stream()
                .filter(row -> row.has(ValueConcentration.CUMULATIVE_RATIO))
                .sorted(Comparator.comparingLong(row -> row.count(ValueConcentration.PERCENTILE_NUMBER)))
                .collect(Collectors.groupingBy(row -> row.text(ValueConcentration.MEASURE_CODE)));
        List<String> measures = MEASURES.stream().filter(curves::containsKey).toList();
        if (measures.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("concentration", words.say("concentration.title"));
        bestFifth(chapter, measures.get(0), curves.get(measures.get(0)), words);
        Optional.ofNullable(curves.get(ValueConcentration.PROFIT)).ifPresent(profit -> peak(chapter, profit, words));
        return Optional.of(chapter.plot(
                words.say("concentration.curve"),
                new Plot.Curves(
                        words.say("concentration.across"),
                        words.say("concentration.up"),
                        measures.stream()
                                .map(measure -> curve(words.name("measure", measure), curves.get(measure)))
                                .toList()),
                steps(measures, curves, words),
                words.say("concentration.note")));
    }

    private static void bestFifth(Chapter chapter, String measure, List<PlainRow> curve, Words words) {
        PlainRow any = curve.get(0);
        double best = any.number(ValueConcentration.BEST_FIFTH_RATIO);
        String name = words.name("measure", measure);
        chapter.lead(
                Finding.Kind.WHY,
                words.say(
                        "concentration.best",
                        words.share(best),
                        name,
                        words.decimal(any.number(ValueConcentration.GINI_RATIO), 2)));
        chapter.tile(words.say("concentration.tile"), words.share(best), words.say("concentration.tile.note", name));
        double marketing = at(curve, FIFTH, ValueConcentration.CUMULATIVE_MARKETING_RATIO);
        if (Double.isFinite(marketing)) {
            chapter.lead(words.say("concentration.marketing", words.share(marketing)));
            if (marketing < best / 2) {
                chapter.board(
                        Finding.Kind.DO, words.say("concentration.shift", words.share(marketing), words.share(best)));
            }
        }
    }

    /** Where profit is highest: buyers after that point cost more than they bring. */
    private static void peak(Chapter chapter, List<PlainRow> profit, Words words) {
        PlainRow top = profit.stream()
                .max(Comparator.comparingDouble(row -> row.number(ValueConcentration.CUMULATIVE_RATIO)))
                .orElseThrow();
        if (top.number(ValueConcentration.CUMULATIVE_RATIO) > 1) {
            chapter.lead(
                    Finding.Kind.WHY,
                    words.say(
                            "concentration.peak",
                            words.share(1 - top.number(ValueConcentration.CUMULATIVE_CUSTOMER_SHARE)),
                            words.share(top.number(ValueConcentration.CUMULATIVE_RATIO))));
        }
    }

    private static Plot.Curve curve(String name, List<PlainRow> rows) {
        List<List<Double>> points = new ArrayList<>(List.of(List.of(0d, 0d)));
        rows.forEach(row -> points.add(List.of(
                row.number(ValueConcentration.CUMULATIVE_CUSTOMER_SHARE),
                row.number(ValueConcentration.CUMULATIVE_RATIO))));
        return new Plot.Curve(name, points);
    }

    private static Figure.Table steps(List<String> measures, Map<String, List<PlainRow>> curves, Words words) {
        List<String> heads = new ArrayList<>(List.of(words.say("concentration.step")));
        measures.forEach(measure -> heads.add(words.name("measure", measure)));
        Function<Integer, List<String>> line = step -> {
            List<String> cells = new ArrayList<>(List.of(words.share(step / 100d)));
            measures.forEach(measure ->
                    cells.add(words.share(at(curves.get(measure), step, ValueConcentration.CUMULATIVE_RATIO))));
            return cells;
        };
        return new Figure.Table(1, heads, STEPS.stream().map(line).toList());
    }

    /** Value at a percentile, or at the last one before it where few buyers leave some out. */
    private static double at(List<PlainRow> curve, int percentile, Field field) {
        return curve.stream()
                .filter(row -> row.count(ValueConcentration.PERCENTILE_NUMBER) <= percentile)
                .reduce((earlier, later) -> later)
                .map(row -> row.number(field))
                .orElse(Double.NaN);
    }
}
