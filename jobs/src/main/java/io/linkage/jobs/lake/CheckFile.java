package io.linkage.jobs.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What Delta states of one version of a table beside its commit: columns, size, and where they are few the data files.
 *
 * <p>Delta itself finds the files by Spark jobs over its log, which take longer than the work on a small table.
 *
 * @param bytes size of all data files
 * @param schema columns, those of the folders' names too
 * @param files the data files; empty where they are too many to be listed
 */
record CheckFile(long bytes, StructType schema, Optional<List<DataFile>> files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A data file.
     *
     * @param path full path
     * @param added the action that added it, as Delta writes it
     * @param statistics of its rows: numRecords, minValues, maxValues
     */
    record DataFile(Path path, JsonNode added, JsonNode statistics) {
        boolean isCounted() {
            return statistics.has("numRecords");
        }

        /** Rows in it; 0 where they were not counted. */
        long rows() {
            return statistics.path("numRecords").asLong();
        }

        /** Size of the file. */
        long bytes() {
            return added.path("size").asLong();
        }

        /** The column's value that the folder's name holds, as text; empty where the file holds the column. */
        Optional<String> folder(String column) {
            JsonNode named = added.path("partitionValues").path(column);
            return named.isMissingNode() ? Optional.empty() : Optional.of(named.asText());
        }

        /** The one value that all rows have in this column; empty where they differ or it is not known. */
        Optional<String> only(String column) {
            Optional<String> folder = folder(column);
            if (folder.isPresent()) {
                return folder;
            }
            JsonNode least = statistics.path("minValues").path(column);
            JsonNode most = statistics.path("maxValues").path(column);
            boolean same = least.isTextual()
                    && least.equals(most)
                    && statistics.path("nullCount").path(column).asLong(-1) == 0;
            return same ? Optional.of(least.asText()) : Optional.empty();
        }
    }

    /** The check file of a version; empty where Delta left none that can be read, as when it was killed before it could. */
    static Optional<CheckFile> of(Path table, long version) {
        Path file = table.resolve("_delta_log").resolve(String.format("%020d.crc", version));
        try {
            return Optional.of(parse(table, JSON.readTree(Files.readString(file))));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Rows of all listed files; 0 where they are not listed. */
    long rows() {
        return files.stream().flatMap(List::stream).mapToLong(DataFile::rows).sum();
    }

    private static CheckFile parse(Path table, JsonNode stated) throws IOException {
        DataType schema =
                DataType.fromJson(stated.path("metadata").path("schemaString").asText());
        return new CheckFile(
                stated.path("tableSizeBytes").asLong(), (StructType) schema, files(table, stated.path("allFiles")));
    }

    private static Optional<List<DataFile>> files(Path table, JsonNode listed) throws IOException {
        if (!listed.isArray()) {
            return Optional.empty();
        }
        List<DataFile> files = new ArrayList<>();
        for (JsonNode added : listed) {
            String path = URI.create(added.path("path").asText()).getPath();
            files.add(new DataFile(
                    table.resolve(path),
                    added,
                    JSON.readTree(added.path("stats").asText("{}"))));
        }
        return Optional.of(files);
    }
}
