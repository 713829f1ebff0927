package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.settings.ReportingSettings;
import io.linkage.table.staging.FxRate;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Exchange rates: one holds from its day until the next one of its currency. */
public final class Rates {
    /** Whether no rate was known for the row on its day. */
    public static final String IS_MISSING = "_is_unrated";

    /** Reporting currency for one unit of the row's currency. */
    static final String RATE = "_rate";

    private Rates() {}

    /**
     * Adds {@link #RATE}, and the reporting currency where a row names none. Rows for which no rate was known on their day
     * wait for one: {@code ops_data_issue} counts them, and too many stop the night.
     */
    static Dataset<Row> with(Inputs in, Dataset<Row> rows, Field currency, Field date) {
        return beside(in, rows, currency, date.col()).filter(col(RATE).isNotNull());
    }

    /** The same with the rows that wait: their rate is empty. */
    static Dataset<Row> beside(Inputs in, Dataset<Row> rows, Field currency, Column day) {
        String reporting = in.settings(ReportingSettings.class).currencyCode();
        Dataset<Row> stated = rows.withColumn(currency.name(), coalesce(currency.col(), lit(reporting)));
        Column holds = currency.col().equalTo(col("_currency")).and(day.equalTo(col("_day")));
        Column rate = when(currency.col().equalTo(reporting), lit(1).cast("decimal(18,8)"))
                .otherwise(col("_day_rate"));
        return stated.join(daily(in.rows(FxRate.TABLE), in.asOf()), holds, "left")
                .withColumn(RATE, rate)
                .drop("_currency", "_day", "_day_rate");
    }

    /** Adds {@link #IS_MISSING}: a rate holds until the next, so that none does only before the first of its currency. */
    public static Dataset<Row> missing(Inputs in, Dataset<Row> rows, Field currency, String date) {
        String reporting = in.settings(ReportingSettings.class).currencyCode();
        Dataset<Row> firsts = in.rows(FxRate.TABLE)
                .groupBy(FxRate.CURRENCY_CODE.col().as("_currency"))
                .agg(min(FxRate.RATE_DATE.col()).as("_first"));
        Column rated = currency.col().equalTo(reporting).or(coalesce(col(date).geq(col("_first")), lit(false)));
        return rows.join(firsts, currency.col().equalTo(col("_currency")), "left")
                .withColumn(IS_MISSING, coalesce(not(rated), lit(false)))
                .drop("_currency", "_first");
    }

    /** A rate for each day up to the business date: a row then meets one of them, not all of its currency. */
    private static Dataset<Row> daily(Dataset<Row> rates, LocalDate asOf) {
        Column next = lead(FxRate.RATE_DATE.col(), 1)
                .over(Window.partitionBy(FxRate.CURRENCY_CODE.col()).orderBy(FxRate.RATE_DATE.col()));
        return rates.filter(FxRate.RATE_DATE.col().leq(Days.day(asOf)))
                .withColumn("_last", coalesce(date_sub(next, 1), Days.day(asOf)))
                .select(
                        FxRate.CURRENCY_CODE.col().as("_currency"),
                        explode(sequence(FxRate.RATE_DATE.col(), col("_last"))).as("_day"),
                        FxRate.FX_RATE.col().as("_day_rate"));
    }
}
