package io.linkage.table.staging;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Privacy;
import io.linkage.contract.TableBuilder;

/** The columns that tell where a staged row came from; every staging table ends with them. */
public final class Arrival {
    /** Source that delivered the row. */
    public static final String SOURCE = "source_code";
    /** Business date of the night that loaded it. */
    public static final String LOADED = "loaded_date";
    /** The same where it tells when a row became known: not of full extracts, nor of what a source sent first. */
    public static final String LATE = "late_loaded_date";
    /** Whether the source had dropped the record. */
    public static final String DELETED = "is_deleted";
    /** Moment of the last change, where a source tells it. */
    public static final String CHANGED = "changed_at";

    private Arrival() {}

    static Field source(TableBuilder table) {
        return table.derived(SOURCE, Domain.CODE, Privacy.INTERNAL, "Source that delivered the row");
    }

    static Field loaded(TableBuilder table) {
        return table.derived(LOADED, Domain.DATE, Privacy.INTERNAL, "Business date of the night that loaded it");
    }

    static Field late(TableBuilder table) {
        return table.derivedOptional(
                LATE,
                Domain.DATE,
                Privacy.INTERNAL,
                "Business date on which it was first loaded, where the source sends news only (append, changes) and this came after"
                        + " its first delivery: features of earlier days leave it out");
    }

    static Field historyKey(TableBuilder table) {
        return table.derivedKey(
                LOADED, Domain.DATE, Privacy.INTERNAL, "Business date of the night that first saw it so");
    }

    static Field deleted(TableBuilder table) {
        return table.derived(
                DELETED, Domain.FLAG, Privacy.INTERNAL, "Whether the source had dropped the record by then");
    }
}
