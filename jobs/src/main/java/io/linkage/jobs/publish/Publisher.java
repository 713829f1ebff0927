package io.linkage.jobs.publish;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.ParquetFile;
import io.linkage.jobs.lake.PlainParquet;
import io.linkage.table.ops.Dictionary;
import io.linkage.table.ops.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes a release aside, checks it against what it was made from, and only then lets readers see it, in one move. One at
 * a time: the warehouse is locked by the run.
 */
public final class Publisher {
    private final Path curated;
    private final List<Table> tables;
    private final Move pointer;
    private final Releases releases;
    private final String currency;

    /** What became of a release. */
    public record Published(ReleaseName release, Manifest manifest, boolean current, List<ReleaseName> expired) {}

    /** Lets readers see another release. */
    @FunctionalInterface
    interface Move {
        /** Points at a release of a folder from now on. */
        void move(Path curated, String release) throws IOException;

        /** Name below the folder under which readers find the release; its own where nothing else leads to it. */
        default String seen(String release) {
            return release;
        }
    }

    /** A publisher of these tables below a folder, which it makes. */
    public static Publisher of(Path curated, List<Table> tables) throws IOException {
        Files.createDirectories(curated);
        return new Publisher(curated, tables, Pointer.of(curated));
    }

    Publisher(Path curated, List<Table> tables, Move pointer) {
        this(curated, tables, pointer, null);
    }

    private Publisher(Path curated, List<Table> tables, Move pointer, String currency) {
        this.curated = curated;
        this.tables = List.copyOf(tables);
        this.pointer = pointer;
        this.releases = new Releases(curated);
        this.currency = currency;
    }

    /** The same, of tables whose amounts are in this currency. */
    public Publisher in(String iso) {
        return new Publisher(curated, tables, pointer, iso);
    }

    /**
     * Publishes what was known at the end of a business date. A release of an older date than the current one is kept
     * beside it and does not replace it.
     *
     * @param nights nights whose releases are kept
     */
    public Published publish(Content content, String company, String run, LocalDate asOf, int nights)
            throws IOException {
        releases.removeHalf();
        ReleaseName release = releases.next(asOf);
        Path folder = Files.createDirectory(releases.folder(release));
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Table table : tables) {
            entries.add(write(table, content, folder.resolve(table.name())));
        }
        if (tables.contains(Model.TABLE)) {
            ModelCards.write(content, asOf, folder);
        }
        Manifest manifest = new Manifest(
                release.text(),
                company,
                currency,
                asOf.toString(),
                run,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                entries);
        manifest.write(folder);
        Disk.sync(curated);
        boolean newest = releases.current()
                .filter(current -> current.date().isAfter(asOf))
                .isEmpty();
        if (newest) {
            pointer.move(curated, release.text());
            DuckDbViews.write(curated, pointer.seen(release.text()), tables);
        }
        return new Published(release, manifest, newest, releases.expire(nights, release));
    }

    private static Manifest.Entry write(Table table, Content content, Path folder) throws IOException {
        Dataset<Row> rows = table.shape(content.rows(table));
        long count = PlainParquet.count(rows);
        List<ParquetFile> files = PlainParquet.write(rows, table.keys(), count, folder);
        check(table, count, files);
        for (ParquetFile file : files) {
            Disk.sync(file.path());
        }
        Disk.sync(folder);
        return entry(table, content.version(table), files);
    }

    /** What the files say of themselves must be what the lake says of the table. */
    private static void check(Table table, long count, List<ParquetFile> files) {
        long written = files.stream().mapToLong(ParquetFile::rows).sum();
        if (written != count) {
            throw new IllegalStateException("Table " + table.name() + " has " + count + " rows, and " + written
                    + " were written to the release. Readers keep the release before. Run the same command again.");
        }
        for (ParquetFile file : files) {
            if (!columns(file.schema()).equals(columns(table.schema()))) {
                throw new IllegalStateException("File " + file.path() + " holds " + columns(file.schema())
                        + " instead of the columns that " + table.name() + " promises: " + columns(table.schema()));
            }
        }
    }

    /** Names, types and comments in order. */
    private static List<String> columns(StructType schema) {
        List<String> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            columns.add(field.name() + " " + field.dataType().simpleString() + " "
                    + field.getComment().getOrElse(() -> ""));
        }
        return columns;
    }

    private static Manifest.Entry entry(Table table, OptionalLong version, List<ParquetFile> files) throws IOException {
        List<Manifest.DataFile> described = new ArrayList<>();
        Map<String, ParquetFile.Days> dates = new TreeMap<>();
        for (ParquetFile file : files) {
            described.add(new Manifest.DataFile(
                    file.path().getFileName().toString(),
                    file.rows(),
                    Files.size(file.path()),
                    Disk.sha256(file.path())));
            file.dates().forEach((column, days) -> dates.merge(column, days, ParquetFile.Days::with));
        }
        return new Manifest.Entry(
                table.name(),
                table.meaning(),
                table.grain(),
                table.keys().stream().map(Field::name).toList(),
                described.stream().mapToLong(Manifest.DataFile::rows).sum(),
                described.stream().mapToLong(Manifest.DataFile::bytes).sum(),
                version.isPresent() ? version.getAsLong() : null,
                dates.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Publisher::range, (a, b) -> a, TreeMap::new)),
                described,
                table.fields().stream().map(Publisher::described).toList());
    }

    private static Manifest.Range range(Map.Entry<String, ParquetFile.Days> dates) {
        return new Manifest.Range(
                dates.getValue().first().toString(), dates.getValue().last().toString());
    }

    private static Manifest.Described described(Field field) {
        return new Manifest.Described(
                field.name(),
                field.domain().type().simpleString(),
                field.domain().unit(),
                field.meaning(),
                field.required(),
                Dictionary.code(field.privacy()));
    }
}
