package io.linkage.jobs.publish;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The release as views for DuckDB, in a file of SQL beside the releases: tables by their names, with their comments.
 * Columns are named one by one, so that a database that keeps the views bears a release with more columns.
 */
final class DuckDbViews {
    /** Name of the file in the curated folder. */
    static final String FILE = "duckdb.sql";

    private static final String DRAFT = ".duckdb.new";
    private static final String HEAD = """
            -- The current release as views for DuckDB: duckdb -init duckdb.sql
            -- Written by Linkage with each release. docs/readers/duckdb.md tells how to use it.
            SET TimeZone = 'UTC';
            """;

    private DuckDbViews() {}

    /**
     * Writes the file in one move.
     *
     * @param seen name below the curated folder under which readers find the release
     */
    static void write(Path curated, String seen, List<Table> tables) throws IOException {
        Path draft = curated.resolve(DRAFT);
        Files.writeString(draft, of(curated.toAbsolutePath().resolve(seen), tables));
        Disk.sync(draft);
        Files.move(draft, curated.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        Disk.sync(curated);
    }

    private static String of(Path release, List<Table> tables) {
        return tables.stream().map(table -> view(release, table)).collect(Collectors.joining("", HEAD, ""));
    }

    private static String view(Path release, Table table) {
        String files = release.resolve(table.name()).resolve("*.parquet").toString();
        StringBuilder sql = new StringBuilder(
                "\nCREATE OR REPLACE VIEW %s AS SELECT\n    %s\nFROM read_parquet(%s, hive_partitioning = false);\n"
                        .formatted(table.name(), String.join(",\n    ", table.names()), text(files)));
        sql.append("COMMENT ON VIEW %s IS %s;\n"
                .formatted(table.name(), text(table.meaning() + " Grain: " + table.grain() + ".")));
        for (Field field : table.fields()) {
            sql.append("COMMENT ON COLUMN %s IS %s;\n".formatted(field.path(), text(field.comment())));
        }
        return sql.toString();
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
