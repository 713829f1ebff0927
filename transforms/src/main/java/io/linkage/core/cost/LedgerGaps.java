package io.linkage.core.cost;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;

import io.linkage.column.Days;
import io.linkage.table.ops.DataIssue;
import io.linkage.table.staging.ActivityCost;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Months that the ledger lacks: between the first and the last of an activity, and, for all activities, from the ledger's
 * last month to the last whole month before the business date. An activity that ends before the ledger does has no gap.
 */
public final class LedgerGaps {
    private static final String FIRST = "_first";
    private static final String LAST = "_last";

    private LedgerGaps() {}

    /** One row per activity and month that is missing. */
    public static Dataset<Row> of(Dataset<Row> ledger, LocalDate asOf) {
        Column month = ActivityCost.MONTH_DATE.col();
        Dataset<Row> within = months(ledger.groupBy(ActivityCost.ACTIVITY_CODE.col())
                .agg(min(month).as(FIRST), max(month).as(LAST)));
        Column lastWhole = Days.day(asOf.plusDays(1).withDayOfMonth(1).minusMonths(1));
        Dataset<Row> since = months(ledger.agg(add_months(max(month), 1).as(FIRST))
                .withColumn(LAST, lastWhole)
                .withColumn(ActivityCost.ACTIVITY_CODE.name(), lit(DataIssue.ALL)));
        String[] key = {ActivityCost.ACTIVITY_CODE.name(), ActivityCost.MONTH_DATE.name()};
        return within.unionByName(since).join(ledger.select(key[0], key[1]), key, "left_anti");
    }

    private static Dataset<Row> months(Dataset<Row> spans) {
        Column all = sequence(functions.col(FIRST), functions.col(LAST), expr("interval 1 month"));
        return spans.filter(functions.col(FIRST).leq(functions.col(LAST)))
                .select(ActivityCost.ACTIVITY_CODE.col(), explode(all).as(ActivityCost.MONTH_DATE.name()));
    }
}
