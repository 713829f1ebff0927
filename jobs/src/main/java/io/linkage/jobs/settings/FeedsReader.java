package io.linkage.jobs.settings;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        given.values().stream()
                .filter(place -> !contracts.containsKey(place.name()))
                .forEach(place -> faults.unknown(place, contracts.keySet()));
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

    /** Checks the expressions of a source: only known columns, none missing that must be there, all of them parse. */
    static Map<String, String> columns(Table contract, Place place, Faults faults) {
        Map<String, String> expressions = new LinkedHashMap<>();
        List<String> known = contract.received().stream().map(Field::name).toList();
        Map<String, Place> given = place.entries(faults);
        given.forEach((column, at) -> {
            if (!known.contains(column)) {
                faults.unknown(at, known);
            } else {
                at.text(faults)
                        .flatMap(text -> checked(text, at, faults))
                        .ifPresent(text -> expressions.put(column, text));
            }
        });
        contract.received().stream()
                .filter(field -> field.required() && field.standard() == null && !given.containsKey(field.name()))
                .forEach(field -> faults.missing(place, field.name(), "an expression: " + field.meaning()));
        return expressions;
    }

    private static Optional<String> checked(String expression, Place place, Faults faults) {
        Optional<String> fault = Expressions.fault(expression);
        fault.ifPresent(why -> faults.add(place, why, "a Spark SQL expression over the received columns"));
        return fault.isPresent() ? Optional.empty() : Optional.of(expression);
    }
}
