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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** Whether there is a summary of the work that a report of a complete night is about. */
    static boolean tells(Report report) {
        SortedSet<String> done =
                report.steps().stream().map(StepRecord::run).collect(Collectors.toCollection(TreeSet::new));
        return newest(report.request().warehouse()).stream()
                .map(RunHistory::summary)
                .anyMatch(run -> completes(run, report.request())
                        && (done.isEmpty() || runs(run).contains(done.last())));
    }

    /**
     * The runs that a build had steps of: it goes on in another run where it was stopped.
     *
     * @param first what was loaded or built later, the build may not have seen
     * @param last run in which it was complete
     */
    record Runs(String first, String last) {}

    /** The nights that were built to their end, each with the runs of its last build. */
    static SortedMap<LocalDate, Runs> built(Warehouse warehouse) {
        SortedMap<LocalDate, Runs> built = new TreeMap<>();
        for (Path file : newest(warehouse)) {
            JsonNode run = summary(file);
            SortedSet<String> runs = runs(run);
            if (BUILDS.contains(run.path("job").asText())
                    && run.path("exit").asInt(-1) == Stop.Exit.DONE.code()
                    && !runs.isEmpty()) {
                built.putIfAbsent(
                        LocalDate.parse(run.path("business_date").asText()), new Runs(runs.first(), runs.last()));
            }
        }
        return built;
    }

    private static SortedSet<String> runs(JsonNode run) {
        return StreamSupport.stream(run.path("steps").spliterator(), false)
                .map(step -> step.path("run").asText())
                .collect(Collectors.toCollection(TreeSet::new));
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
