package io.linkage.table.ops;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** What became of the rows that a night received, feed by feed; the reconciliation is made from it. */
public final class Intake {
    private static final TableBuilder T = Table.named("ops_intake", Layer.OPS)
            .grain("one row per night, feed, source, outcome and reason")
            .meaning("How many received rows were kept, were duplicates or went to quarantine, and why.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field FEED_CODE = T.key("feed_code", Domain.CODE, INTERNAL, "Feed that was staged");
    public static final Field SOURCE_CODE =
            T.key("source_code", Domain.CODE, INTERNAL, "Source that delivered the rows");
    public static final Field OUTCOME_CODE = T.key(
            "outcome_code", Domain.CODE.oneOf("kept", "duplicate", "quarantined"), INTERNAL, "What became of the rows");
    public static final Field REASON_CODE = T.key(
            "reason_code", Domain.CODE, INTERNAL, "First reason against the rows, a warning about kept ones, or none");
    public static final Field ROW_COUNT = T.required("row_count", Domain.COUNT, INTERNAL, "Rows with this outcome");
    public static final Field RECORD_COUNT = T.required(
            "record_count",
            Domain.COUNT.in("records"),
            INTERNAL,
            "Records of which this is said: of one that gives several rows, what is said of its worst row");
    public static final Field LATER_ROW_COUNT = T.required(
            "later_row_count",
            Domain.COUNT,
            INTERNAL,
            "Of the kept rows, those about a moment after the business date");

    public static final Table TABLE = T.build();

    private Intake() {}
}
