package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** The value of the customer base, by segment; the special members carry what no known customer bought. */
public final class CustomerEquity {
    /** The value at the end of the night: until there is a bridge, the only movement. */
    public static final String CLOSING = "closing";

    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("mart_customer_equity", Layer.MART)
            .grain("one row per business date, segment and movement")
            .meaning("What the whole customer base is worth, and what it brought in so far.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field SEGMENT_CODE =
            T.key("segment_code", Domain.CODE, INTERNAL, "Segment, or the special member of revenue without customer");
    public static final Field MOVEMENT_CODE =
            T.key("movement_code", Domain.CODE.oneOf(CLOSING), INTERNAL, "Closing: the state on the business date");
    public static final Field CUSTOMER_COUNT = T.required(
            "customer_count", Domain.COUNT.additive(Additivity.SEMI_ADDITIVE), INTERNAL, "Customers, prospects too");
    public static final Field BUYER_COUNT = T.required(
            "buyer_count",
            Domain.COUNT.additive(Additivity.SEMI_ADDITIVE),
            INTERNAL,
            "Customers who ever bought or held a contract");
    public static final Field NET_REVENUE_AMOUNT =
            T.required("net_revenue_amount", BALANCE, INTERNAL, "Sales less returns so far");
    public static final Field MARGIN_AMOUNT = T.required(
            "margin_amount", BALANCE, INTERNAL, "Net revenue less cost of goods, known or by the margin setting");
    public static final Field CLV_AMOUNT = T.optional(
            "clv_amount", BALANCE, INTERNAL, "Sum of the customers' lifetime values; empty where none was fitted");
    public static final Field CLV_LOW_AMOUNT = T.optional(
            "clv_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % interval of the segment's value, of the closing movement; ends are not summed");
    public static final Field CLV_HIGH_AMOUNT = T.optional(
            "clv_high_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % interval of the segment's value, of the closing movement");
    public static final Field BASE_CLV_LOW_AMOUNT = T.optional(
            "base_clv_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % interval of the value of all segments together, the same in each closing movement");
    public static final Field BASE_CLV_HIGH_AMOUNT = T.optional(
            "base_clv_high_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % interval of the value of all segments together");

    public static final Table TABLE = T.build();

    private CustomerEquity() {}
}
