package io.linkage.jobs.publish;

import io.linkage.contract.Build;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What it means for tables that a company does not deliver every feed: nothing fails, nothing is made up. A table stays
 * empty when all it gets rows from is empty; dimensions only give keys, and themselves keep their special members.
 */
public final class Absence {
    private final Map<String, Set<String>> without = new HashMap<>();
    private final Set<String> empty = new HashSet<>();

    /**
     * Follows the absent feeds through the builds.
     *
     * @param builds in an order in which each follows what it reads
     * @param delivered feeds that the company delivers
     */
    public Absence(List<Table> staging, List<Build> builds, Set<String> delivered) {
        for (Table table : staging) {
            boolean absent = !delivered.contains(table.feed());
            without.put(table.name(), absent ? Set.of(table.feed()) : Set.of());
            if (absent) {
                empty.add(table.name());
            }
        }
        builds.forEach(this::follow);
    }

    /** Absent feeds that a table would draw on, directly or through others. */
    public Set<String> without(String table) {
        return without.getOrDefault(table, Set.of());
    }

    /** Whether a table can have no row. */
    public boolean empty(String table) {
        return empty.contains(table);
    }

    /** What a reader of the plan should know of a table; empty where nothing is absent. */
    public String words(String table) {
        if (without(table).isEmpty()) {
            return "";
        }
        String feeds = String.join(", ", without(table));
        return empty(table) ? "stays empty: no source delivers " + feeds : "without " + feeds;
    }

    private void follow(Build build) {
        String table = build.writes().name();
        Set<String> absent = new TreeSet<>();
        build.reads().stream().filter(read -> !keys(read)).forEach(read -> absent.addAll(without(read.name())));
        without.put(table, absent);
        List<Table> givers = build.reads().stream()
                .filter(read -> !keys(read) && !dimension(read))
                .toList();
        if (!dimension(build.writes())
                && !keys(build.writes())
                && !givers.isEmpty()
                && givers.stream().allMatch(read -> empty(read.name()))) {
            empty.add(table);
            Set<String> because = new TreeSet<>();
            givers.forEach(read -> because.addAll(without(read.name())));
            without.put(table, because);
        }
    }

    private static boolean dimension(Table table) {
        return table.layer() == Layer.CORE && table.name().startsWith("dim_");
    }

    private static boolean keys(Table table) {
        return table.layer() == Layer.CORE && table.name().startsWith("brg_");
    }
}
