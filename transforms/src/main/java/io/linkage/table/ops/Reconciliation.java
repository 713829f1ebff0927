package io.linkage.table.ops;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Proof that nothing is lost: rows in = kept + duplicates + quarantined, and money adds up from source to mart. */
public final class Reconciliation {
    /** Outcome of the rows counted in the files apart from Spark. */
    public static final String RECEIVED = "received";
    /** Outcome of a sum of money at one place on its way; the reason names the place. */
    public static final String MONEY = "money";

    private static final TableBuilder T = Table.named("ops_reconciliation", Layer.OPS)
            .grain("one row per night, feed, source, outcome and reason")
            .meaning("Whether every received row and every cent can be accounted for.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field FEED_CODE = T.key("feed_code", Domain.CODE, INTERNAL, "Feed that was staged");
    public static final Field SOURCE_CODE =
            T.key("source_code", Domain.CODE, INTERNAL, "Source that delivered the rows, or all");
    public static final Field OUTCOME_CODE = T.key(
            "outcome_code",
            Domain.CODE.oneOf(RECEIVED, "kept", "duplicate", "quarantined", MONEY),
            INTERNAL,
            "received = kept + duplicate + quarantined; money: a sum on its way");
    public static final Field REASON_CODE = T.key(
            "reason_code", Domain.CODE, INTERNAL, "First reason against the rows, a warning about kept ones, or none");
    public static final Field ROW_COUNT = T.required("row_count", Domain.COUNT, INTERNAL, "Rows with this outcome");
    public static final Field RECORD_COUNT = T.required(
            "record_count",
            Domain.COUNT.in("records"),
            INTERNAL,
            "Physical records behind the rows: one that gives several counts where its worst row does; 0 for money");
    public static final Field LATER_ROW_COUNT = T.required(
            "later_row_count",
            Domain.COUNT,
            INTERNAL,
            "Of the kept rows, those about a moment after the business date");
    public static final Field AMOUNT = T.optional("net_amount", Domain.AMOUNT, INTERNAL, "Sum of money at this place");

    public static final Field IS_BALANCED = T.required(
            "is_balanced",
            Domain.FLAG,
            INTERNAL,
            "Whether rows and records of the source, or the sums of money, agree");

    public static final Table TABLE = T.rule(
                    "is_balanced: NOT_BALANCED",
                    "received = kept + duplicate + quarantined, and money is the same at every place",
                    IS_BALANCED.col().equalTo(false))
            .build();

    private Reconciliation() {}
}
