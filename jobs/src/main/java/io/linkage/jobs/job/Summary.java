package io.linkage.jobs.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what became of a run as one JSON file, for schedulers and for {@code linkage status}. */
final class Summary {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Summary() {}

    /** Writes the file in one move and gives its path. */
    static Path write(Report report) {
        Path file = report.request().warehouse().runs().resolve(report.run() + ".json");
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), report.run(), ".new");
            JSON.writeValue(draft.toFile(), content(report));
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Map<String, Object> content(Report report) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("run", report.run());
        content.put("job", report.request().job().text());
        content.put("company", report.request().company().name());
        content.put("business_date", report.request().date().toString());
        content.put("exit", report.exit().code());
        content.put("status", report.exit().name().toLowerCase(java.util.Locale.ROOT));
        content.put("started_at", report.started().toString());
        content.put("ended_at", report.ended().toString());
        content.put(
                "seconds", Duration.between(report.started(), report.ended()).toMillis() / 1000.0);
        content.put("failure", report.failure().orElse(null));
        content.put("steps", report.steps().stream().map(Summary::step).toList());
        return content;
    }

    private static Map<String, Object> step(StepRecord step) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", step.name());
        content.put("status", step.status());
        content.put("rows", step.rows());
        content.put("delta_version", step.version() < 0 ? null : step.version());
        content.put("seconds", step.millis() / 1000.0);
        content.put("run", step.run());
        content.put("notes", List.copyOf(step.notes()));
        return content;
    }
}
