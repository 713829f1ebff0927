package io.linkage.jobs.job;

import io.linkage.jobs.step.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What the job repository remembers of one step.
 *
 * @param name name of the step
 * @param status COMPLETED, FAILED, STARTED or STOPPED
 * @param rows rows written
 * @param version Delta version written; -1 where there is none
 * @param millis how long it took
 * @param started when it began
 * @param run run that did it
 * @param notes what the reader of the summary should know
 */
public record StepRecord(
        String name,
        String status,
        long rows,
        long version,
        long millis,
        Instant started,
        String run,
        List<String> notes) {

    static StepRecord of(StepExecution execution) {
        ExecutionContext context = execution.getExecutionContext();
        String notes = context.getString("notes", "");
        return new StepRecord(
                execution.getStepName(),
                execution.getStatus().name(),
                context.getLong("rows", 0),
                context.getLong("version", -1),
                context.getLong("millis", 0),
                execution.getStartTime().atZone(ZoneId.systemDefault()).toInstant(),
                context.getString("run", ""),
                notes.isEmpty() ? List.of() : notes.lines().toList());
    }

    static void keep(StepExecution execution, Outcome outcome, long millis, String run) {
        ExecutionContext context = execution.getExecutionContext();
        context.putLong("rows", outcome.rows());
        context.putLong("version", outcome.version());
        context.putLong("millis", millis);
        context.putString("run", run);
        context.putString("notes", String.join("\n", outcome.notes()));
    }
}
