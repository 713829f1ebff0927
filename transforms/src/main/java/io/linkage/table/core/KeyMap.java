package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Which warehouse key each identifier of a source has; a key, once given, stays. */
public final class KeyMap {
    /** Entity codes. */
    public static final String CUSTOMER = "customer";

    public static final String UNIT = "unit";

    private static final TableBuilder T = Table.named("brg_key_map", Layer.CORE)
            .grain("one row per entity and identifier in a source")
            .meaning("The warehouse key of every customer and unit, the same on every rerun.");

    public static final Field ENTITY_CODE =
            T.key("entity_code", Domain.CODE.oneOf(CUSTOMER, UNIT), INTERNAL, "Which kind of thing has the key");
    public static final Field NATURAL_ID =
            T.key("natural_id", Domain.ID, PSEUDONYMOUS, "Identifier in the source system");
    public static final Field ENTITY_KEY = T.required(
            "entity_key", Domain.KEY.between("1", "4503599627370495"), PSEUDONYMOUS, "Key in the warehouse, 52 bits");

    public static final Table TABLE = T.build();

    private KeyMap() {}
}
