package io.linkage.table.ops;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Files and tables that a night received, with records counted apart from Spark. */
public final class Batch {
    private static final TableBuilder T = Table.named("ops_batch", Layer.OPS)
            .grain("one row per night, feed, source and file")
            .meaning("What was delivered: which file, how large, how many records, which contents.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field FEED_CODE = T.key("feed_code", Domain.CODE, INTERNAL, "Feed that it belongs to");
    public static final Field SOURCE_CODE = T.key("source_code", Domain.CODE, INTERNAL, "Source that delivered it");
    public static final Field FILE_NAME =
            T.key("file_name", Domain.TEXT, INTERNAL, "File or table, without the folder of its location");
    public static final Field BYTE_COUNT =
            T.required("byte_count", Domain.COUNT.in("bytes"), INTERNAL, "Size as delivered");
    public static final Field CONTENT_ID = T.required(
            "content_id",
            Domain.ID,
            INTERNAL,
            "SHA-256 of the file as delivered; of a Delta table its identifier and version; of a table its count");
    public static final Field RECORD_COUNT =
            T.required("record_count", Domain.COUNT.in("records"), INTERNAL, "Physical records without the header");

    public static final Field ROW_COUNT = T.required(
            "row_count", Domain.COUNT, INTERNAL, "Rows that the records give, several each where its source says so");

    public static final Table TABLE = T.build();

    private Batch() {}
}
