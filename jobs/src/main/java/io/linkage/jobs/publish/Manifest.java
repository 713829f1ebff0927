package io.linkage.jobs.publish;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * What a release holds, as {@code manifest.json} tells it. A release without one was never finished.
 *
 * @param release name of the release
 * @param company name of the company
 * @param currency ISO 4217 code of all amounts; null in releases from before it was written
 * @param businessDate business date
 * @param run run that made it
 * @param publishedAt moment it was finished, UTC
 * @param tables tables in it
 */
public record Manifest(
        String release,
        String company,
        String currency,
        String businessDate,
        String run,
        String publishedAt,
        List<Entry> tables) {
    /** Name of the file in the release's folder. */
    public static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * One table of a release.
     *
     * @param deltaVersion version of the Delta table that the rows come from; null where it was never built
     * @param dates first and last day of each date column that has one
     */
    public record Entry(
            String table,
            String meaning,
            String grain,
            List<String> key,
            long rows,
            long bytes,
            Long deltaVersion,
            Map<String, Range> dates,
            List<DataFile> files,
            List<Described> columns) {}

    /** First and last day, both included. */
    public record Range(String first, String last) {}

    /** A Parquet file, relative to the folder of its table. */
    public record DataFile(String path, long rows, long bytes, String sha256) {}

    /** A column: type as Spark writes it, unit or an empty text. */
    public record Described(String name, String type, String unit, String meaning, boolean required, String privacy) {}

    /** Reads the manifest of a release. */
    public static Manifest read(Path release) throws IOException {
        return JSON.readValue(release.resolve(FILE).toFile(), Manifest.class);
    }

    /** Writes it in one move, for good. */
    void write(Path release) throws IOException {
        Path draft = release.resolve(".manifest.new");
        JSON.writeValue(draft.toFile(), this);
        Disk.sync(draft);
        Files.move(draft, release.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        Disk.sync(release);
    }
}
