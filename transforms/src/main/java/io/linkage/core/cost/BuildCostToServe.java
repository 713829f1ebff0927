package io.linkage.core.cost;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.core.Special;
import io.linkage.table.staging.ActivityCost;
import io.linkage.table.staging.OrderLine;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Ledger cost of each month shared out by its driver. Units of the driver that could have been handled and were not keep their part under Not applicable, so that all adds up to the ledger. */
public final class BuildCostToServe {
    public static final Build BUILD = Build.of(FctCostToServe.TABLE)
            .reads(
                    BuildCostToServe::from,
                    ActivityCost.TABLE,
                    FctOrderLine.TABLE,
                    FctInteraction.TABLE,
                    FctTouchpoint.TABLE);

    private BuildCostToServe() {}

    private static final String USED = "_used";
    private static final String POINT = "_point";

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> ledger = in.rows(ActivityCost.TABLE)
                .filter(last_day(ActivityCost.MONTH_DATE.col()).leq(Days.day(in.asOf())));
        Dataset<Row> drivers = drivers(in);
        String[] month = {FctCostToServe.DRIVER_CODE.name(), FctCostToServe.MONTH_DATE.name()};
        Dataset<Row> caused = ledger.join(drivers, month, "inner");
        Dataset<Row> used = drivers.groupBy(FctCostToServe.DRIVER_CODE.col(), FctCostToServe.MONTH_DATE.col())
                .agg(sum(FctCostToServe.DRIVER_COUNT.col()).as(USED));
        Dataset<Row> rest = ledger.join(used, month, "left")
                .withColumn(USED, coalesce(col(USED), lit(0L)))
                .withColumn(FctCostToServe.CUSTOMER_KEY.name(), lit(Special.NOT_APPLICABLE.key()))
                .withColumn(FctCostToServe.DRIVER_COUNT.name(), unused())
                .drop(USED);
        return FctCostToServe.TABLE.shape(shared(caused.unionByName(rest))
                .filter(FctCostToServe.DRIVER_COUNT
                        .col()
                        .gt(0)
                        .or(FctCostToServe.COST_AMOUNT.col().notEqual(0))));
    }

    /** A month in which nobody caused anything and no capacity is stated is unused as a whole. */
    private static Column unused() {
        Column free = coalesce(ActivityCost.CAPACITY_COUNT.col(), col(USED)).minus(col(USED));
        return when(col(USED).equalTo(0), greatest(free, lit(1L))).otherwise(greatest(free, lit(0L)));
    }

    /** In the order of customers' keys, so that the parts add up to the cent. */
    private static Dataset<Row> shared(Dataset<Row> parts) {
        WindowSpec month = Window.partitionBy(FctCostToServe.ACTIVITY_CODE.col(), FctCostToServe.MONTH_DATE.col());
        WindowSpec through = month.orderBy(FctCostToServe.CUSTOMER_KEY.col())
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column part = FctCostToServe.DRIVER_COUNT.col();
        Column cost = Money.share(ActivityCost.COST_AMOUNT.col(), col(POINT).minus(part), col(POINT), col("_whole"));
        return parts.withColumn(POINT, sum(part).over(through))
                .withColumn("_whole", sum(part).over(month))
                .withColumn(FctCostToServe.COST_AMOUNT.name(), FctCostToServe.COST_AMOUNT.is(cost));
    }

    /** How many units of each driver each customer used in each month. */
    private static Dataset<Row> drivers(Inputs in) {
        Dataset<Row> orders = in.rows(FctOrderLine.TABLE)
                .filter(FctOrderLine.LINE_TYPE_CODE.col().equalTo(OrderLine.SALE))
                .groupBy(customer(), month(FctOrderLine.ORDER_DATE))
                .agg(FctCostToServe.DRIVER_COUNT.is(countDistinct(FctOrderLine.ORDER_ID.col())))
                .withColumn(FctCostToServe.DRIVER_CODE.name(), lit(ActivityCost.ORDERS));
        Dataset<Row> served = in.rows(FctInteraction.TABLE);
        Dataset<Row> contacts = served.groupBy(customer(), month(FctInteraction.CONTACT_DATE))
                .agg(FctCostToServe.DRIVER_COUNT.is(count(lit(1))))
                .withColumn(FctCostToServe.DRIVER_CODE.name(), lit(ActivityCost.CONTACTS));
        Dataset<Row> seconds = served.groupBy(customer(), month(FctInteraction.CONTACT_DATE))
                .agg(FctCostToServe.DRIVER_COUNT.is(coalesce(sum(FctInteraction.HANDLING_SECONDS.col()), lit(0L))))
                .withColumn(FctCostToServe.DRIVER_CODE.name(), lit(ActivityCost.SECONDS));
        Dataset<Row> visits = in.rows(FctTouchpoint.TABLE)
                .groupBy(customer(), month(FctTouchpoint.TOUCH_DATE))
                .agg(FctCostToServe.DRIVER_COUNT.is(count(lit(1))))
                .withColumn(FctCostToServe.DRIVER_CODE.name(), lit(ActivityCost.VISITS));
        return orders.unionByName(contacts).unionByName(seconds).unionByName(visits);
    }

    private static Column customer() {
        return FctCostToServe.CUSTOMER_KEY.col();
    }

    private static Column month(Field date) {
        return FctCostToServe.MONTH_DATE.is(Days.month(date.col()));
    }
}
