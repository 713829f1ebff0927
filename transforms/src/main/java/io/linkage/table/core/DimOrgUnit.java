package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Units of the company: the groups in which customers meet employees. */
public final class DimOrgUnit {
    private static final TableBuilder T = Table.named("dim_org_unit", Layer.CORE)
            .grain("one row per unit and version, and one per special member")
            .meaning("Units and the unit each belongs to, type 2.");

    public static final Field UNIT_SK = T.key("unit_sk", Domain.KEY, INTERNAL, "Key of this version of the unit");
    public static final Field UNIT_KEY =
            T.required("unit_key", Domain.KEY, INTERNAL, "Key of the unit, whatever the version");
    public static final Field UNIT_SOURCE_ID =
            T.optional("unit_source_id", Domain.ID, INTERNAL, "Identifier in the source; empty for a special member");
    public static final Field UNIT_NAME = T.required("unit_name", Domain.TEXT, INTERNAL, "Name of the unit");
    public static final Field PARENT_UNIT_SOURCE_ID =
            T.optional("parent_unit_source_id", Domain.ID, INTERNAL, "Unit that it belongs to, if any");
    public static final Field HAS_CIRCULAR_PARENT = T.required(
            "has_circular_parent",
            Domain.FLAG,
            INTERNAL,
            "Whether a parent was named and left out, as the unit would have been its own ancestor");
    public static final Field VALID_FROM =
            T.required("valid_from", Domain.DATE, INTERNAL, "First day of the version; the first opens at 1900-01-01");
    public static final Field VALID_TO =
            T.required("valid_to", Domain.DATE, INTERNAL, "First day after the version; 9999-12-31 while current");
    public static final Field IS_CURRENT = T.required("is_current", Domain.FLAG, INTERNAL, "Whether it is the last");
    public static final Field IS_DELETED =
            T.required("is_deleted", Domain.FLAG, INTERNAL, "Whether no employee is left in it; on its last version");
    public static final Field IS_INFERRED = T.required(
            "is_inferred", Domain.FLAG, INTERNAL, "Known from facts or as a parent only: no employee record names it");

    public static final Field MERGED_INTO_UNIT_SOURCE_ID = T.optional(
            "merged_into_unit_source_id",
            Domain.ID,
            INTERNAL,
            "Unit that took it up: more than half of its last employees went on there");
    public static final Field MERGED_DATE = T.optional(
            "merged_date", Domain.DATE, INTERNAL, "First day of its people in that unit, whose make-up changed then");

    public static final Table TABLE = T.build();

    private DimOrgUnit() {}
}
