package io.linkage.jobs.job;

import java.util.List;
import java.util.Locale;

/** The jobs of a night, in order, each of which can run alone for a date, and the two that are several of them in one. */
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
    NIGHTLY,
    /** All but the first: a night again from what is landed, after an earlier night came late. */
    REBUILD;

    /** The jobs that a night consists of, in order. */
    public static List<JobName> parts() {
        return List.of(INGEST, CONFORM, SCORE, MART, PUBLISH);
    }

    /** As it is written on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has the steps of another job. */
    boolean includes(JobName other) {
        return this == other || this == NIGHTLY || (this == REBUILD && other != INGEST);
    }
}
