package io.linkage.jobs.step;

import io.linkage.jobs.lake.Written;
import java.util.List;

/**
 * What a task left behind, as the run's record tells it.
 *
 * @param rows rows written
 * @param version Delta version written; -1 where there is none
 * @param notes what the reader of the summary should know
 */
public record Outcome(long rows, long version, List<String> notes) {

    /** The outcome of one written table. */
    static Outcome of(Written written, String... notes) {
        return new Outcome(written.rows(), written.version(), List.of(notes));
    }
}
