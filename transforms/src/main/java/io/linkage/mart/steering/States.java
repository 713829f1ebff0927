package io.linkage.mart.steering;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Inputs;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import io.linkage.table.mart.ValueConcentration;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What the customers are worth on the business date, and as the last night of each month before found it. */
final class States {
    private static final int YEAR = 365;
    private static final String PLACE = "_place";

    private States() {}

    static Dataset<Row> of(Inputs in) {
        Column month = Days.month(Days.day(in.asOf()));
        return equity(in, month)
                .unionByName(concentration(in, month))
                .unionByName(wallet(in, month))
                .unionByName(retention(in, month))
                .unionByName(before(in, month));
    }

    private static Dataset<Row> dated(Dataset<Row> one, Column month) {
        return one.withColumn(Steering.MONTH_DATE.name(), month)
                .withColumn(Steering.UNIT_SOURCE_ID.name(), lit(Steering.ALL));
    }

    private static Dataset<Row> equity(Inputs in, Column month) {
        Dataset<Row> closing = in.rows(CustomerEquity.TABLE)
                .filter(CustomerEquity.MOVEMENT_CODE.col().equalTo(CustomerEquity.CLOSING))
                .agg(
                        sum(CustomerEquity.CLV_AMOUNT.col()).as("_clv"),
                        sum(CustomerEquity.BUYER_COUNT.col()).as("_buyers"));
        return Measured.rows(
                dated(Gains.beside(in, closing), month),
                known(SteeringMeasure.EQUITY, col("_clv"), col("_buyers")),
                known(SteeringMeasure.ACQUISITION_RATIO, col(Gains.ACQUISITION), Measured.NONE),
                known(SteeringMeasure.RETENTION_RATIO, col(Gains.RETENTION), Measured.NONE));
    }

    private static Column known(SteeringMeasure measure, Column actual, Column n) {
        return Measured.of(measure, actual, n, Measured.NONE, Measured.NONE, Measured.NONE);
    }

    private static Dataset<Row> concentration(Inputs in, Column month) {
        Dataset<Row> one = in.rows(ValueConcentration.TABLE)
                .filter(ValueConcentration.MEASURE_CODE.col().equalTo(ValueConcentration.MARGIN))
                .agg(
                        max(ValueConcentration.BEST_FIFTH_RATIO.col()).as("_fifth"),
                        sum(ValueConcentration.CUSTOMER_COUNT.col()).as("_buyers"));
        return Measured.rows(dated(one, month), known(SteeringMeasure.CONCENTRATION, col("_fifth"), col("_buyers")));
    }

    private static Dataset<Row> wallet(Inputs in, Column month) {
        Column share = CustomerValue.WALLET_SHARE.col();
        Dataset<Row> one = in.rows(CustomerValue.TABLE)
                .filter(not(CustomerValue.IS_PROSPECT.col()))
                .agg(Exact.mean(share).as("_share"), count(share).as("_buyers"));
        return Measured.rows(dated(one, month), known(SteeringMeasure.WALLET, col("_share"), col("_buyers")));
    }

    /** Of those who bought in the year before last: who bought in the last one. */
    private static Dataset<Row> retention(Inputs in, Column month) {
        Column day = FctOrderLine.ORDER_DATE.col();
        Column lastYear = day.gt(Days.day(in.asOf().minusDays(YEAR)));
        Dataset<Row> customers = in.rows(FctOrderLine.TABLE)
                .filter(FctOrderLine.CUSTOMER_KEY
                        .col()
                        .gt(0)
                        .and(FctOrderLine.REVENUE_AMOUNT.col().gt(0))
                        .and(day.gt(Days.day(in.asOf().minusDays(2L * YEAR)))))
                .groupBy(FctOrderLine.CUSTOMER_KEY.col())
                .agg(
                        max(when(lastYear, 1).otherwise(0)).as("_again"),
                        max(when(not(lastYear), 1).otherwise(0)).as("_before"));
        Dataset<Row> one = customers
                .filter(col("_before").equalTo(1))
                .agg(count(lit(1)).as("_all"), sum(col("_again")).as("_kept"));
        Column all = when(col("_all").gt(0), col("_all"));
        return Measured.rows(dated(one, month), Measured.share(SteeringMeasure.RETENTION, col("_kept"), all));
    }

    /** What earlier nights found: of each month its last night. */
    private static Dataset<Row> before(Inputs in, Column month) {
        Object[] states = Stream.of(SteeringMeasure.values())
                .filter(SteeringMeasure::isState)
                .map(SteeringMeasure::code)
                .toArray();
        WindowSpec ofMonth = Window.partitionBy(Steering.MONTH_DATE.col(), Steering.MEASURE_CODE.col())
                .orderBy(Steering.AS_OF_DATE.col().desc());
        return in.before()
                .filter(Steering.MEASURE_CODE
                        .col()
                        .isin(states)
                        .and(Steering.ACTUAL_ESTIMATE.col().isNotNull())
                        .and(Steering.MONTH_DATE.col().equalTo(Days.month(Steering.AS_OF_DATE.col())))
                        .and(Steering.MONTH_DATE.col().lt(month)))
                .withColumn(PLACE, row_number().over(ofMonth))
                .filter(col(PLACE).equalTo(1))
                .select(Stream.of(Measured.SHAPE.fieldNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }
}
