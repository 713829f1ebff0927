package io.linkage.model.value.spark;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.core.Lines;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.FctOrderLine;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers by the days on which they bought or brought back; money in whole cents. */
public final class PurchaseDays {
    /** Whether the customer bought that day, or only brought back. */
    public static final String BOUGHT = "_bought";
    /** Net revenue of the day. */
    public static final String REVENUE = "_revenue";
    /** Net revenue less cost of goods, assumed where it is not known. */
    public static final String MARGIN = "_margin";

    private PurchaseDays() {}

    /** One row per customer and day. */
    public static Dataset<Row> of(Inputs in) {
        return by(in, FctOrderLine.CUSTOMER_KEY.col(), FctOrderLine.ORDER_DATE.col());
    }

    /** One row per customer and moment of an order, with its day. */
    public static Dataset<Row> moments(Inputs in) {
        return by(in, FctOrderLine.CUSTOMER_KEY.col(), FctOrderLine.ORDER_DATE.col(), FctOrderLine.ORDERED_AT.col());
    }

    private static Dataset<Row> by(Inputs in, Column... keys) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        double marginShare = in.settings(ClvSettings.class).marginShare();
        return in.rows(FctOrderLine.TABLE)
                .filter(Lines.isRevenueOfCustomer())
                .groupBy(keys)
                .agg(
                        max(Lines.isSale()).as(BOUGHT),
                        sum(Money.inCents(revenue)).as(REVENUE),
                        sum(Money.inCents(Money.margin(revenue, FctOrderLine.COST_AMOUNT.col(), marginShare)))
                                .as(MARGIN));
    }
}
