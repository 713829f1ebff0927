package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.DeltaSnapshot;
import io.linkage.jobs.settings.DatedLocation;
import io.linkage.jobs.settings.DeltaOptions;
import io.linkage.jobs.settings.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads one version of a Delta table, whatever is written to it meanwhile. Its records are counted in the footers of
 * its data files, apart from Spark and from the table's log.
 */
final class DeltaSource {
    private final SparkSession spark;
    private final Source source;
    private final DeltaOptions options;

    DeltaSource(SparkSession spark, Source source, DeltaOptions options) {
        this.spark = spark;
        this.source = source;
        this.options = options;
    }

    /** Whether a table stands there; its columns are checked when it is read. */
    static List<FileFault> peek(Configuration conf, Source source, LocalDate businessDate) {
        Path folder = new Path(DatedLocation.on(source.location(), businessDate));
        try {
            FileSystem files = folder.getFileSystem(conf);
            if (!files.exists(folder)) {
                throw new FileNotFoundException(folder.toString());
            }
            boolean table = files.exists(new Path(folder, "_delta_log"));
            return table ? List.of() : List.of(noTable(folder));
        } catch (FileNotFoundException e) {
            throw Stop.unreachable(
                    "Source " + source.feed() + "." + source.name() + " is not there: " + folder
                            + ". Have it delivered, or correct its location, and run again.",
                    null);
        } catch (IOException e) {
            throw unreachable(source, folder.getName(), e);
        }
    }

    Delivered read(LocalDate businessDate) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        stopFor(peek(conf, source, businessDate));
        Path folder = new Path(DatedLocation.on(source.location(), businessDate));
        DeltaSnapshot snapshot = snapshot(folder);
        List<FileFault> faults = Collections.synchronizedList(new ArrayList<>());
        List<String> columns = Arrays.asList(snapshot.schema().fieldNames());
        new Header(source).fault(folder.getName(), columns).ifPresent(faults::add);
        Map<String, ParquetFile> files = new ConcurrentHashMap<>();
        snapshot.files().parallelStream().forEach(file -> open(conf, file, files, faults));
        long records = files.values().stream()
                        .mapToLong(file -> file.facts().records())
                        .sum()
                - snapshot.deleted();
        if (records == 0 && faults.isEmpty() && !options.mayBeEmpty()) {
            faults.add(new FileFault(
                    folder.getName(),
                    "EMPTY",
                    "its version " + snapshot.version() + " holds no row",
                    "Fill it, or set options.may-be-empty: true"));
        }
        stopFor(List.copyOf(faults));
        FileFacts facts = new FileFacts(
                folder.getName(),
                snapshot.bytes(),
                snapshot.id() + " version " + snapshot.version(),
                records,
                0,
                columns);
        return delivered(folder, snapshot, facts, files);
    }

    private Delivered delivered(Path folder, DeltaSnapshot snapshot, FileFacts facts, Map<String, ParquetFile> files) {
        if (files.isEmpty()) {
            return TypedRows.none(spark, snapshot.schema(), List.of(facts));
        }
        Dataset<Row> typed = spark.read()
                .format("delta")
                .option("versionAsOf", snapshot.version())
                .load(folder.toString());
        if (snapshot.numbered()) {
            return TypedRows.of(typed, snapshot.schema(), List.of(facts));
        }
        Map<String, NavigableMap<Long, Long>> before = new HashMap<>();
        files.forEach((name, file) -> before.put(name, file.before()));
        return TypedRows.numbered(typed, snapshot.schema(), List.of(facts), before);
    }

    private DeltaSnapshot snapshot(Path folder) {
        try {
            return DeltaSnapshot.of(spark, folder.toString(), options.version());
        } catch (DeltaSnapshot.Unreadable e) {
            throw FileFault.stop(
                    source.feed() + "." + source.name(),
                    List.of(new FileFault(folder.getName(), "VERSION", e.getMessage(), e.remedy())));
        }
    }

    private void open(
            Configuration conf, DeltaSnapshot.DataFile file, Map<String, ParquetFile> files, List<FileFault> faults) {
        Path path = new Path(file.path());
        try {
            Delivery.Item item = new Delivery.Item(file.path(), path.getName(), file.bytes(), 0);
            files.put(path.getName(), ParquetFile.of(conf, item, false));
        } catch (BadFile e) {
            faults.add(e.fault());
        } catch (FileNotFoundException e) {
            faults.add(new FileFault(
                    path.getName(),
                    "MISSING_FILE",
                    "the table's log names it, and it is not there",
                    "Have the table restored; if it was vacuumed, name a later options.version"));
        } catch (IOException e) {
            throw unreachable(source, path.getName(), e);
        }
    }

    private void stopFor(List<FileFault> faults) {
        if (!faults.isEmpty()) {
            throw FileFault.stop(source.feed() + "." + source.name(), faults);
        }
    }

    private static FileFault noTable(Path folder) {
        return new FileFault(
                folder.getName(),
                "MAGIC",
                "it is no Delta table: it holds no _delta_log",
                "Name the table's own folder; a folder of Parquet files is format: parquet");
    }

    private static Stop unreachable(Source source, String name, IOException cause) {
        return Stop.unreachable(
                name + " of source " + source.name() + " cannot be read ("
                        + cause.getClass().getSimpleName() + "). Check its rights and its storage, and run again.",
                cause);
    }
}
