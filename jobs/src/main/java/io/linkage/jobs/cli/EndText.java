package io.linkage.jobs.cli;

import io.linkage.jobs.job.Report;
import io.linkage.jobs.job.StepRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a person reads at the end of a run. */
final class EndText {
    private static final int SLOWEST = 3;

    private EndText() {}

    static List<String> done(Report report) {
        List<String> lines = new ArrayList<>();
        long rows = report.steps().stream().mapToLong(StepRecord::rows).sum();
        double seconds = Duration.between(report.started(), report.ended()).toMillis() / 1000.0;
        lines.add(String.format(
                Locale.ROOT,
                "Done: %s, %d steps, %,d rows in %.1f s.",
                report.request().text(),
                report.steps().size(),
                rows,
                seconds));
        List<String> slowest = report.steps().stream()
                .sorted(Comparator.comparingLong(StepRecord::millis).reversed())
                .limit(SLOWEST)
                .map(step -> String.format(Locale.ROOT, "%s %.1f s", step.name(), step.millis() / 1000.0))
                .toList();
        lines.add("Longest: " + String.join(", ", slowest));
        lines.add("Warehouse: " + report.request().warehouse().root());
        return lines;
    }
}
