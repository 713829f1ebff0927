package io.linkage.jobs.settings;

import io.linkage.staging.Formats;
import io.linkage.staging.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One source of one feed.
 *
 * @param feed feed that it delivers
 * @param name name within the feed
 * @param format csv, json, parquet, delta or jdbc
 * @param location file, folder or glob as an absolute path; for jdbc the URL
 * @param options options of the format
 * @param load full, append or changes
 * @param columns contract column to Spark SQL expression
 * @param each for each of the rows that one record gives, expressions that stand in for those of columns; empty: a record
 *     is a row
 * @param required names of the contract's columns that must have a value
 * @param formats how it writes numbers, dates and absence
 * @param change for a feed of changes: expression that yields insert, update or delete; else null
 */
public record Source(
        String feed,
        String name,
        String format,
        String location,
        Options options,
        Load load,
        Map<String, String> columns,
        List<Map<String, String>> each,
        Set<String> required,
        Formats formats,
        String change) {

    /** A source whose records are rows, and all of whose columns must have a value. */
    public Source(
            String feed,
            String name,
            String format,
            String location,
            Options options,
            Load load,
            Map<String, String> columns,
            Formats formats,
            String change) {
        this(feed, name, format, location, options, load, columns, List.of(), columns.keySet(), formats, change);
    }

    /** How many rows one record gives. */
    public int rowsPerRecord() {
        return Math.max(1, each.size());
    }

    /** All expressions over the received columns. */
    public List<String> expressions() {
        return expressions(column -> true);
    }

    /** Those without whose columns no row can stand. */
    public List<String> requiredExpressions() {
        return expressions(required::contains);
    }

    private List<String> expressions(Predicate<String> wanted) {
        List<String> found = new ArrayList<>();
        Stream.concat(Stream.of(columns), each.stream())
                .flatMap(given -> given.entrySet().stream())
                .filter(given -> wanted.test(given.getKey()))
                .forEach(given -> found.add(given.getValue()));
        Optional.ofNullable(change).ifPresent(found::add);
        return found;
    }
}
