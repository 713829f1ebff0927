package io.linkage.model.channel.spark;

import io.linkage.model.channel.MatchedChange;
import io.linkage.model.channel.Outcomes;
import io.linkage.table.mart.ChannelValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** From counts of {@link Changes} to the change of margin by channel. */
final class ChangeEntries {
    private static final double CENTS = 100;

    private final Map<String, Map<String, Outcomes>> cells = new TreeMap<>();
    private final TreeSet<String> channels = new TreeSet<>();

    ChangeEntries(List<Row> counts) {
        counts.forEach(this::take);
    }

    private void take(Row row) {
        String cell = row.getString(0) + "\n" + row.getInt(1) + "\n" + row.getInt(2);
        String channel = row.getString(3);
        if (!channel.isEmpty()) {
            channels.add(channel);
        }
        double squares = row.getDecimal(7).doubleValue() / (CENTS * CENTS);
        Outcomes outcomes = new Outcomes(row.getLong(5), row.getLong(6) / CENTS, squares);
        cells.computeIfAbsent(cell, unseen -> new HashMap<>()).put(key(channel, row.getString(4)), outcomes);
    }

    private static String key(String channel, String state) {
        return state + "\n" + channel;
    }

    /** By measure and channel, those that nobody did too. */
    Map<String, Map<String, MatchedChange>> changes() {
        Map<String, Map<String, MatchedChange>> changes = new TreeMap<>();
        for (String channel : channels) {
            add(changes, ChannelValue.ADOPT, channel, adopted(channel));
            add(changes, ChannelValue.DROP, channel, dropped(channel));
            add(changes, ChannelValue.CHANGE, channel, changed(channel));
        }
        return changes;
    }

    private static void add(
            Map<String, Map<String, MatchedChange>> changes,
            String measure,
            String channel,
            List<MatchedChange.Pair> pairs) {
        boolean happened = pairs.stream().anyMatch(pair -> pair.did().customers() > 0);
        if (happened) {
            changes.computeIfAbsent(measure, unseen -> new TreeMap<>()).put(channel, MatchedChange.of(pairs));
        }
    }

    /** Beside those who used the channel in neither spell. */
    private List<MatchedChange.Pair> adopted(String channel) {
        List<MatchedChange.Pair> pairs = new ArrayList<>();
        cells.values().forEach(states -> {
            Outcomes adopted = of(states, Changes.ADOPTED, channel);
            Outcomes never = of(states, Changes.EVERYBODY, "")
                    .minus(adopted)
                    .minus(of(states, Changes.KEPT, channel))
                    .minus(of(states, Changes.DROPPED, channel));
            pairs.add(new MatchedChange.Pair(adopted, never));
        });
        return pairs;
    }

    /** Beside those who used it in both. */
    private List<MatchedChange.Pair> dropped(String channel) {
        return cells.values().stream()
                .map(states ->
                        new MatchedChange.Pair(of(states, Changes.DROPPED, channel), of(states, Changes.KEPT, channel)))
                .toList();
    }

    /** Beside those who bought mostly through another channel in both. */
    private List<MatchedChange.Pair> changed(String channel) {
        return cells.values().stream()
                .map(states -> {
                    Outcomes others = channels.stream()
                            .filter(other -> !other.equals(channel))
                            .map(other -> of(states, Changes.STAYED, other))
                            .reduce(Outcomes.NONE, Outcomes::plus);
                    return new MatchedChange.Pair(of(states, Changes.CHANGED, channel), others);
                })
                .toList();
    }

    private static Outcomes of(Map<String, Outcomes> states, String state, String channel) {
        return states.getOrDefault(key(channel, state), Outcomes.NONE);
    }
}
