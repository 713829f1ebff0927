package io.linkage.core.cost;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.settings.CostSettings;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.core.Special;
import io.linkage.table.staging.ActivityCost;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Ledger cost of each month, charged by what drove it: units used times cost over practical capacity. What could have been
 * used and was not keeps its part under Not applicable; where more was used than could be, the rate falls to cost over use.
 */
public final class BuildCostToServe {
    public static final Build BUILD = Build.of(FctCostToServe.TABLE)
            .reads(
                    BuildCostToServe::from,
                    ActivityCost.TABLE,
                    FctOrderLine.TABLE,
                    FctInteraction.TABLE,
                    FctTouchpoint.TABLE);

    private static final String USED = "_used";
    private static final String POINT = "_point";

    private BuildCostToServe() {}

    static Dataset<Row> from(Inputs in) {
        CostSettings settings = in.settings(CostSettings.class);
        Dataset<Row> ledger = caused(in.rows(ActivityCost.TABLE), settings)
                .filter(last_day(ActivityCost.MONTH_DATE.col()).leq(Days.day(in.asOf())));
        Dataset<Row> drivers = Drivers.of(in, settings);
        String[] month = {Drivers.CAUSE, FctCostToServe.MONTH_DATE.name()};
        Dataset<Row> charged = ledger.join(drivers, month, "inner");
        Dataset<Row> used = drivers.groupBy(col(Drivers.CAUSE), FctCostToServe.MONTH_DATE.col())
                .agg(sum(FctCostToServe.DRIVER_COUNT.col()).as(USED));
        Dataset<Row> rest = ledger.join(used, month, "left")
                .withColumn(USED, coalesce(col(USED), lit(0L)))
                .withColumn(FctCostToServe.CUSTOMER_KEY.name(), lit(Special.NOT_APPLICABLE.key()))
                .withColumn(FctCostToServe.DRIVER_COUNT.name(), unused())
                .drop(USED);
        return FctCostToServe.TABLE.shape(shared(charged.unionByName(rest))
                .filter(FctCostToServe.DRIVER_COUNT
                        .col()
                        .gt(0)
                        .or(FctCostToServe.COST_AMOUNT.col().notEqual(0))));
    }

    /** The ledger with what causes each cost, and how much of that could have been handled. */
    private static Dataset<Row> caused(Dataset<Row> ledger, CostSettings settings) {
        Column activity = ActivityCost.ACTIVITY_CODE.col();
        Column driver = ActivityCost.DRIVER_CODE.col();
        Column timed = activity.isin(settings.timed().toArray());
        Column share = lit(settings.practicalCapacityShare()).cast("decimal(9,6)");
        Column practical = floor(ActivityCost.CAPACITY_SECONDS.col().multiply(share));
        Column stated = ActivityCost.CAPACITY_COUNT.col();
        // Units that are stated are those of the driver: a time equation counts others.
        Column capacity = when(timed, practical)
                .when(driver.equalTo(ActivityCost.SECONDS), coalesce(practical, stated))
                .otherwise(stated);
        return ledger.withColumn(
                        Drivers.CAUSE,
                        when(timed, concat(lit(Drivers.TIMED), activity)).otherwise(driver))
                .withColumn(
                        FctCostToServe.DRIVER_CODE.name(),
                        when(timed, FctCostToServe.TIME).otherwise(driver))
                .withColumn(FctCostToServe.CAPACITY_COUNT.name(), FctCostToServe.CAPACITY_COUNT.is(capacity));
    }

    /** A month in which nobody caused anything and no capacity is stated is unused as a whole. */
    private static Column unused() {
        Column free = coalesce(FctCostToServe.CAPACITY_COUNT.col(), col(USED)).minus(col(USED));
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
}
