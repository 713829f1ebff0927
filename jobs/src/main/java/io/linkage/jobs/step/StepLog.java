package io.linkage.jobs.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.lake.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What each step of a night did last, one small file per step: whichever job or try of the night ran it. */
public final class StepLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** The log of one night. */
    public StepLog(Warehouse warehouse, LocalDate asOf) {
        this.folder = warehouse.runs().resolve("steps").resolve(asOf.toString());
    }

    /**
     * One step that is done.
     *
     * @param name name of the step
     * @param job job that it belongs to
     * @param run run that did it
     * @param started when it began
     * @param seconds how long it took
     * @param rows rows written
     * @param version Delta version written; -1 where there is none
     */
    public record Entry(
            String name, String job, String run, Instant started, double seconds, long rows, long version) {}

    /** Notes a step, in place of what was noted of it before. */
    public void keep(Entry entry) {
        Map<String, Object> content = Map.of(
                "name", entry.name(),
                "job", entry.job(),
                "run", entry.run(),
                "started", entry.started().toString(),
                "seconds", entry.seconds(),
                "rows", entry.rows(),
                "version", entry.version());
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(entry.name() + ".new");
            JSON.writeValue(draft.toFile(), content);
            Files.move(
                    draft,
                    folder.resolve(entry.name() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** All steps that are done, by name. */
    public List<Entry> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(StepLog::read)
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Entry read(Path file) {
        try {
            JsonNode text = JSON.readTree(file.toFile());
            return new Entry(
                    text.path("name").asText(),
                    text.path("job").asText(),
                    text.path("run").asText(),
                    Instant.parse(text.path("started").asText()),
                    text.path("seconds").asDouble(),
                    text.path("rows").asLong(),
                    text.path("version").asLong());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
