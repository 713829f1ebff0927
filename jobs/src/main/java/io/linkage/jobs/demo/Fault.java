package io.linkage.jobs.demo;

import java.io.Serializable;

/**
 * How a row departs from a plain one, and what staging must make of it.
 *
 * @param kind what is odd, in words
 * @param outcome kept, duplicate or quarantined
 * @param reason reason that staging gives; null where the row is kept
 * @param column column that differs from a plain row, or null
 * @param value what stands in that column
 */
record Fault(String kind, String outcome, String reason, String column, Object value) implements Serializable {
    static final String KEPT = "kept";
    static final String DUPLICATE = "duplicate";
    static final String QUARANTINED = "quarantined";

    private static final String CONFLICT = "key: CONFLICT";

    /** A row that breaks its contract. */
    static Fault refused(String kind, String column, Object value, String reason) {
        return new Fault(kind, QUARANTINED, reason, column, value);
    }

    /** A row that breaks its contract in a way that is not one column's value. */
    static Fault refused(String kind, String reason) {
        return new Fault(kind, QUARANTINED, reason, null, null);
    }

    /** An odd value that is good data and must come through unchanged. */
    static Fault kept(String kind, String column, Object value) {
        return new Fault(kind, KEPT, null, column, value);
    }

    /** The second of two equal rows. */
    static Fault repeated() {
        return new Fault("exact duplicate", DUPLICATE, "key: REPEATED", null, null);
    }

    /** An old state of a row, beside the state that stands. */
    static Fault superseded(String kind) {
        return new Fault(kind, DUPLICATE, "key: SUPERSEDED", null, null);
    }

    /** One of two rows with the same key and the same claim, which differ in a column: neither stands. */
    static Fault contradicted(String column, Object value) {
        return new Fault("contradicting rows", QUARANTINED, CONFLICT, column, value);
    }

    boolean isContradiction() {
        return CONFLICT.equals(reason);
    }
}
