package io.linkage.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.ValueConcentration;
import io.linkage.table.staging.ActivityCost;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Buyers ranked by each measure on its own, in hundredths, with what was spent on them. */
public final class BuildValueConcentration {
    public static final Build BUILD = Build.of(ValueConcentration.TABLE)
            .reads(BuildValueConcentration::from, CustomerValue.TABLE, FctCostToServe.TABLE);

    private static final String SERVED = "_served";
    private static final String CENTS = "decimal(18,2)";

    private BuildValueConcentration() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> measures =
                measures(in).filter(ValueConcentration.MEASURE_AMOUNT.col().isNotNull());
        Dataset<Row> ranked = Ranking.of(
                measures,
                ValueConcentration.MEASURE_CODE.name(),
                ValueConcentration.MEASURE_AMOUNT.name(),
                ValueConcentration.MARKETING_AMOUNT.name());
        return ValueConcentration.TABLE.shape(cumulated(Percentiles.of(ranked))
                .withColumn(ValueConcentration.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    /** One row per buyer and measure. */
    private static Dataset<Row> measures(Inputs in) {
        Column marketing = coalesce(ValueConcentration.MARKETING_AMOUNT.col(), lit(0).cast(CENTS));
        Column served = coalesce(col(SERVED), lit(0).cast(CENTS));
        Column margin = CustomerValue.MARGIN_AMOUNT.col();
        return in.rows(CustomerValue.TABLE)
                .filter(CustomerValue.IS_PROSPECT.col().equalTo(false))
                .join(costs(in.rows(FctCostToServe.TABLE)), new String[] {CustomerValue.CUSTOMER_KEY.name()}, "left")
                .select(
                        explode(array(
                                        measure(ValueConcentration.REVENUE, CustomerValue.NET_REVENUE_AMOUNT.col()),
                                        measure(ValueConcentration.MARGIN, margin),
                                        measure(
                                                ValueConcentration.PROFIT,
                                                margin.minus(marketing).minus(served)),
                                        measure(ValueConcentration.VALUE, CustomerValue.CLV_AMOUNT.col()),
                                        measure(ValueConcentration.NET_VALUE, CustomerValue.NET_VALUE_AMOUNT.col()),
                                        measure(ValueConcentration.MARKETING, marketing),
                                        measure(ValueConcentration.SERVING, served)))
                                .as("row"),
                        marketing.as(ValueConcentration.MARKETING_AMOUNT.name()))
                .select(col("row.*"), ValueConcentration.MARKETING_AMOUNT.col());
    }

    private static Column measure(String code, Column amount) {
        return struct(
                lit(code).as(ValueConcentration.MEASURE_CODE.name()),
                amount.cast(CENTS).as(ValueConcentration.MEASURE_AMOUNT.name()));
    }

    private static Dataset<Row> costs(Dataset<Row> ledger) {
        Column serves = FctCostToServe.GOAL_CODE.col().equalTo(ActivityCost.SERVE);
        Column cost = FctCostToServe.COST_AMOUNT.col();
        return ledger.filter(FctCostToServe.CUSTOMER_KEY.col().gt(0))
                .groupBy(FctCostToServe.CUSTOMER_KEY.col())
                .agg(
                        sum(when(serves, cost)).as(SERVED),
                        sum(when(serves, lit(null)).otherwise(cost)).as(ValueConcentration.MARKETING_AMOUNT.name()));
    }

    private static Dataset<Row> cumulated(Dataset<Row> percentiles) {
        WindowSpec all = Window.partitionBy(ValueConcentration.MEASURE_CODE.col());
        WindowSpec through = all.orderBy(ValueConcentration.PERCENTILE_NUMBER.col())
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column buyers = col(Ranking.ALL).cast("double");
        Column amount = ValueConcentration.MEASURE_AMOUNT.col();
        Column marketing = ValueConcentration.MARKETING_AMOUNT.col();
        Column total = col("_total");
        // Gini by ranks from the best, j: (n + 1) / n less twice the sum of j times the amount over n times the total.
        Column gini = buyers.plus(1)
                .divide(buyers)
                .minus(Money.ratio(col("_doubled_ranks"), total).divide(buyers));
        return percentiles
                .withColumn(
                        ValueConcentration.CUMULATIVE_CUSTOMER_SHARE.name(),
                        sum(ValueConcentration.CUSTOMER_COUNT.col())
                                .over(through)
                                .divide(buyers))
                .withColumn(
                        ValueConcentration.CUMULATIVE_AMOUNT.name(), sum(amount).over(through))
                .withColumn(
                        ValueConcentration.CUMULATIVE_MARKETING_AMOUNT.name(),
                        sum(marketing).over(through))
                .withColumn("_total", sum(amount).over(all))
                .withColumn("_marketing", sum(marketing).over(all))
                .withColumn(
                        "_doubled_ranks", sum(col(Percentiles.DOUBLED_RANKS)).over(all))
                .withColumn("_best", sum(col(Percentiles.BEST)).over(all))
                .withColumn(
                        ValueConcentration.CUMULATIVE_RATIO.name(),
                        Money.ratio(ValueConcentration.CUMULATIVE_AMOUNT.col(), total))
                .withColumn(
                        ValueConcentration.CUMULATIVE_MARKETING_RATIO.name(),
                        Money.ratio(ValueConcentration.CUMULATIVE_MARKETING_AMOUNT.col(), col("_marketing")))
                .withColumn(ValueConcentration.BEST_FIFTH_RATIO.name(), Money.ratio(col("_best"), total))
                .withColumn(ValueConcentration.GINI_RATIO.name(), gini);
    }
}
