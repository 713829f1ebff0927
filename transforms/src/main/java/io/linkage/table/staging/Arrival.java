package io.linkage.table.staging;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Privacy;
import io.linkage.contract.TableBuilder;

/** The columns that tell where a staged row came from; every staging table ends with them. */
public final class Arrival {
    private Arrival() {}

    static Field source(TableBuilder table) {
        return table.derived("source_code", Domain.CODE, Privacy.INTERNAL, "Source that delivered the row");
    }

    static Field loaded(TableBuilder table) {
        return table.derived("loaded_date", Domain.DATE, Privacy.INTERNAL, "Business date of the night that loaded it");
    }

    static Field historyKey(TableBuilder table) {
        return table.derivedKey(
                "loaded_date", Domain.DATE, Privacy.INTERNAL, "Business date of the night that first saw it so");
    }

    static Field deleted(TableBuilder table) {
        return table.derived(
                "is_deleted", Domain.FLAG, Privacy.INTERNAL, "Whether the source had dropped the record by then");
    }
}
