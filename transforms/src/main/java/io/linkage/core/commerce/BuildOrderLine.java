package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Lookup;
import io.linkage.settings.ReportingSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Order lines up to the business date, in the reporting currency. */
public final class BuildOrderLine {
    public static final Build BUILD = Build.of(FctOrderLine.TABLE)
            .reads(
                    BuildOrderLine::from,
                    OrderLine.TABLE,
                    FxRate.TABLE,
                    Product.TABLE,
                    DimCustomer.TABLE,
                    DimDate.TABLE);

    private static final String RATE = "_rate";
    private static final String PRODUCT_COST = "_product_cost";

    private BuildOrderLine() {}

    static Dataset<Row> from(Inputs in) {
        ReportingSettings reporting = in.settings(ReportingSettings.class);
        Dataset<Row> lines = in.rows(OrderLine.TABLE)
                .withColumn(
                        FctOrderLine.ORDER_DATE.name(), Days.local(OrderLine.ORDERED_AT.col(), reporting.timeZone()))
                .filter(FctOrderLine.ORDER_DATE.col().leq(Days.day(in.asOf())))
                .withColumn(
                        OrderLine.CURRENCY_CODE.name(),
                        coalesce(OrderLine.CURRENCY_CODE.col(), lit(reporting.currency())));
        Dataset<Row> priced = costed(rated(lines, in.rows(FxRate.TABLE), reporting.currency()), in);
        Dataset<Row> known = Lookup.customer(
                priced,
                in.rows(DimCustomer.TABLE),
                OrderLine.CUSTOMER_SOURCE_ID.name(),
                FctOrderLine.ORDER_DATE.name());
        return FctOrderLine.TABLE.shape(amounts(known));
    }

    /** A rate holds from its day until the next one; without a rate the amounts stay empty and the contract refuses. */
    private static Dataset<Row> rated(Dataset<Row> lines, Dataset<Row> rates, String reporting) {
        Dataset<Row> spans = rates.select(
                FxRate.CURRENCY_CODE.col().as("_currency"),
                FxRate.RATE_DATE.col().as("_from"),
                coalesce(
                                lead(FxRate.RATE_DATE.col(), 1)
                                        .over(Window.partitionBy(FxRate.CURRENCY_CODE.col())
                                                .orderBy(FxRate.RATE_DATE.col())),
                                Days.day(Days.END))
                        .as("_to"),
                FxRate.FX_RATE.col().as("_span_rate"));
        Column holds = OrderLine.CURRENCY_CODE
                .col()
                .equalTo(col("_currency"))
                .and(FctOrderLine.ORDER_DATE.col().geq(col("_from")))
                .and(FctOrderLine.ORDER_DATE.col().lt(col("_to")));
        Column rate = when(OrderLine.CURRENCY_CODE.col().equalTo(reporting), lit(1).cast("decimal(18,8)"))
                .otherwise(col("_span_rate"));
        return lines.join(spans, holds, "left").withColumn(RATE, rate).drop("_currency", "_from", "_to", "_span_rate");
    }

    private static Dataset<Row> costed(Dataset<Row> lines, Inputs in) {
        Dataset<Row> products = in.rows(Product.TABLE)
                .select(
                        Product.PRODUCT_SOURCE_ID.col().as("_product"),
                        Product.UNIT_COST.col().as(PRODUCT_COST));
        return lines.join(products, OrderLine.PRODUCT_SOURCE_ID.col().equalTo(col("_product")), "left")
                .drop("_product");
    }

    private static Dataset<Row> amounts(Dataset<Row> lines) {
        Column original = Money.cents(OrderLine.QUANTITY
                .col()
                .multiply(OrderLine.UNIT_PRICE.col())
                .minus(coalesce(OrderLine.DISCOUNT_ORIGINAL.col(), lit(0).cast("decimal(18,2)"))));
        Column net = Money.cents(FctOrderLine.NET_ORIGINAL.col().multiply(col(RATE)));
        Column isRevenue = OrderLine.LINE_TYPE_CODE.col().isin(OrderLine.SALE, OrderLine.RETURN);
        Column lineCost =
                OrderLine.QUANTITY.col().multiply(OrderLine.UNIT_COST.col()).multiply(col(RATE));
        Column listCost = OrderLine.QUANTITY.col().multiply(col(PRODUCT_COST));
        return lines.withColumn(FctOrderLine.ORDER_DATE_KEY.name(), Days.key(FctOrderLine.ORDER_DATE.col()))
                .withColumn(FctOrderLine.NET_ORIGINAL.name(), FctOrderLine.NET_ORIGINAL.is(original))
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
