package io.linkage.jobs.settings;

import io.linkage.staging.Formats;
import io.linkage.staging.Load;
import java.util.Map;

/**
 * One source of one feed.
 *
 * @param feed feed that it delivers
 * @param name name within the feed
 * @param format csv, parquet or jdbc
 * @param location file, folder or glob as an absolute path; for jdbc the URL
 * @param options options of the format
 * @param load full, append or changes
 * @param columns contract column to Spark SQL expression
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
        Formats formats,
        String change) {}
