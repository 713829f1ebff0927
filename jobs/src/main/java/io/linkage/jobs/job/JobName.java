package io.linkage.jobs.job;

import java.util.Locale;

/** The jobs of a night, in order; each can run alone for a date, {@link #NIGHTLY} is all of them in one. */
public enum JobName {
    /** Sources into the landing zone. */
    INGEST,
    /** Staging and the star. */
    CONFORM,
    /** Features and scores. */
    SCORE,
    /** What readers read, and the proofs. */
    MART,
    /** The curated release. */
    PUBLISH,
    /** All of them. */
    NIGHTLY;

    /** As it is written on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has the steps of another job. */
    boolean includes(JobName other) {
        return this == other || this == NIGHTLY;
    }
}
