package io.linkage.jobs.job;

import io.linkage.jobs.Stop.Exit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a run went.
 *
 * @param run identifier of the run
 * @param request what was asked for, in words
 * @param exit how it ended
 * @param started when it began
 * @param ended when it ended
 * @param steps every step that this or an earlier try of the night did
 * @param failure why it ended early, in words
 * @param cause what was thrown
 * @param summary file that holds all this
 */
public record Report(
        String run,
        Request request,
        Exit exit,
        Instant started,
        Instant ended,
        List<StepRecord> steps,
        Optional<String> failure,
        Optional<Throwable> cause,
        Optional<Path> summary) {

    /** Whether the night was complete before, so that nothing was done. */
    public boolean alreadyComplete() {
        return exit == Exit.DONE && summary.isEmpty();
    }

    /** The same report of a run that was asked to stop: what was thrown on the way is of no interest. */
    Report stopped() {
        return new Report(
                run,
                request,
                Exit.FAULT,
                started,
                ended,
                steps,
                Optional.of("Stopped on request. Run the same command to go on."),
                Optional.empty(),
                summary);
    }

    /** The same report with the file that holds it. */
    Report in(Path file) {
        return new Report(run, request, exit, started, ended, steps, failure, cause, Optional.of(file));
    }
}
