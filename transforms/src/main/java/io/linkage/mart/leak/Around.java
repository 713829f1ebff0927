package io.linkage.mart.leak;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.LeakSettings;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctOrderLine;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What customers brought in around their feedback, in one pass over the order lines. After it was told counts from that day; where it
 * was not, from as many days after the feedback as it took, at the median, to tell those who were told.
 */
final class Around {
    /** Day from which the time after counts; empty where nobody was told yet. */
    static final String START = "_start";
    /** Cents of margin in the window before the feedback. */
    static final String EARLIER = "_earlier";
    /** Cents of margin in the window after the start. */
    static final String LATER = "_later";
    /** Cents of margin in the year before the feedback. */
    static final String YEAR = "_year";
    /** Orders lines since the feedback. */
    static final String SINCE = "_since";

    private static final int DAYS_OF_YEAR = 365;
    private static final String WAIT = "_wait";

    private Around() {}

    static Dataset<Row> of(Inputs in, Dataset<Row> journeys) {
        Dataset<Row> started = started(journeys);
        String[] feedback = {FctFeedback.FEEDBACK_ID.name()};
        return started.join(sums(in, started), feedback, "left")
                .withColumn(EARLIER, coalesce(col(EARLIER), lit(0L)))
                .withColumn(LATER, coalesce(col(LATER), lit(0L)))
                .withColumn(YEAR, coalesce(col(YEAR), lit(0L)))
                .withColumn(SINCE, coalesce(col(SINCE), lit(0L)));
    }

    private static Dataset<Row> started(Dataset<Row> journeys) {
        Dataset<Row> wait = journeys.filter(col(Journeys.TOLD).isNotNull())
                .withColumn(WAIT, datediff(col(Journeys.TOLD), col(Journeys.GIVEN)))
                .agg(expr("percentile_disc(0.5) within group (order by " + WAIT + ")")
                        .cast("int")
                        .as(WAIT));
        return journeys.crossJoin(broadcast(wait))
                .withColumn(START, coalesce(col(Journeys.TOLD), date_add(col(Journeys.GIVEN), col(WAIT))));
    }

    private static Dataset<Row> sums(Inputs in, Dataset<Row> started) {
        int window = in.settings(LeakSettings.class).windowDays();
        double share = in.settings(ClvSettings.class).marginShare();
        Column day = FctOrderLine.ORDER_DATE.col();
        Column given = col(Journeys.GIVEN);
        Column margin =
                Money.inCents(Money.margin(FctOrderLine.REVENUE_AMOUNT.col(), FctOrderLine.COST_AMOUNT.col(), share));
        Dataset<Row> lines = in.rows(FctOrderLine.TABLE)
                .select(FctOrderLine.CUSTOMER_KEY.col(), day, margin.as("_margin"), FctOrderLine.REVENUE_AMOUNT.col());
        Column bought = FctOrderLine.REVENUE_AMOUNT.col().gt(0);
        Column isBefore = day.lt(given);
        return started.filter(FctFeedback.CUSTOMER_KEY.col().gt(0))
                .select(FctFeedback.FEEDBACK_ID.col(), FctFeedback.CUSTOMER_KEY.col(), given, col(START))
                .join(lines, new String[] {FctFeedback.CUSTOMER_KEY.name()}, "inner")
                .filter(day.geq(date_sub(given, DAYS_OF_YEAR)))
                .groupBy(FctFeedback.FEEDBACK_ID.col())
                .agg(
                        cents(isBefore.and(day.geq(date_sub(given, window)))).as(EARLIER),
                        cents(day.gt(col(START)).and(day.leq(date_add(col(START), window))))
                                .as(LATER),
                        cents(isBefore).as(YEAR),
                        count(when(day.gt(given).and(bought), 1)).as(SINCE));
    }

    private static Column cents(Column counts) {
        return sum(when(counts, col("_margin")).otherwise(0L));
    }
}
