package io.linkage.model.channel.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.channel.ChannelChain;
import io.linkage.model.channel.MatchedChange;
import io.linkage.model.channel.SharedOrders;
import io.linkage.settings.ChannelSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.core.Special;
import io.linkage.table.mart.CampaignValue;
import io.linkage.table.mart.ChannelValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts of touches, attribution of orders by four rules, and what changing channels goes along with. */
public final class BuildChannelValue {
    public static final Build BUILD = Build.of(ChannelValue.TABLE)
            .reads(
                    BuildChannelValue::from,
                    FctTouchpoint.TABLE,
                    FctOrderLine.TABLE,
                    FctInteraction.TABLE,
                    DimCustomer.TABLE);

    private BuildChannelValue() {}

    static Dataset<Row> from(Inputs in) {
        List<ChannelEntry> entries = new ArrayList<>(touches(in));
        entries.addAll(attributed(Paths.of(in)));
        entries.addAll(changes(in));
        return Literals.rows(
                in.one(),
                ChannelValue.TABLE,
                entries.stream().map(entry -> entry.row(in.asOf())).toList());
    }

    /** Touches of everybody, customers as far as they are known. */
    private static List<ChannelEntry> touches(Inputs in) {
        Column stage = coalesce(FctTouchpoint.JOURNEY_STAGE_CODE.col(), lit(Special.MISSING.text()));
        Column since =
                Days.day(in.asOf().minusDays(in.settings(ChannelSettings.class).pastDays()));
        return in
                .rows(FctTouchpoint.TABLE)
                .filter(FctTouchpoint.TOUCH_DATE.col().gt(since))
                .withColumn("_stage", explode(array(stage, lit(ChannelValue.ALL))))
                .groupBy(Paths.channel(FctTouchpoint.CHANNEL_CODE.col()), col("_stage"))
                .agg(
                        count(lit(1)),
                        countDistinct(when(FctTouchpoint.CUSTOMER_KEY.col().gt(0), FctTouchpoint.CUSTOMER_KEY.col())))
                .collectAsList()
                .stream()
                .map(row -> ChannelEntry.counted(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)))
                .toList();
    }

    private static List<ChannelEntry> attributed(Paths paths) {
        List<ChannelEntry> entries = new ArrayList<>();
        ChannelChain chain = ChannelChain.of(paths.steps());
        long all = paths.all();
        long[] orders = paths.orders();
        Map<String, Double> cents = chain.credits(orders[1]);
        chain.removalEffects()
                .forEach((channel, effect) ->
                        entries.add(ChannelEntry.attributed(channel, ChannelValue.REMOVAL, all, effect, Double.NaN)));
        chain.credits(orders[0])
                .forEach((channel, owed) -> entries.add(
                        ChannelEntry.attributed(channel, ChannelValue.MARKOV, all, owed, cents.get(channel))));
        Map<String, double[]> shapley = new TreeMap<>();
        for (SharedOrders shared : paths.shared()) {
            double[] owed = shapley.computeIfAbsent(shared.channel(), unseen -> new double[2]);
            owed[0] += shared.owedOrders();
            owed[1] += shared.owedCents();
        }
        shapley.forEach((channel, owed) ->
                entries.add(ChannelEntry.attributed(channel, ChannelValue.SHAPLEY, all, owed[0], owed[1])));
        paths.first()
                .forEach((channel, found) ->
                        entries.add(ChannelEntry.attributed(channel, ChannelValue.FIRST, all, found[0], found[1])));
        paths.last()
                .forEach((channel, found) ->
                        entries.add(ChannelEntry.attributed(channel, ChannelValue.LAST, all, found[0], found[1])));
        return entries;
    }

    private static List<ChannelEntry> changes(Inputs in) {
        int least = in.settings(ChannelSettings.class).leastCustomers();
        List<ChannelEntry> entries = new ArrayList<>();
        Map<String, Map<String, MatchedChange>> changes =
                new ChangeEntries(Changes.counted(in).collectAsList()).changes();
        changes.forEach((measure, byChannel) -> byChannel.forEach((channel, change) -> {
            boolean told = change.customers() >= least && change.compared() >= least;
            String evidence = told ? CampaignValue.ASSOCIATION : CampaignValue.NONE;
            entries.add(ChannelEntry.changed(channel, measure, evidence, change));
        }));
        return entries;
    }
}
