package io.linkage.jobs.job;

import io.linkage.jobs.Stop;
import java.util.Optional;

/** Finds what a person can act on in what was thrown. */
final class Faults {
    private Faults() {}

    /** The stop among the causes, if there is one. */
    static Optional<Stop> stop(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Stop stop) {
                return Optional.of(stop);
            }
        }
        return Optional.empty();
    }

    /** A sentence for the terminal. A fault's own text may hold values of rows: it goes to the log only. */
    static String words(Throwable thrown) {
        return stop(thrown)
                .map(Throwable::getMessage)
                .orElseGet(() -> "A fault in Linkage: " + thrown.getClass().getSimpleName()
                        + ". What was thrown stands in the log. Running the same command goes on at the step that"
                        + " failed.");
    }
}
