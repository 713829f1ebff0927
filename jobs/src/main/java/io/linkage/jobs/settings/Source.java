package io.linkage.jobs.settings;

import io.linkage.staging.Formats;
import io.linkage.staging.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Set<String> required,
        Formats formats,
        String change) {

    /** All expressions over the received columns. */
    public List<String> expressions() {
        List<String> all = new ArrayList<>(columns.values());
        Optional.ofNullable(change).ifPresent(all::add);
        return all;
    }

    /** Those without whose columns no row can stand. */
    public List<String> requiredExpressions() {
        List<String> needed = new ArrayList<>();
        required.stream().filter(columns::containsKey).map(columns::get).forEach(needed::add);
        Optional.ofNullable(change).ifPresent(needed::add);
        return needed;
    }
}
