package io.linkage.jobs.settings;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the feeds of a configuration against the contracts of the staging tables. */
final class FeedsReader {
    private final Map<String, Table> contracts;
    private final SourceReader sources;
    private final Faults faults;

    FeedsReader(List<Table> tables, SourceReader sources, Faults faults) {
        this.contracts = tables.stream()
                .filter(table -> table.feed() != null)
                .collect(Collectors.toMap(Table::feed, table -> table, (first, second) -> first, LinkedHashMap::new));
        this.sources = sources;
        this.faults = faults;
    }

    /** Sources by feed, in the order of the contracts. */
    Map<String, List<Source>> read(Place feeds) {
        Map<String, List<Source>> read = new LinkedHashMap<>();
        Map<String, Place> given = feeds.entries(faults);
        faults.unknown(given, contracts.keySet());
        contracts.forEach((feed, contract) -> {
            if (given.containsKey(feed)) {
                read.put(feed, sourcesOf(contract, given.get(feed)));
            }
        });
        return read;
    }

    private List<Source> sourcesOf(Table contract, Place feed) {
        Map<String, Source> read = new LinkedHashMap<>();
        List<Place> items = feed.items(faults);
        if (items.isEmpty()) {
            faults.add(feed, "no source is listed", "at least one item with source, format, location and columns");
        }
        for (Place item : items) {
            sources.read(contract, item).ifPresent(source -> {
                if (read.putIfAbsent(source.name().toLowerCase(java.util.Locale.ROOT), source) != null) {
                    faults.add(item.as(item.child(source.name())), "two sources have this name", "names that differ");
                }
            });
        }
        return new ArrayList<>(read.values());
    }

    /** Checks the expressions at a place: only columns that the feed takes, and all of them parse. */
    static Map<String, String> columns(Table contract, Place place, Faults faults) {
        Map<String, String> expressions = new LinkedHashMap<>();
        List<String> known = contract.received().stream().map(Field::name).toList();
        place.entries(faults).forEach((column, at) -> {
            if (!known.contains(column)) {
                faults.unknown(at, known);
            } else {
                // A faulty expression is there, and not missing.
                expressions.put(column, "null");
                at.text(faults)
                        .flatMap(text -> checked(text, at, faults))
                        .ifPresent(text -> expressions.put(column, text));
            }
        });
        return expressions;
    }

    /** Columns that must have a value. */
    static Set<String> required(Table contract) {
        return contract.received().stream()
                .filter(field -> field.required() && field.standard() == null)
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells of the columns that must have a value and are not given. */
    static void requireAll(Table contract, Place place, Set<String> given, Faults faults) {
        contract.received().stream()
                .filter(field -> required(contract).contains(field.name()) && !given.contains(field.name()))
                .forEach(field -> faults.missing(place, field.name(), "an expression: " + field.meaning()));
    }

    private static Optional<String> checked(String expression, Place place, Faults faults) {
        Optional<String> fault = Expressions.fault(expression);
        fault.ifPresent(why -> faults.add(place, why, "a Spark SQL expression over the received columns"));
        return fault.isPresent() ? Optional.empty() : Optional.of(expression);
    }
}
