package io.linkage.jobs.lake;

import io.linkage.contract.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.types.StructType;

/** Tables as folders of plain Parquet files, for readers that know no Delta. */
public final class PlainParquet {
    /** About 128 MB of a narrow table. */
    private static final long ROWS_PER_FILE = 2_000_000;

    private PlainParquet() {}

    /**
     * Writes rows to a new folder: few files, sorted by key so that the same rows give the same bytes.
     *
     * @param count how many rows there are
     */
    public static List<ParquetFile> write(Dataset<Row> rows, List<Field> keys, long count, Path folder) {
        int files = (int) (count / ROWS_PER_FILE) + 1;
        Column[] order = keys.stream().map(Field::col).toArray(Column[]::new);
        (files == 1 ? rows.coalesce(1) : rows.repartitionByRange(files, order))
                .sortWithinPartitions(order)
                .write()
                .mode("errorifexists")
                .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .parquet(folder.toString());
        try {
            return tidy(folder);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** How many rows there are: of those that stand in a plan it is known without a job. */
    public static long count(Dataset<Row> rows) {
        return rows.queryExecution().optimizedPlan() instanceof LocalRelation known
                ? known.data().length()
                : rows.count();
    }

    /** Writes rows to a new folder as they come, a file for each part of them. */
    public static void write(Dataset<Row> rows, Path folder) {
        rows.write().mode("errorifexists").parquet(folder.toString());
    }

    /** Computes rows and writes them nowhere: what computing alone takes. */
    public static void compute(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }

    /** Rows of a folder in a known shape: no file is opened before they are asked for. */
    public static Dataset<Row> read(SparkSession spark, Path folder, StructType schema) {
        return spark.read().schema(schema).parquet(folder.toString());
    }

    /** Leaves nothing but data files, under names that do not change from run to run. */
    private static List<ParquetFile> tidy(Path folder) throws IOException {
        Path[] written;
        try (Stream<Path> entries = Files.list(folder)) {
            written = entries.sorted().toArray(Path[]::new);
        }
        List<Path> data = Arrays.stream(written)
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();
        for (Path other : written) {
            if (!data.contains(other)) {
                Files.delete(other);
            }
        }
        for (int index = 0; index < data.size(); index++) {
            Files.move(data.get(index), folder.resolve(String.format("part-%05d.parquet", index)));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().map(ParquetFile::open).toList();
        }
    }
}
