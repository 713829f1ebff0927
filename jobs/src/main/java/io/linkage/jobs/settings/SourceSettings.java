package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import java.util.Optional;

/** The plain keys of a source. */
record SourceSettings(
        @Setting(meaning = "name within the feed: letters, digits and _")
        String source,

        @Setting(
                meaning = "format of the source",
                oneOf = {"csv", "json", "parquet", "delta", "jdbc"})
        String format,

        @Setting(
                meaning =
                        "file, folder or glob, relative to the company's folder; for delta the table's folder, for jdbc the URL")
        String location,

        @Setting(
                meaning =
                        "what a delivery holds: all rows, only new rows, or changes by key (of order lines: with line_number)",
                standard = "full",
                oneOf = {"full", "append", "changes"})
        String load,

        @Setting(meaning = "for changes: Spark SQL expression that yields insert, update or delete")
        Optional<String> change) {}
