package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;
import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Bought and returned lines as the source booked them. */
public final class OrderLine {
    /** A line that was bought. */
    public static final String SALE = "sale";
    /** A line that was brought back or cancelled: its quantity is negative. */
    public static final String RETURN = "return";
    /** A booking that is neither: a fee, a write-off of debt; counts in no revenue. */
    public static final String ADJUSTMENT = "adjustment";
    /** A movement of stock without a buyer; counts in no revenue. */
    public static final String STOCK = "stock";

    private static final TableBuilder T = Table.named("stg_order_line", Layer.STAGING)
            .feed("order_line")
            .grain("one row per line of an order")
            .meaning("What was bought, brought back or otherwise booked, line by line.");

    public static final Field ORDER_ID =
            T.key("order_id", Domain.ID, INTERNAL, "Identifier of the order in the source system");
    public static final Field LINE_NUMBER = T.numberedKey(
            "line_number",
            Domain.NUMBER,
            "Number of the line within its order; a line without one has the next after the largest of the order, by contents");
    public static final Field CUSTOMER_SOURCE_ID =
            T.optional("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who bought, if known");
    public static final Field PRODUCT_SOURCE_ID =
            T.optional("product_source_id", Domain.ID, INTERNAL, "Product that was bought");
    public static final Field ORDERED_AT = T.event("ordered_at", Domain.MOMENT, "Moment of the order");
    public static final Field LINE_TYPE_CODE = T.standard(
            "line_type_code",
            Domain.CODE.oneOf(SALE, RETURN, ADJUSTMENT, STOCK),
            INTERNAL,
            SALE,
            "Whether the line is a sale, a return, an adjustment or a stock movement");
    public static final Field QUANTITY =
            T.required("quantity", Domain.QUANTITY, INTERNAL, "Pieces bought; negative where brought back");
    public static final Field UNIT_PRICE =
            T.required("unit_price", Domain.PRICE, INTERNAL, "Price of one piece, without tax");
    public static final Field CURRENCY_CODE = T.optional(
            "currency_code", Domain.CODE, INTERNAL, "Currency of the amounts; absent: the reporting currency");
    public static final Field DISCOUNT_ORIGINAL = T.optional(
            "discount_original",
            Domain.ORIGINAL_AMOUNT.between("0", null),
            INTERNAL,
            "Discount on the whole line, which the unit price does not hold yet; it makes a sale, and a return, smaller");
    public static final Field UNIT_COST =
            T.optional("unit_cost", Domain.PRICE, INTERNAL, "Cost of goods of one piece, if known");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel through which the order came");
    public static final Field CAMPAIGN_CODE =
            T.optional("campaign_code", Domain.CODE, INTERNAL, "Campaign that the order answers");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the line");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);
    public static final Field LATE_LOADED_DATE = Arrival.late(T);

    public static final Table TABLE = Currencies.rule(T, CURRENCY_CODE)
            .rule(
                    "quantity: NEGATIVE",
                    "a sale has a quantity above 0; a line brought back is a return",
                    LINE_TYPE_CODE.col().equalTo(SALE).and(QUANTITY.col().leq(lit(0))))
            .rule(
                    "quantity: POSITIVE_RETURN",
                    "a return has a quantity below 0",
                    LINE_TYPE_CODE.col().equalTo(RETURN).and(QUANTITY.col().geq(lit(0))))
            .rule(
                    "unit_price: NEGATIVE",
                    "a sale or return has a price of at least 0; other bookings are adjustments",
                    LINE_TYPE_CODE.col().isin(SALE, RETURN).and(UNIT_PRICE.col().lt(lit(0))))
            .build();

    private OrderLine() {}
}
