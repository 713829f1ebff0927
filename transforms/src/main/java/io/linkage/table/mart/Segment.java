package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Segments of every scheme: how large, what they are worth, and who came from where since the night before. */
public final class Segment {
    /** The company's own segment of each customer. */
    public static final String COMPANY = "company";
    /** Phases of the life cycle. */
    public static final String LIFE_CYCLE = "life-cycle";
    /** Recency, frequency and money in fifths. */
    public static final String RFM = "rfm";
    /** Lifetime value and potential, high or low. */
    public static final String VALUE_POTENTIAL = "value-potential";
    /** The rules of the configuration. */
    public static final String RULES = "rules";
    /** In no segment of the scheme: not known, gone, or never bought. */
    public static final String NONE = "none";

    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);
    private static final Domain HEADS = Domain.COUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("mart_segment", Layer.MART)
            .grain("one row per business date, scheme, segment and segment of the night before")
            .meaning("Who is in which segment, what they are worth, and how they move: sum over the previous segment.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field SCHEME_CODE = T.key(
            "scheme_code",
            Domain.CODE.oneOf(COMPANY, LIFE_CYCLE, RFM, VALUE_POTENTIAL, RULES),
            INTERNAL,
            "Way of parting customers: a column of mart_customer_value each; rules: segments.rules");
    public static final Field SEGMENT_CODE =
            T.key("segment_code", Domain.CODE, INTERNAL, "Segment tonight; none: gone, or not in the scheme any more");
    public static final Field PREVIOUS_SEGMENT_CODE = T.key(
            "previous_segment_code",
            Domain.CODE,
            INTERNAL,
            "Segment of the night before; none: not known then, or not in the scheme; on the first night none for all");
    public static final Field CUSTOMER_COUNT =
            T.required("customer_count", HEADS, INTERNAL, "Customers who went from the one to the other, or stayed");
    public static final Field BUYER_COUNT = T.required("buyer_count", HEADS, INTERNAL, "Those of them who ever bought");
    public static final Field NET_REVENUE_AMOUNT =
            T.required("net_revenue_amount", BALANCE, INTERNAL, "Sales less returns so far, of those who are not gone");
    public static final Field NET_REVENUE_365D_AMOUNT = T.required(
            "net_revenue_last_365_days_amount", BALANCE, INTERNAL, "Sales less returns of the last 365 days");
    public static final Field MARGIN_AMOUNT = T.required(
            "margin_amount", BALANCE, INTERNAL, "Net revenue less cost of goods, known or by the margin setting");
    public static final Field CLV_AMOUNT =
            T.optional("clv_amount", BALANCE, INTERNAL, "Sum of their lifetime values; empty where none was fitted");

    public static final Table TABLE = T.build();

    private Segment() {}
}
