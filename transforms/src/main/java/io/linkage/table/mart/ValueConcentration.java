package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** How much of revenue, margin, value and effort sits in the best part of the buyers: Lorenz and whale curves. */
public final class ValueConcentration {
    /** Sales less returns so far. */
    public static final String REVENUE = "revenue";
    /** Revenue less cost of goods. */
    public static final String MARGIN = "margin";
    /** Margin less all ledger cost that the buyer caused: the whale curve. */
    public static final String PROFIT = "profit";
    /** Lifetime value. */
    public static final String VALUE = "value";
    /** Lifetime value less the costs to serve, keep and acquire. */
    public static final String NET_VALUE = "net-value";
    /** Ledger cost of acquiring and keeping the buyer. */
    public static final String MARKETING = "marketing";
    /** Ledger cost of serving the buyer. */
    public static final String SERVING = "cost-to-serve";

    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);
    private static final Domain UP_TO = Domain.AMOUNT.additive(Additivity.NON_ADDITIVE);

    private static final TableBuilder T = Table.named("mart_value_concentration", Layer.MART)
            .grain("one row per business date, measure and percentile of the buyers, best first")
            .meaning("How much of revenue, margin, profit, value and effort the best buyers hold.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field MEASURE_CODE = T.key(
            "measure_code",
            Domain.CODE.oneOf(REVENUE, MARGIN, PROFIT, VALUE, NET_VALUE, MARKETING, SERVING),
            INTERNAL,
            "Measure by which the buyers are ranked; profit: margin less all ledger cost that a buyer caused");
    public static final Field PERCENTILE_NUMBER = T.key(
            "percentile_number", Domain.NUMBER.between("1", "100"), INTERNAL, "1 is the best hundredth of the buyers");
    public static final Field CUSTOMER_COUNT = T.required(
            "customer_count", Domain.COUNT.additive(Additivity.SEMI_ADDITIVE), INTERNAL, "Buyers in the percentile");
    public static final Field CUMULATIVE_CUSTOMER_SHARE = T.required(
            "cumulative_customer_share",
            Domain.SHARE,
            INTERNAL,
            "Share of the buyers up to and with the percentile: the horizontal axis of the curve");
    public static final Field MEASURE_AMOUNT =
            T.required("measure_amount", BALANCE, INTERNAL, "Sum of the measure in the percentile");
    public static final Field CUMULATIVE_AMOUNT =
            T.required("cumulative_amount", UP_TO, INTERNAL, "Sum of the measure up to and with the percentile");
    public static final Field CUMULATIVE_RATIO = T.optional(
            "cumulative_ratio",
            Domain.RATIO,
            INTERNAL,
            "Cumulative amount over the total; above 1 where others lose money; empty where the total is not positive");
    public static final Field MARKETING_AMOUNT = T.required(
            "marketing_amount",
            BALANCE,
            INTERNAL,
            "Ledger cost of acquiring and keeping these buyers; of equal ones at the border each its even part");
    public static final Field CUMULATIVE_MARKETING_AMOUNT =
            T.required("cumulative_marketing_amount", UP_TO, INTERNAL, "That cost up to and with the percentile");
    public static final Field CUMULATIVE_MARKETING_RATIO = T.optional(
            "cumulative_marketing_ratio",
            Domain.RATIO,
            INTERNAL,
            "That cost over the cost of all buyers; empty where there is none");
    public static final Field BEST_FIFTH_RATIO = T.optional(
            "best_fifth_ratio",
            Domain.RATIO,
            INTERNAL,
            "Part of the total that the best 20 % of the buyers, rounded up, hold; the same in each row of a measure");
    public static final Field GINI_RATIO = T.optional(
            "gini_ratio",
            Domain.RATIO,
            INTERNAL,
            "Gini coefficient: 0 where all are equal, near 1 where one has all, above 1 where others lose money; the"
                    + " same in each row of a measure");

    public static final Table TABLE = T.build();

    private ValueConcentration() {}
}
