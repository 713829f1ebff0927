package io.linkage.mart;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.spark.EquityInterval;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Totals by segment; revenue of nobody known stands under the special member, so that money adds up. */
public final class BuildCustomerEquity {
    public static final Build BUILD = Build.of(CustomerEquity.TABLE)
            .reads(
                    BuildCustomerEquity::from,
                    CustomerValue.TABLE,
                    FctOrderLine.TABLE,
                    DimCustomer.TABLE,
                    FeatureCustomer.TABLE,
                    Model.TABLE);

    private static final String MARGIN = "_margin";

    private BuildCustomerEquity() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> customers = in.rows(CustomerValue.TABLE);
        Dataset<Row> totals = known(customers)
                .unionByName(nobody(in))
                .join(EquityInterval.of(in, customers), new String[] {CustomerEquity.SEGMENT_CODE.name()}, "left");
        return CustomerEquity.TABLE.shape(totals.withColumn(CustomerEquity.AS_OF_DATE.name(), Days.day(in.asOf()))
                .withColumn(CustomerEquity.MOVEMENT_CODE.name(), lit(CustomerEquity.CLOSING)));
    }

    private static Dataset<Row> known(Dataset<Row> customers) {
        return customers
                .groupBy(CustomerValue.SEGMENT_CODE.col())
                .agg(
                        CustomerEquity.CUSTOMER_COUNT.is(count(lit(1))),
                        CustomerEquity.BUYER_COUNT.is(
                                count(when(CustomerValue.IS_PROSPECT.col().equalTo(false), 1))),
                        CustomerEquity.NET_REVENUE_AMOUNT.is(sum(CustomerValue.NET_REVENUE_AMOUNT.col())),
                        CustomerEquity.MARGIN_AMOUNT.is(sum(CustomerValue.MARGIN_AMOUNT.col())),
                        CustomerEquity.CLV_AMOUNT.is(sum(CustomerValue.CLV_AMOUNT.col())));
    }

    private static Dataset<Row> nobody(Inputs in) {
        Dataset<Row> members = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.CUSTOMER_KEY.col().leq(0))
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.SEGMENT_CODE.col());
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        Column margin = Money.margin(
                revenue,
                FctOrderLine.COST_AMOUNT.col(),
                in.settings(ClvSettings.class).marginShare());
        Dataset<Row> lines = in.rows(FctOrderLine.TABLE)
                .filter(FctOrderLine.CUSTOMER_KEY.col().leq(0))
                .select(FctOrderLine.CUSTOMER_KEY.col(), revenue, margin.as(MARGIN));
        return lines.join(members, new String[] {DimCustomer.CUSTOMER_KEY.name()}, "inner")
                .groupBy(DimCustomer.SEGMENT_CODE.is(concat(lit("no customer: "), DimCustomer.SEGMENT_CODE.col())))
                .agg(
                        CustomerEquity.CUSTOMER_COUNT.is(lit(0)),
                        CustomerEquity.BUYER_COUNT.is(lit(0)),
                        CustomerEquity.NET_REVENUE_AMOUNT.is(sum(revenue)),
                        CustomerEquity.MARGIN_AMOUNT.is(sum(MARGIN)),
                        CustomerEquity.CLV_AMOUNT.unknown());
    }
}
