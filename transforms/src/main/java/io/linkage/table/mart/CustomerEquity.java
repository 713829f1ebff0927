package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** The value of the customer base by segment, and how it moved since the night before; rules in docs/models/equity.md. */
public final class CustomerEquity {
    /** The state that the night before left. */
    public static final String OPENING = "opening";
    /** All there is on the first night of a warehouse, which has none before it. */
    public static final String FIRST_NIGHT = "first-night";
    /** First seen with a value: unknown or a prospect before. */
    public static final String ACQUIRED = "acquired";
    /** Worth more by what the customer did. */
    public static final String GROWN = "grown";
    /** Worth less by what the customer did or left undone. */
    public static final String SHRUNK = "shrunk";
    /** Entered the phase lost, or is gone from the customers. */
    public static final String LOST = "lost";
    /** Left the phase lost. */
    public static final String WON_BACK = "won-back";
    /** Records turned out to be one person, or not to be. */
    public static final String MERGED = "merged";
    /** Came from another segment, at the value that the customer had. */
    public static final String MOVED_IN = "moved-in";
    /** Went to another segment, at the same value. */
    public static final String MOVED_OUT = "moved-out";
    /** What the customer had done the night before, valued by tonight's models instead of that night's. */
    public static final String MODEL_CHANGE = "model-change";
    /** Money of nobody known. */
    public static final String NO_CUSTOMER = "no-customer";
    /** The state that tonight leaves. */
    public static final String CLOSING = "closing";

    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);
    private static final Domain HEADS = Domain.COUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("mart_customer_equity", Layer.MART)
            .grain("one row per business date, segment and movement")
            .meaning("What the whole customer base is worth, and how that moved: opening and movements are closing.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field SEGMENT_CODE =
            T.key("segment_code", Domain.CODE, INTERNAL, "Segment, or the special member of revenue without customer");
    public static final Field MOVEMENT_CODE = T.key(
            "movement_code",
            Domain.CODE.oneOf(
                    OPENING,
                    FIRST_NIGHT,
                    ACQUIRED,
                    GROWN,
                    SHRUNK,
                    LOST,
                    WON_BACK,
                    MERGED,
                    MOVED_IN,
                    MOVED_OUT,
                    MODEL_CHANGE,
                    NO_CUSTOMER,
                    CLOSING),
            INTERNAL,
            "Opening and closing are states, the others changes since the night before; all but opening and moved-out"
                    + " stand under tonight's segment, those of customers who are gone under their last");
    public static final Field CUSTOMER_COUNT =
            T.required("customer_count", HEADS, INTERNAL, "Customers in the state or with the change, prospects too");
    public static final Field BUYER_COUNT =
            T.required("buyer_count", HEADS, INTERNAL, "Those of them who ever bought or held a contract");
    public static final Field NET_REVENUE_AMOUNT =
            T.required("net_revenue_amount", BALANCE, INTERNAL, "Sales less returns so far; in a movement its change");
    public static final Field MARGIN_AMOUNT = T.required(
            "margin_amount",
            BALANCE,
            INTERNAL,
            "Net revenue less cost of goods, known or by the margin setting; in a movement its change");
    public static final Field CLV_AMOUNT = T.optional(
            "clv_amount",
            BALANCE,
            INTERNAL,
            "Sum of the customers' lifetime values, or its change; empty where none was fitted");
    public static final Field CLV_LOW_AMOUNT = T.optional(
            "clv_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % interval of what the segment's purchases will bring, of the closing movement; ends are"
                    + " not summed");
    public static final Field CLV_HIGH_AMOUNT = T.optional(
            "clv_high_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % interval of what the segment's purchases will bring, of the closing movement");
    public static final Field BASE_CLV_LOW_AMOUNT = T.optional(
            "base_clv_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % interval of the purchases of all segments together, the same in each closing movement");
    public static final Field BASE_CLV_HIGH_AMOUNT = T.optional(
            "base_clv_high_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % interval of the purchases of all segments together");
    public static final Field ACQUISITION_COST_AMOUNT = T.optional(
            "acquisition_cost_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Ledger cost of acquiring, of months that ended since the night before; with the closing alone");
    public static final Field ACQUIRED_VALUE_AMOUNT = T.optional(
            "acquired_value_amount", Domain.AMOUNT, INTERNAL, "Lifetime value acquired since; with the closing alone");
    public static final Field ACQUISITION_RATIO = T.optional(
            "acquisition_ratio", Domain.RATIO, INTERNAL, "Value acquired over its cost; empty where that is 0");
    public static final Field RETENTION_COST_AMOUNT = T.optional(
            "retention_cost_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Ledger cost of keeping, of months that ended since the night before; with the closing alone");
    public static final Field RETAINED_VALUE_AMOUNT = T.optional(
            "retained_value_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Lifetime value grown, shrunk, lost and won back since; with the closing alone");
    public static final Field RETENTION_RATIO = T.optional(
            "retention_ratio", Domain.RATIO, INTERNAL, "Value retained over its cost; empty where that is 0");

    public static final Table TABLE = T.build();

    private CustomerEquity() {}
}
