package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.ChannelValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which channels orders came about through, by rules that share them out. */
final class ChannelSection implements Section {
    private static final String EVERY_STAGE = ChannelValue.ALL;
    private static final List<String> RULES =
            List.of(ChannelValue.MARKOV, ChannelValue.SHAPLEY, ChannelValue.FIRST, ChannelValue.LAST);

    @Override
    public Table table() {
        return ChannelValue.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        Map<String, Map<String, PlainRow>> channels = new TreeMap<>();
        release.tonight(table(), ChannelValue.AS_OF_DATE).stream()
                .filter(row -> row.text(ChannelValue.JOURNEY_STAGE_CODE).equals(EVERY_STAGE))
                .filter(row -> RULES.contains(row.text(ChannelValue.MEASURE_CODE)))
                .forEach(
                        row -> channels.computeIfAbsent(row.text(ChannelValue.CHANNEL_CODE), channel -> new TreeMap<>())
                                .put(row.text(ChannelValue.MEASURE_CODE), row));
        List<String> names = channels.keySet().stream()
                .filter(channel -> Double.isFinite(value(channels.get(channel), ChannelValue.MARKOV)))
                .sorted(Comparator.comparingDouble(
                                (String channel) -> value(channels.get(channel), ChannelValue.MARKOV))
                        .reversed()
                        .thenComparing(channel -> channel))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("channels", words.say("channels.title"));
        String best = names.get(0);
        chapter.lead(words.say("channels.best", best, words.amount(value(channels.get(best), ChannelValue.MARKOV))));
        return Optional.of(chapter.plot(
                words.say("channels.plot"),
                new Plot.Bars(
                        Plot.Unit.AMOUNT,
                        names.stream()
                                .map(channel -> new Plot.Named(
                                        channel, known(value(channels.get(channel), ChannelValue.MARKOV))))
                                .toList()),
                channelTable(names, channels, words),
                words.say("channels.note")));
    }

    private static double value(Map<String, PlainRow> measures, String rule) {
        PlainRow row = measures.get(rule);
        return row == null ? Double.NaN : row.number(ChannelValue.VALUE_AMOUNT);
    }

    private static Figure.Table channelTable(
            List<String> names, Map<String, Map<String, PlainRow>> channels, Words words) {
        List<String> heads = new ArrayList<>(List.of(words.say("channels.channel")));
        RULES.forEach(rule -> heads.add(words.name("rule", rule)));
        return new Figure.Table(
                1,
                heads,
                names.stream()
                        .map(channel -> {
                            List<String> cells = new ArrayList<>(List.of(channel));
                            RULES.forEach(rule -> cells.add(words.amount(value(channels.get(channel), rule))));
                            return cells;
                        })
                        .toList());
    }
}
