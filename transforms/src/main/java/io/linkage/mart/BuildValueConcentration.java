package io.linkage.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ntile;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.ValueConcentration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Buyers ranked by each measure on its own, in hundredths. */
public final class BuildValueConcentration {
    public static final Build BUILD =
            Build.of(ValueConcentration.TABLE).reads(BuildValueConcentration::from, CustomerValue.TABLE);

    private static final int PERCENTILES = 100;

    private BuildValueConcentration() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> measures = in.rows(CustomerValue.TABLE)
                .filter(CustomerValue.IS_PROSPECT.col().equalTo(false))
                .select(
                        CustomerValue.CUSTOMER_KEY.col(),
                        expr("stack(3, 'revenue', net_revenue_amount, 'margin', margin_amount, 'value', clv_amount)"
                                + " as (measure_code, measure_amount)"))
                .filter(ValueConcentration.MEASURE_AMOUNT.col().isNotNull());
        return ValueConcentration.TABLE.shape(
                cumulated(ranked(measures)).withColumn(ValueConcentration.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    private static Dataset<Row> ranked(Dataset<Row> measures) {
        WindowSpec best = Window.partitionBy(ValueConcentration.MEASURE_CODE.col())
                .orderBy(ValueConcentration.MEASURE_AMOUNT.col().desc(), CustomerValue.CUSTOMER_KEY.col());
        return measures.withColumn(
                        ValueConcentration.PERCENTILE_NUMBER.name(),
                        ntile(PERCENTILES).over(best))
                .groupBy(ValueConcentration.MEASURE_CODE.col(), ValueConcentration.PERCENTILE_NUMBER.col())
                .agg(
                        ValueConcentration.CUSTOMER_COUNT.is(count(lit(1))),
                        ValueConcentration.MEASURE_AMOUNT.is(
                                coalesce(sum(ValueConcentration.MEASURE_AMOUNT.col()), lit(0))));
    }

    private static Dataset<Row> cumulated(Dataset<Row> percentiles) {
        WindowSpec all = Window.partitionBy(ValueConcentration.MEASURE_CODE.col());
        WindowSpec through = all.orderBy(ValueConcentration.PERCENTILE_NUMBER.col())
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column amount = ValueConcentration.MEASURE_AMOUNT.col();
        Column ratio = ValueConcentration.CUMULATIVE_AMOUNT
                .col()
                .cast("double")
                .divide(col("_total").cast("double"));
        return percentiles
                .withColumn(
                        ValueConcentration.CUMULATIVE_AMOUNT.name(), sum(amount).over(through))
                .withColumn("_total", sum(amount).over(all))
                .withColumn(
                        ValueConcentration.CUMULATIVE_RATIO.name(),
                        when(col("_total").gt(0), ratio));
    }
}
