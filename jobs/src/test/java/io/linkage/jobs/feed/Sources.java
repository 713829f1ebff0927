package io.linkage.jobs.feed;

import io.linkage.jobs.settings.CsvOptions;
import io.linkage.jobs.settings.DeltaOptions;
import io.linkage.jobs.settings.JdbcOptions;
import io.linkage.jobs.settings.JsonOptions;
import io.linkage.jobs.settings.Options;
import io.linkage.jobs.settings.ParquetOptions;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Formats;
import io.linkage.staging.Load;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sources for tests, with the columns that they read. */
public final class Sources {
    /** Values as a source writes them that has no ways of its own. */
    public static final Formats PLAIN = new Formats(
            ".", "", List.of("yyyy-MM-dd"), List.of(), ZoneOffset.UTC, List.of(), List.of("true"), List.of("false"));

    private Sources() {}

    static CsvOptions csv() {
        return new CsvOptions(true, List.of(), "UTF-8", ",", "\"", false);
    }

    static Source csv(Path location, String... columns) {
        return of("csv", location.toString(), csv(), columns);
    }

    static Source parquet(Path location, String... columns) {
        return of("parquet", location.toString(), new ParquetOptions(false), columns);
    }

    static Source json(Path location, String... columns) {
        return of("json", location.toString(), new JsonOptions("lines", false), columns);
    }

    static Source delta(Path location, String... columns) {
        return of("delta", location.toString(), new DeltaOptions(Optional.empty(), false), columns);
    }

    static Source jdbc(String url, String table, String... columns) {
        JdbcOptions options = new JdbcOptions(table, Optional.of("postgres"), Optional.empty(), 2, 1, 2, 5, false);
        return of("jdbc", url, options, columns);
    }

    static Source of(String format, String location, Options options, String... columns) {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (String column : columns) {
            expressions.put("c" + expressions.size(), column);
        }
        return new Source("sale", "tills", format, location, options, Load.FULL, expressions, PLAIN, null);
    }

    /** The source, of whose columns only these must have a value. */
    static Source requiring(Source source, String... required) {
        return new Source(
                source.feed(),
                source.name(),
                source.format(),
                source.location(),
                source.options(),
                source.load(),
                source.columns(),
                source.each(),
                Set.of(required),
                source.formats(),
                source.change());
    }
}
