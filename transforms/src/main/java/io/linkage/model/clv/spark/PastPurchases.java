package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.core.Lines;
import io.linkage.table.core.FctOrderLine;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Purchases around a past day, by the convention of Fader and Hardie: purchases of one day are one, the first of a customer
 * is neither in the frequency nor in the repeat spend.
 *
 * @param days one row per customer and day with a sale: {@link #days}
 * @param date last day that a forecast may see
 * @param weeks after it
 * @param asKnown whether the days up to the date are those that had been loaded by then
 */
public record PastPurchases(Dataset<Row> days, LocalDate date, int weeks, boolean asKnown) {
    /** Whole weeks of a year: the same weeks a year before begin on the same day of the week. */
    static final int WEEKS_OF_YEAR = 52;

    static final String FREQUENCY = "_frequency";
    static final String RECENCY = "_recency_days";
    static final String AGE = "_age_days";
    static final String SPEND = "_spend";
    static final String REPEAT_SPEND = "_repeat_spend";
    static final String LAST_YEAR = "_last_year";
    static final String LAST_YEAR_SPEND = "_last_year_spend";
    static final String CAME = "_came";
    static final String CAME_SPEND = "_came_spend";

    private static final String DAY = "_day";
    private static final String ON_DAY = "_on_day";
    private static final int DAYS_OF_WEEK = 7;

    /** Days with a sale and what was spent on them, returns not deducted, of customers who are known. */
    public static Dataset<Row> days(Dataset<Row> lines) {
        return sales(lines)
                .groupBy(
                        FctOrderLine.CUSTOMER_KEY.col(),
                        FctOrderLine.ORDER_DATE.col().as(DAY))
                .agg(sum(FctOrderLine.REVENUE_AMOUNT.col()).as(ON_DAY));
    }

    /** Lines that are purchases of customers who are known. */
    public static Dataset<Row> sales(Dataset<Row> lines) {
        return lines.filter(FctOrderLine.CUSTOMER_KEY.col().gt(0).and(Lines.isSale()));
    }

    /** Last day of the weeks after the date. */
    LocalDate end() {
        return date.plusDays((long) weeks * DAYS_OF_WEEK);
    }

    /** One row per customer who had bought by the date. */
    Dataset<Row> customers() {
        LocalDate lastYear = date.minusDays((long) WEEKS_OF_YEAR * DAYS_OF_WEEK);
        Column seen = col(DAY).leq(Days.day(date));
        Column before = between(lastYear, end().minusDays((long) WEEKS_OF_YEAR * DAYS_OF_WEEK))
                .and(seen);
        Column after = between(date, end());
        return days.groupBy(FctOrderLine.CUSTOMER_KEY.col())
                .agg(
                        min(col(DAY)).as("_first"),
                        max(when(seen, col(DAY))).as("_last"),
                        count(when(seen, 1)).as("_days"),
                        min(struct(col(DAY), col(ON_DAY))).as("_first_sale"),
                        sum(when(seen, col(ON_DAY))).as(SPEND),
                        count(when(before, 1)).as(LAST_YEAR),
                        sum(when(before, col(ON_DAY))).as(LAST_YEAR_SPEND),
                        count(when(after, 1)).as(CAME),
                        sum(when(after, col(ON_DAY))).as(CAME_SPEND))
                .filter(col("_first").leq(Days.day(date)))
                .select(
                        col("_days").minus(1).as(FREQUENCY),
                        datediff(col("_last"), col("_first")).as(RECENCY),
                        datediff(Days.day(date), col("_first")).as(AGE),
                        col(SPEND),
                        col(SPEND).minus(col("_first_sale." + ON_DAY)).as(REPEAT_SPEND),
                        col(LAST_YEAR),
                        col(LAST_YEAR_SPEND),
                        col(CAME),
                        col(CAME_SPEND));
    }

    /** Repeat purchases of these customers by day, counted from the date. */
    Dataset<Row> repeatsByDay() {
        Column first = min(col(DAY)).over(Window.partitionBy(FctOrderLine.CUSTOMER_KEY.col()));
        return days.withColumn("_first", first)
                .filter(col("_first").leq(Days.day(date)))
                .filter(col(DAY).gt(col("_first")).and(col(DAY).leq(Days.day(end()))))
                .groupBy(datediff(col(DAY), Days.day(date)))
                .agg(count(lit(1)));
    }

    private static Column between(LocalDate after, LocalDate until) {
        return col(DAY).gt(Days.day(after)).and(col(DAY).leq(Days.day(until)));
    }
}
