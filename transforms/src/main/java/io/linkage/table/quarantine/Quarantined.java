package io.linkage.table.quarantine;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.SENSITIVE;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import java.util.List;

/** Rows that broke the contract of their feed; every feed has such a table, all of one shape. */
public final class Quarantined {
    private static final TableBuilder T = draft("quarantine_row");

    public static final Field SOURCE_CODE =
            T.key("source_code", Domain.CODE, INTERNAL, "Source that delivered the row");
    public static final Field LOADED_DATE =
            T.key("loaded_date", Domain.DATE, INTERNAL, "Business date of the night that loaded it");
    public static final Field FILE_NAME = T.key("file_name", Domain.TEXT, INTERNAL, "File or table that held the row");
    public static final Field RECORD_NUMBER = T.key(
            "record_number",
            Domain.of("record", org.apache.spark.sql.types.DataTypes.LongType, "", "_number"),
            INTERNAL,
            "Number of the record in its file, header not counted");
    public static final Field REASON =
            T.required("reason", Domain.TEXT, INTERNAL, "Every reason, as column and code, parted by semicolons");
    public static final Field RECEIVED_ROW =
            T.required("received_row", Domain.TEXT, SENSITIVE, "The row as it was received, as JSON");

    private static final Table SHAPE = T.build();

    private Quarantined() {}

    /** The quarantine table of a feed. */
    public static Table of(Table staging) {
        return new Table(
                "quarantine_" + staging.feed(),
                Layer.QUARANTINE,
                SHAPE.grain(),
                SHAPE.meaning(),
                SHAPE.fields(),
                SHAPE.keys(),
                List.of(),
                null,
                null,
                staging.restricted(),
                null,
                false,
                false,
                null,
                null,
                null);
    }

    private static TableBuilder draft(String name) {
        return Table.named(name, Layer.QUARANTINE)
                .grain("one row per rejected record of the feed")
                .meaning("What was not let in, and why; nothing that arrives is lost.");
    }
}
