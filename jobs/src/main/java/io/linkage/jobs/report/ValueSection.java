package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.CustomerEquity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the customer base is worth, how that moved, and what acquiring and keeping cost and gained. */
final class ValueSection implements Section {
    @Override
    public Table table() {
        return CustomerEquity.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> rows = release.all(table());
        LocalDate asOf = release.asOf();
        List<PlainRow> segments = rows.stream()
                .filter(row -> row.date(CustomerEquity.AS_OF_DATE).equals(asOf)
                        && row.text(CustomerEquity.MOVEMENT_CODE).equals(CustomerEquity.CLOSING)
                        && row.has(CustomerEquity.CLV_AMOUNT))
                .sorted(Comparator.comparing((PlainRow row) -> row.amount(CustomerEquity.CLV_AMOUNT))
                        .reversed()
                        .thenComparing(row -> row.text(CustomerEquity.SEGMENT_CODE)))
                .toList();
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("value", words.say("value.title"));
        state(chapter, segments, EquityBridge.closing(rows, asOf), words);
        Optional<EquityBridge> bridge = EquityBridge.of(rows, asOf);
        bridge.ifPresentOrElse(
                moved -> moved(chapter, moved, words),
                () -> chapter.lead(Finding.Kind.CHANGED, words.say("value.first", words.day(asOf))));
        spent(
                chapter,
                bridge.map(moved -> EquityBridge.within(rows, moved.from(), asOf))
                        .orElse(segments),
                words);
        return Optional.of(
                chapter.plot(words.say("value.segments"), bySegment(segments), segmentTable(segments, words), ""));
    }

    private static void state(Chapter chapter, List<PlainRow> segments, BigDecimal closing, Words words) {
        PlainRow any = segments.get(0);
        String interval = words.interval(
                any.number(CustomerEquity.BASE_CLV_LOW_AMOUNT),
                any.number(CustomerEquity.BASE_CLV_HIGH_AMOUNT),
                words::amount);
        long buyers = segments.stream()
                .mapToLong(row -> row.count(CustomerEquity.BUYER_COUNT))
                .sum();
        chapter.lead(words.say("value.state", words.amount(closing), words.count(buyers)));
        if (!interval.equals(Words.NONE)) {
            chapter.lead(words.say("value.purchases", interval));
        }
        chapter.tile(words.say("value.tile"), words.amount(closing), words.say("value.tile.note", words.count(buyers)));
    }

    private static void moved(Chapter chapter, EquityBridge bridge, Words words) {
        BigDecimal change = bridge.closing().subtract(bridge.opening());
        String share = bridge.opening().signum() > 0
                ? words.shareChange(change.doubleValue() / bridge.opening().doubleValue())
                : Words.NONE;
        chapter.lead(
                Finding.Kind.CHANGED,
                words.say(
                        "value.changed",
                        words.day(bridge.from()),
                        words.amount(bridge.opening()),
                        words.amount(bridge.closing()),
                        words.change(change.doubleValue()),
                        share));
        largest(bridge, words).ifPresent(sentence -> chapter.lead(Finding.Kind.WHY, sentence));
        List<Plot.Named> changes = bridge.changes().entrySet().stream()
                .map(entry -> named(movement(entry.getKey(), words), entry.getValue()))
                .toList();
        chapter.plot(
                words.say("value.bridge", words.day(bridge.from())),
                new Plot.Bridge(
                        Plot.Unit.AMOUNT,
                        named(movement(CustomerEquity.OPENING, words), bridge.opening()),
                        changes,
                        named(movement(CustomerEquity.CLOSING, words), bridge.closing())),
                bridgeTable(bridge, words),
                words.say("value.bridge.note"));
    }

    /** The movements that raised and lowered the value most. */
    private static Optional<String> largest(EquityBridge bridge, Words words) {
        Comparator<Map.Entry<String, BigDecimal>> bySize = Map.Entry.comparingByValue();
        Optional<String> gain = bridge.changes().entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .max(bySize)
                .map(entry -> words.say("value.gain", part(entry, words)));
        Optional<String> loss = bridge.changes().entrySet().stream()
                .filter(entry -> entry.getValue().signum() < 0)
                .min(bySize)
                .map(entry -> words.say("value.loss", part(entry, words)));
        return Stream.of(gain, loss).flatMap(Optional::stream).reduce((first, second) -> first + " " + second);
    }

    private static String part(Map.Entry<String, BigDecimal> entry, Words words) {
        return movement(entry.getKey(), words) + " ("
                + words.change(entry.getValue().doubleValue()) + ")";
    }

    private static void spent(Chapter chapter, List<PlainRow> closings, Words words) {
        ratio(
                chapter,
                "value.acquiring",
                closings,
                CustomerEquity.ACQUISITION_COST_AMOUNT,
                CustomerEquity.ACQUIRED_VALUE_AMOUNT,
                words);
        ratio(
                chapter,
                "value.keeping",
                closings,
                CustomerEquity.RETENTION_COST_AMOUNT,
                CustomerEquity.RETAINED_VALUE_AMOUNT,
                words);
    }

    private static void ratio(
            Chapter chapter, String key, List<PlainRow> closings, Field cost, Field value, Words words) {
        BigDecimal spent = sum(closings, cost);
        BigDecimal gained = sum(closings, value);
        if (spent.signum() > 0) {
            String ratio = words.decimal(gained.doubleValue() / spent.doubleValue(), 2);
            chapter.lead(Finding.Kind.WHY, words.say(key, words.amount(spent), words.amount(gained), ratio));
        }
    }

    private static BigDecimal sum(List<PlainRow> rows, Field field) {
        return rows.stream().map(row -> row.amount(field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Plot bySegment(List<PlainRow> segments) {
        return new Plot.Bars(
                Plot.Unit.AMOUNT,
                segments.stream()
                        .map(row -> named(row.text(CustomerEquity.SEGMENT_CODE), row.amount(CustomerEquity.CLV_AMOUNT)))
                        .toList());
    }

    private static Figure.Table segmentTable(List<PlainRow> segments, Words words) {
        return new Figure.Table(
                1,
                List.of(
                        words.say("segment"),
                        words.say("customers"),
                        words.say("buyers"),
                        words.say("value.value"),
                        words.say("value.interval")),
                segments.stream()
                        .map(row -> List.of(
                                row.text(CustomerEquity.SEGMENT_CODE),
                                words.count(row.count(CustomerEquity.CUSTOMER_COUNT)),
                                words.count(row.count(CustomerEquity.BUYER_COUNT)),
                                words.amount(row.amount(CustomerEquity.CLV_AMOUNT)),
                                words.interval(
                                        row.number(CustomerEquity.CLV_LOW_AMOUNT),
                                        row.number(CustomerEquity.CLV_HIGH_AMOUNT),
                                        words::amount)))
                        .toList());
    }

    private static Figure.Table bridgeTable(EquityBridge bridge, Words words) {
        Stream<List<String>> opening =
                Stream.of(List.of(movement(CustomerEquity.OPENING, words), words.amount(bridge.opening())));
        Stream<List<String>> closing =
                Stream.of(List.of(movement(CustomerEquity.CLOSING, words), words.amount(bridge.closing())));
        Stream<List<String>> changes = bridge.changes().entrySet().stream()
                .map(entry -> List.of(
                        movement(entry.getKey(), words),
                        words.change(entry.getValue().doubleValue())));
        return new Figure.Table(
                1,
                List.of(words.say("value.movement"), words.say("value.value")),
                Stream.of(opening, changes, closing).flatMap(each -> each).toList());
    }

    private static String movement(String code, Words words) {
        return words.name("movement", code);
    }

    private static Plot.Named named(String name, BigDecimal value) {
        return new Plot.Named(name, known(value.doubleValue()));
    }
}
