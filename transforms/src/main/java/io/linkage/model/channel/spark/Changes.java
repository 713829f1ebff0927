package io.linkage.model.channel.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Levels;
import io.linkage.column.Money;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Lines;
import io.linkage.settings.ChannelSettings;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Three spells up to the business date: channels used in the first and in the second tell who took one up, changed to it or dropped
 * it; margin of the third less that of the first is what changed. The spell that decides is not the one that is looked at, or
 * whoever came through a new channel would have bought by that alone.
 */
final class Changes {
    /** All customers who are alike. */
    static final String EVERYBODY = "everybody";

    static final String ADOPTED = "adopted";
    static final String DROPPED = "dropped";
    static final String KEPT = "kept";
    /** Bought mostly through another channel before. */
    static final String CHANGED = "changed";
    /** Bought mostly through the channel in both spells. */
    static final String STAYED = "stayed";

    private static final int AFTER = 0;
    private static final int DECIDES = 1;
    private static final int BEFORE = 2;
    private static final String SPELL = "_spell";
    private static final String CHANNEL = "_channel";
    private static final String[] CUSTOMER = {FctOrderLine.CUSTOMER_KEY.name()};

    private Changes() {}

    /** Counts and sums of changes, in whole units of money, by cell of customers who are alike, channel and state. */
    static Dataset<Row> counted(Inputs in) {
        Column nobody = array().cast("array<struct<channel:string,state:string>>");
        Column states = concat(
                array(state(lit(""), lit(EVERYBODY))),
                coalesce(col("_states"), nobody),
                coalesce(col("_mains"), nobody));
        Column change = col("_after").minus(col("_before"));
        return margins(in)
                .join(segments(in), CUSTOMER, "inner")
                .join(used(in), CUSTOMER, "left")
                .withColumn("_state", explode(states))
                .groupBy(
                        DimCustomer.SEGMENT_CODE.col(),
                        Levels.of(Money.ofCents(col("_before"))).as("_level"),
                        Levels.of(col("_deciding_days")).as("_days"),
                        col("_state.channel"),
                        col("_state.state"))
                .agg(
                        count(lit(1)).as("_customers"),
                        sum(change).as("_sum"),
                        sum(change.cast("decimal(19,0)").multiply(change.cast("decimal(19,0)")))
                                .as("_squares"));
    }

    /** Of the last day of the first spell: a later one may be what the change led to. */
    private static Dataset<Row> segments(Inputs in) {
        int days = in.settings(ChannelSettings.class).spellDays();
        Column day = Days.day(in.asOf().minusDays((long) BEFORE * days));
        return in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.VALID_FROM
                        .col()
                        .leq(day)
                        .and(DimCustomer.VALID_TO.col().gt(day)))
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.SEGMENT_CODE.col());
    }

    private static Column state(Column channel, Column state) {
        return struct(channel.as("channel"), state.as("state"));
    }

    /** 0 for the spell that ends tonight, 1 and 2 for those before it. */
    private static Column spell(Field day, Inputs in) {
        int days = in.settings(ChannelSettings.class).spellDays();
        return floor(datediff(Days.day(in.asOf()), day.col()).divide(days)).cast("int");
    }

    /** Of those who had bought by the end of the first spell. */
    private static Dataset<Row> margins(Inputs in) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        double marginShare = in.settings(ClvSettings.class).marginShare();
        Column margin = Money.inCents(Money.margin(revenue, FctOrderLine.COST_AMOUNT.col(), marginShare));
        Column decides = col(SPELL).equalTo(DECIDES).and(Lines.isSale());
        return in.rows(FctOrderLine.TABLE)
                .filter(Lines.isRevenueOfCustomer())
                .withColumn(SPELL, spell(FctOrderLine.ORDER_DATE, in))
                .groupBy(FctOrderLine.CUSTOMER_KEY.col())
                .agg(
                        max(Lines.isSale().and(col(SPELL).geq(BEFORE))).as("_known"),
                        inSpell(margin, BEFORE).as("_before"),
                        inSpell(margin, AFTER).as("_after"),
                        countDistinct(when(decides, FctOrderLine.ORDER_DATE.col()))
                                .as("_deciding_days"))
                .filter(col("_known"));
    }

    private static Column inSpell(Column cents, int spell) {
        return sum(when(col(SPELL).equalTo(spell), cents).otherwise(0L));
    }

    /** Each customer's channels with their states. */
    private static Dataset<Row> used(Inputs in) {
        // What is brought back or corrected was bought before: no line but a sale is a use of its channel.
        Dataset<Row> sales = in.rows(FctOrderLine.TABLE).filter(Lines.isSale());
        Dataset<Row> touches = in.rows(FctTouchpoint.TABLE);
        Dataset<Row> contacts = in.rows(FctInteraction.TABLE);
        Dataset<Row> uses = uses(in, sales, FctOrderLine.ORDER_DATE, FctOrderLine.CHANNEL_CODE, 1)
                .union(uses(in, touches, FctTouchpoint.TOUCH_DATE, FctTouchpoint.CHANNEL_CODE, 0))
                .union(uses(in, contacts, FctInteraction.CONTACT_DATE, FctInteraction.CHANNEL_CODE, 0));
        Column before = col(SPELL).equalTo(BEFORE);
        Dataset<Row> channels = uses.groupBy(col(CUSTOMER[0]), col(CHANNEL))
                .agg(
                        max(before).as("_was"),
                        max(col(SPELL).equalTo(DECIDES)).as("_is"),
                        sum(when(before, col("_order")).otherwise(0)).as("_orders_before"),
                        sum(when(before, 0).otherwise(col("_order"))).as("_orders_since"));
        Column name = when(col("_was").and(col("_is")), KEPT)
                .when(col("_is"), ADOPTED)
                .otherwise(DROPPED);
        Column main =
                when(col("_main_before").equalTo(col("_main_since")), STAYED).otherwise(CHANGED);
        return channels.groupBy(col(CUSTOMER[0]))
                .agg(
                        collect_list(state(col(CHANNEL), name)).as("_states"),
                        main("_orders_before").as("_main_before"),
                        main("_orders_since").as("_main_since"))
                .withColumn(
                        "_mains",
                        when(
                                col("_main_before")
                                        .isNotNull()
                                        .and(col("_main_since").isNotNull()),
                                array(state(col("_main_since"), main))));
    }

    /** The channel of most order lines; of several the last by name. */
    private static Column main(String orders) {
        return max_by(col(CHANNEL), when(col(orders).gt(0), struct(col(orders), col(CHANNEL))));
    }

    private static Dataset<Row> uses(Inputs in, Dataset<Row> rows, Field day, Field channel, int isOrder) {
        return rows.withColumn(SPELL, spell(day, in))
                .filter(col(CUSTOMER[0])
                        .gt(0)
                        .and(channel.col().isNotNull())
                        .and(col(SPELL).isin(DECIDES, BEFORE)))
                .select(
                        col(CUSTOMER[0]),
                        Paths.channel(channel.col()).as(CHANNEL),
                        col(SPELL),
                        lit(isOrder).as("_order"));
    }
}
