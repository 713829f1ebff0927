package io.linkage.model.channel.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lines;
import io.linkage.model.channel.SharedOrders;
import io.linkage.model.channel.Step;
import io.linkage.settings.ChannelSettings;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.core.Special;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Touches of known customers up to an order, or to a pause: counts of steps, of first and last touches and of the channels that
 * shared an order reach the driver.
 *
 * @param steps from state to state
 * @param shared orders by channel and number of channels on the path
 * @param first orders of paths that began with a channel, and their margin in cents
 * @param last orders of paths that ended with it
 */
record Paths(List<Step> steps, List<SharedOrders> shared, Map<String, long[]> first, Map<String, long[]> last) {
    private static final String CUSTOMER = FctTouchpoint.CUSTOMER_KEY.name();
    private static final String CHANNEL = "_channel";
    private static final String ENDS_DAY = "_ends_day";
    private static final String STEP = "step";
    private static final String SHARED = "shared";
    private static final String FIRST = "first";
    private static final String LAST = "last";

    /** Paths of the past days; of those that may still lead to an order, none. */
    static Paths of(Inputs in) {
        ChannelSettings settings = in.settings(ChannelSettings.class);
        Column since = Days.day(in.asOf().minusDays(settings.pastDays()));
        Dataset<Row> events = touches(in, since).unionByName(orders(in, since));
        List<Row> counts = facts(paths(events, in, settings.pathDays()))
                .groupBy("_kind", "_one", "_other")
                .agg(count(lit(1)), coalesce(sum("_cents"), lit(0L)))
                .collectAsList();
        return gathered(counts);
    }

    /** A channel that the source leaves blank is a channel of its own: the orders it had a part in stay whole. */
    static Column channel(Column code) {
        return coalesce(nullif(trim(code), lit("")), lit(Special.UNKNOWN.text()));
    }

    private static Dataset<Row> touches(Inputs in, Column since) {
        return in.rows(FctTouchpoint.TABLE)
                .filter(FctTouchpoint.CUSTOMER_KEY
                        .col()
                        .gt(0)
                        .and(FctTouchpoint.TOUCH_DATE.col().gt(since)))
                .select(
                        FctTouchpoint.CUSTOMER_KEY.col(),
                        FctTouchpoint.TOUCH_DATE.col().as("_day"),
                        lit(0).as("_order"),
                        lit(false).as(ENDS_DAY),
                        FctTouchpoint.TOUCHED_AT.col().as("_at"),
                        FctTouchpoint.TOUCHPOINT_ID.col().as("_id"),
                        channel(FctTouchpoint.CHANNEL_CODE.col()).as(CHANNEL),
                        lit(null).cast("bigint").as("_cents"));
    }

    /** Less what came back of them under the same number; one that came back whole, at whatever exchange rate, led to nothing. */
    private static Dataset<Row> orders(Inputs in, Column since) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        double marginShare = in.settings(ClvSettings.class).marginShare();
        Column margin = Money.inCents(Money.margin(revenue, FctOrderLine.COST_AMOUNT.col(), marginShare));
        return in.rows(FctOrderLine.TABLE)
                .filter(Lines.isRevenueOfCustomer()
                        .and(FctOrderLine.ORDER_DATE.col().gt(since)))
                .groupBy(FctOrderLine.CUSTOMER_KEY.col(), FctOrderLine.ORDER_ID.col())
                .agg(
                        min(when(Lines.isSale(), FctOrderLine.ORDER_DATE.col())).as("_day"),
                        min(when(Lines.isSale(), FctOrderLine.ORDERED_AT.col())).as("_at"),
                        max(Lines.isReturn())
                                .and(sum(FctOrderLine.NET_ORIGINAL.col()).leq(0))
                                .as("_is_undone"),
                        sum(margin).as("_cents"))
                .filter(col("_day").isNotNull().and(not(col("_is_undone"))))
                .drop("_is_undone")
                .withColumn("_order", lit(1))
                // Booked by its date alone: whatever touched the customer that day may have led to it.
                .withColumn(ENDS_DAY, Events.isMidnight(col("_at"), in))
                .withColumn("_id", FctOrderLine.ORDER_ID.col())
                .withColumn(CHANNEL, lit(null).cast("string"))
                .drop(FctOrderLine.ORDER_ID.name());
    }

    /** One row per path: its channels in order, whether it ended with an order, and the margin of that order. */
    private static Dataset<Row> paths(Dataset<Row> events, Inputs in, int pathDays) {
        WindowSpec order = Window.partitionBy(col(CUSTOMER)).orderBy("_day", ENDS_DAY, "_at", "_order", "_id");
        Column begins = coalesce(
                lag("_order", 1)
                        .over(order)
                        .equalTo(1)
                        .or(datediff(col("_day"), lag("_day", 1).over(order)).gt(pathDays)),
                lit(true));
        Column place = struct(col("_day"), col("_at"), col("_id"), col(CHANNEL).as("channel"));
        Column touched = filter(
                array_sort(collect_list(place)),
                event -> event.getField("channel").isNotNull());
        Column open = datediff(Days.day(in.asOf()), col("_last_day")).lt(pathDays);
        return events.withColumn("_begins", when(begins, 1).otherwise(0))
                .withColumn("_path", sum("_begins").over(order))
                .groupBy(col(CUSTOMER), col("_path"))
                .agg(
                        transform(touched, event -> event.getField("channel")).as("_channels"),
                        max(col("_order").equalTo(1)).as("_led"),
                        max("_day").as("_last_day"),
                        sum("_cents").as("_cents"))
                .filter(size(col("_channels")).gt(0).and(col("_led").or(open.equalTo(false))));
    }

    /** What is counted of each path. */
    private static Dataset<Row> facts(Dataset<Row> paths) {
        Column channels = col("_channels");
        Column from = concat(array(lit(Step.START)), channels);
        Column to = concat(channels, array(when(col("_led"), Step.ORDER).otherwise(Step.NOTHING)));
        Column steps = transform(
                arrays_zip(from.as("a"), to.as("b")),
                step -> fact(
                        STEP, step.getField("a"), step.getField("b"), lit(null).cast("bigint")));
        Column different = array_distinct(channels);
        Column shared = transform(
                different, channel -> fact(SHARED, channel, size(different).cast("string"), col("_cents")));
        Column ends = array(
                fact(FIRST, element_at(channels, 1), lit(""), col("_cents")),
                fact(LAST, element_at(channels, -1), lit(""), col("_cents")));
        Column facts = when(col("_led"), concat(steps, shared, ends)).otherwise(steps);
        return paths.select(explode(facts).as("_fact")).select("_fact.*");
    }

    private static Column fact(String kind, Column one, Column other, Column cents) {
        return struct(lit(kind).as("_kind"), one.as("_one"), other.as("_other"), cents.as("_cents"));
    }

    private static Paths gathered(List<Row> counts) {
        List<Step> steps = new ArrayList<>();
        List<SharedOrders> shared = new ArrayList<>();
        Map<String, long[]> first = new TreeMap<>();
        Map<String, long[]> last = new TreeMap<>();
        for (Row row : counts) {
            String one = row.getString(1);
            long[] found = {row.getLong(3), row.getLong(4)};
            switch (row.getString(0)) {
                case STEP -> steps.add(new Step(one, row.getString(2), found[0]));
                case SHARED ->
                    shared.add(new SharedOrders(one, Integer.parseInt(row.getString(2)), found[0], found[1]));
                case FIRST -> first.put(one, found);
                default -> last.put(one, found);
            }
        }
        steps.sort(java.util.Comparator.comparing(Step::from).thenComparing(Step::to));
        shared.sort(java.util.Comparator.comparing(SharedOrders::channel).thenComparing(SharedOrders::channels));
        return new Paths(steps, shared, first, last);
    }

    /** Paths, whether they led to an order or not. */
    long all() {
        return steps.stream()
                .filter(step -> step.from().equals(Step.START))
                .mapToLong(Step::times)
                .sum();
    }

    /** Orders, and their margin in cents. */
    long[] orders() {
        long[] sums = new long[2];
        first.values().forEach(found -> {
            sums[0] += found[0];
            sums[1] += found[1];
        });
        return sums;
    }
}
