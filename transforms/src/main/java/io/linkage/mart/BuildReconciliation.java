package io.linkage.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.Intake;
import io.linkage.table.ops.Reconciliation;
import io.linkage.table.staging.ActivityCost;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Holds the records counted in the files against what became of the rows, and money against itself on its way. */
public final class BuildReconciliation {
    public static final Build BUILD = Build.of(Reconciliation.TABLE)
            .reads(
                    BuildReconciliation::from,
                    Batch.TABLE,
                    Intake.TABLE,
                    ActivityCost.TABLE,
                    FctCostToServe.TABLE,
                    FctOrderLine.TABLE,
                    FctCustomerEmployee.TABLE,
                    CustomerEquity.TABLE,
                    CustomerValue.TABLE);

    private static final String NO_REASON = "none";
    private static final String ALL = "all";
    /** Opening and movements together, held against the closing. */
    private static final String BRIDGE = "opening and movements";

    private BuildReconciliation() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> rows = received(in.rows(Batch.TABLE))
                .unionByName(in.rows(Intake.TABLE).drop(Intake.AS_OF_DATE.name()))
                .withColumn(Reconciliation.AMOUNT.name(), Reconciliation.AMOUNT.unknown());
        return Reconciliation.TABLE.shape(balancedRows(rows)
                .unionByName(balancedMoney(money(in)))
                .withColumn(Reconciliation.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    private static Dataset<Row> received(Dataset<Row> batches) {
        return batches.groupBy(Batch.FEED_CODE.col(), Batch.SOURCE_CODE.col())
                .agg(
                        Reconciliation.ROW_COUNT.is(sum(Batch.ROW_COUNT.col())),
                        Reconciliation.RECORD_COUNT.is(sum(Batch.RECORD_COUNT.col())))
                .withColumn(Reconciliation.OUTCOME_CODE.name(), lit(Reconciliation.RECEIVED))
                .withColumn(Reconciliation.REASON_CODE.name(), lit(NO_REASON))
                .withColumn(Reconciliation.LATER_ROW_COUNT.name(), lit(0L));
    }

    private static Dataset<Row> balancedRows(Dataset<Row> rows) {
        WindowSpec source = Window.partitionBy(Reconciliation.FEED_CODE.col(), Reconciliation.SOURCE_CODE.col());
        Column rowsLeft = sum(signed(Reconciliation.ROW_COUNT)).over(source);
        Column recordsLeft = sum(signed(Reconciliation.RECORD_COUNT)).over(source);
        return rows.withColumn(
                Reconciliation.IS_BALANCED.name(), rowsLeft.equalTo(0).and(recordsLeft.equalTo(0)));
    }

    private static Column signed(Field count) {
        Column isReceived = Reconciliation.OUTCOME_CODE.col().equalTo(Reconciliation.RECEIVED);
        return when(isReceived, count.col()).otherwise(count.col().multiply(-1));
    }

    private static Dataset<Row> money(Inputs in) {
        Dataset<Row> ledger = in.rows(ActivityCost.TABLE)
                .filter(last_day(ActivityCost.MONTH_DATE.col()).leq(Days.day(in.asOf())));
        Dataset<Row> costs = in.rows(FctCostToServe.TABLE);
        Dataset<Row> equity = in.rows(CustomerEquity.TABLE);
        Column isClosing = CustomerEquity.MOVEMENT_CODE.col().equalTo(CustomerEquity.CLOSING);
        Dataset<Row> closing = equity.filter(isClosing);
        return revenue(in, FctOrderLine.TABLE, FctOrderLine.REVENUE_AMOUNT)
                .unionByName(revenue(in, FctCustomerEmployee.TABLE, FctCustomerEmployee.NET_REVENUE_AMOUNT))
                .unionByName(total("net revenue", closing, CustomerEquity.NET_REVENUE_AMOUNT))
                .unionByName(total("customer equity", in.rows(CustomerValue.TABLE), CustomerValue.CLV_AMOUNT))
                .unionByName(total("customer equity", closing, CustomerEquity.CLV_AMOUNT))
                .unionByName(total("customer equity", equity.filter(not(isClosing)), CustomerEquity.CLV_AMOUNT)
                        .withColumn(Reconciliation.REASON_CODE.name(), lit(BRIDGE)))
                .unionByName(total("ledger", ledger, ActivityCost.COST_AMOUNT))
                .unionByName(total("ledger", costs, FctCostToServe.COST_AMOUNT))
                .unionByName(total("cost to serve", costs.filter(FctCostToServe.served()), FctCostToServe.COST_AMOUNT))
                .unionByName(total(
                        "cost to serve", in.rows(FctCustomerEmployee.TABLE), FctCustomerEmployee.COST_TO_SERVE_AMOUNT));
    }

    private static Dataset<Row> revenue(Inputs in, Table place, Field amount) {
        return total("net revenue", in.rows(place), amount);
    }

    private static Dataset<Row> total(String subject, Dataset<Row> rows, Field amount) {
        return rows.agg(
                        Reconciliation.AMOUNT.is(coalesce(sum(amount.col()), lit(0))),
                        Reconciliation.ROW_COUNT.is(count(lit(1))))
                .withColumn(Reconciliation.FEED_CODE.name(), lit(subject))
                .withColumn(Reconciliation.SOURCE_CODE.name(), lit(ALL))
                .withColumn(Reconciliation.OUTCOME_CODE.name(), lit(Reconciliation.MONEY))
                .withColumn(Reconciliation.REASON_CODE.name(), lit(amount.table()))
                .withColumn(Reconciliation.RECORD_COUNT.name(), lit(0L))
                .withColumn(Reconciliation.LATER_ROW_COUNT.name(), lit(0L));
    }

    private static Dataset<Row> balancedMoney(Dataset<Row> places) {
        WindowSpec subject = Window.partitionBy(Reconciliation.FEED_CODE.col());
        Column least = min(col(Reconciliation.AMOUNT.name())).over(subject);
        Column most = max(col(Reconciliation.AMOUNT.name())).over(subject);
        return places.withColumn(Reconciliation.IS_BALANCED.name(), least.equalTo(most));
    }
}
