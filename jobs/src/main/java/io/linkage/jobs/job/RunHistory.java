package io.linkage.jobs.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What runs in a warehouse and what ran, from its files: it disturbs no run. */
public final class RunHistory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> BUILDS =
            Set.of(JobName.NIGHTLY.text(), JobName.REBUILD.text(), JobName.CONFORM.text());

    private RunHistory() {}

    /** Who works in the warehouse now. */
    public static Optional<String> now(Warehouse warehouse) {
        return WarehouseLock.owner(warehouse).map(LockOwner::text);
    }

    /** The last runs, newest first, one line each. */
    public static List<String> last(Warehouse warehouse, int count) {
        return newest(warehouse).stream().limit(count).map(RunHistory::line).toList();
    }

    /** The summary of the run that completed what is asked for. */
    public static Optional<Path> completed(Request request) {
        return newest(request.warehouse()).stream()
                .filter(file -> completes(summary(file), request))
                .findFirst();
    }

    /**
     * The nights that were built to their end, each with the first run that its last build had a step of: what was loaded
     * later than that run, the build may not have seen.
     */
    static SortedMap<LocalDate, String> built(Warehouse warehouse) {
        SortedMap<LocalDate, String> built = new TreeMap<>();
        for (Path file : newest(warehouse)) {
            JsonNode run = summary(file);
            if (BUILDS.contains(run.path("job").asText()) && run.path("exit").asInt(-1) == Stop.Exit.DONE.code()) {
                firstRun(run)
                        .ifPresent(first -> built.putIfAbsent(
                                LocalDate.parse(run.path("business_date").asText()), first));
            }
        }
        return built;
    }

    private static Optional<String> firstRun(JsonNode run) {
        return StreamSupport.stream(run.path("steps").spliterator(), false)
                .map(step -> step.path("run").asText())
                .min(Comparator.naturalOrder());
    }

    private static boolean completes(JsonNode run, Request request) {
        return run.path("exit").asInt(-1) == Stop.Exit.DONE.code()
                && run.path("job").asText().equals(request.job().text())
                && run.path("company").asText().equals(request.company().name())
                && run.path("business_date").asText().equals(request.date().toString());
    }

    private static List<Path> newest(Warehouse warehouse) {
        if (!Files.isDirectory(warehouse.runs())) {
            return List.of();
        }
        try (var files = Files.list(warehouse.runs())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String line(Path file) {
        JsonNode run = summary(file);
        return String.format(
                Locale.ROOT,
                "%s  %-8s %s  %-12s %3d steps %8.1f s  %s",
                run.path("started_at").asText(),
                run.path("job").asText(),
                run.path("business_date").asText(),
                run.path("status").asText(),
                run.path("steps").size(),
                run.path("seconds").asDouble(),
                file.getFileName());
    }

    private static JsonNode summary(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
