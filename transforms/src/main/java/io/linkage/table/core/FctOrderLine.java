package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** Order lines in the reporting currency, each with the customer as they were on that day. */
public final class FctOrderLine {
    private static final TableBuilder T = Table.named("fct_order_line", Layer.CORE)
            .grain("one row per line of an order")
            .meaning("What was bought and brought back, by whom, when and for how much.");

    public static final Field ORDER_ID = T.key("order_id", Domain.ID, INTERNAL, "Order in the source system");
    public static final Field LINE_NUMBER = T.key("line_number", Domain.NUMBER, INTERNAL, "Line within the order");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the order");
    public static final Field CUSTOMER_KEY = T.required(
            "customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field ORDER_DATE_KEY = T.reference("order_date_key", DimDate.DATE_KEY, "Day of the order");
    public static final Field ORDER_DATE =
            T.required("order_date", Domain.DATE, INTERNAL, "Day of the order in the company's time zone");
    public static final Field ORDERED_AT = T.required("ordered_at", Domain.MOMENT, INTERNAL, "Moment of the order");
    public static final Field LINE_TYPE_CODE = T.required(
            "line_type_code",
            Domain.CODE,
            INTERNAL,
            "Sale, return, adjustment or stock; only the first two are revenue");
    public static final Field PRODUCT_SOURCE_ID =
            T.optional("product_source_id", Domain.ID, INTERNAL, "Product in the source system");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel through which the order came");
    public static final Field CAMPAIGN_CODE =
            T.optional("campaign_code", Domain.CODE, INTERNAL, "Campaign that the order answers");
    public static final Field QUANTITY =
            T.required("quantity", Domain.QUANTITY, INTERNAL, "Pieces; negative where brought back");
    public static final Field UNIT_PRICE =
            T.required("unit_price", Domain.PRICE, INTERNAL, "Price of one piece, without tax");
    public static final Field CURRENCY_CODE =
            T.required("currency_code", Domain.CODE, INTERNAL, "Currency of price and original amount");
    public static final Field NET_ORIGINAL = T.required(
            "net_original",
            Domain.ORIGINAL_AMOUNT,
            INTERNAL,
            "Quantity times price, made smaller by the discount, of a return too; rounded half up to the cent");
    public static final Field NET_AMOUNT =
            T.required("net_amount", Domain.AMOUNT, INTERNAL, "The same at the rate of the day; returns negative");
    public static final Field REVENUE_AMOUNT = T.required(
            "net_revenue_amount", Domain.AMOUNT, INTERNAL, "Net amount of sales and returns; 0 for other lines");
    public static final Field COST_AMOUNT = T.optional(
            "cost_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Cost of goods: of the line, else of the product on the day of the line, a return's too; empty where neither has one");
    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed the row, where its source sends news only and that"
                    + " came after its first delivery");

    public static final Table TABLE = T.build();

    private FctOrderLine() {}
}
