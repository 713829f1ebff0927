package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Order lines up to the business date, in the reporting currency. */
public final class BuildOrderLine {
    public static final Build BUILD = Build.of(FctOrderLine.TABLE)
            .reads(
                    BuildOrderLine::from,
                    OrderLine.TABLE,
                    FxRate.TABLE,
                    Product.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimDate.TABLE);

    private BuildOrderLine() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> lines = Events.upTo(
                in,
                in.rows(OrderLine.TABLE),
                Events.local(OrderLine.ORDERED_AT, in),
                FctOrderLine.ORDER_DATE,
                FctOrderLine.ORDER_DATE_KEY);
        Dataset<Row> priced = Listed.costed(
                in,
                Rates.with(in, lines, OrderLine.CURRENCY_CODE, FctOrderLine.ORDER_DATE),
                OrderLine.PRODUCT_SOURCE_ID,
                FctOrderLine.ORDER_DATE);
        Dataset<Row> known = Lookup.customer(in, priced, OrderLine.CUSTOMER_SOURCE_ID, FctOrderLine.ORDER_DATE);
        return FctOrderLine.TABLE.shape(amounts(known));
    }

    private static Dataset<Row> amounts(Dataset<Row> lines) {
        Column discount = coalesce(OrderLine.DISCOUNT_ORIGINAL.col(), lit(0).cast("decimal(18,2)"));
        // What was discounted when it was bought is not paid back either.
        Column taken = when(OrderLine.QUANTITY.col().lt(0), negate(discount)).otherwise(discount);
        Column original = Money.cents(
                OrderLine.QUANTITY.col().multiply(OrderLine.UNIT_PRICE.col()).minus(taken));
        Column net = Money.cents(FctOrderLine.NET_ORIGINAL.col().multiply(col(Rates.RATE)));
        Column isRevenue = OrderLine.LINE_TYPE_CODE.col().isin(OrderLine.SALE, OrderLine.RETURN);
        Column lineCost =
                OrderLine.QUANTITY.col().multiply(OrderLine.UNIT_COST.col()).multiply(col(Rates.RATE));
        Column listCost = OrderLine.QUANTITY.col().multiply(col(Listed.COST));
        return lines.withColumn(FctOrderLine.NET_ORIGINAL.name(), FctOrderLine.NET_ORIGINAL.is(original))
                .withColumn(FctOrderLine.NET_AMOUNT.name(), FctOrderLine.NET_AMOUNT.is(net))
                .withColumn(
                        FctOrderLine.REVENUE_AMOUNT.name(),
                        FctOrderLine.REVENUE_AMOUNT.is(
                                when(isRevenue, FctOrderLine.NET_AMOUNT.col()).otherwise(lit(0))))
                .withColumn(
                        FctOrderLine.COST_AMOUNT.name(),
                        FctOrderLine.COST_AMOUNT.is(when(isRevenue, Money.cents(coalesce(lineCost, listCost)))));
    }
}
