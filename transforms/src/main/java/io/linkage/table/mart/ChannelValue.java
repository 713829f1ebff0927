package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** What channels lead to, and what happens to value when customers take one up, change to it or drop it. */
public final class ChannelValue {
    /** All stages of the journey. */
    public static final String ALL = "all";
    /** Touches that name a stage, or none. */
    public static final String TOUCH = "touch";
    /** Share of the orders that would be lost without the channel, by the chain of touches. */
    public static final String REMOVAL = "removal-effect";
    /** Orders shared out by removal effects. */
    public static final String MARKOV = "markov";
    /** Orders shared out by Shapley values. */
    public static final String SHAPLEY = "shapley";
    /** Orders of paths that began with the channel. */
    public static final String FIRST = "first-touch";
    /** Orders of paths that ended with the channel. */
    public static final String LAST = "last-touch";
    /** Change of margin of those who took the channel up. */
    public static final String ADOPT = "adopt";
    /** Change of margin of those who came to buy mostly through the channel, after another. */
    public static final String CHANGE = "change";
    /** Change of margin of those who no longer used the channel. */
    public static final String DROP = "drop";

    /** Counted. */
    public static final String COUNT = "count";
    /** A rule that shares out what happened; no effect. */
    public static final String ATTRIBUTION = "attribution";

    private static final TableBuilder T = Table.named("mart_channel_value", Layer.MART)
            .grain("one row per business date, channel, stage of the journey and measure")
            .meaning("Which channels orders came about through, and what changed when customers changed channels.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CHANNEL_CODE =
            T.key("channel_code", Domain.CODE, INTERNAL, "Channel or medium, as dim_channel has it");
    public static final Field JOURNEY_STAGE_CODE =
            T.key("journey_stage_code", Domain.CODE, INTERNAL, "Stage of the customer journey; all: every stage");
    public static final Field MEASURE_CODE = T.key(
            "measure_code",
            Domain.CODE.oneOf(TOUCH, REMOVAL, MARKOV, SHAPLEY, FIRST, LAST, ADOPT, CHANGE, DROP),
            INTERNAL,
            "touch: visits and touches; removal-effect: share of orders lost without the channel; markov, shapley,"
                    + " first-touch, last-touch: orders by that rule; adopt, change, drop: margin per customer");
    public static final Field EVIDENCE_CODE = T.required(
            "evidence_code",
            Domain.CODE.oneOf(COUNT, ATTRIBUTION, CampaignValue.ASSOCIATION, CampaignValue.NONE),
            INTERNAL,
            "count: counted; attribution: a rule that shares out, no effect; association: beside customers who are alike;"
                    + " none: too few");
    public static final Field CUSTOMER_COUNT = T.optional(
            "customer_count",
            Domain.COUNT,
            INTERNAL,
            "Customers who were touched, or who took up, changed or dropped and are like others who did not");
    public static final Field COMPARED_COUNT = T.optional(
            "compared_count", Domain.COUNT, INTERNAL, "Customers who are alike and did not; empty for other measures");
    public static final Field PATH_COUNT = T.optional(
            "path_count",
            Domain.COUNT,
            INTERNAL,
            "Paths of touches on which the measure rests; empty for other measures");
    public static final Field METRIC_ESTIMATE =
            T.optional("metric_estimate", Domain.ESTIMATE, INTERNAL, "Value of the measure");
    public static final Field STANDARD_ERROR = T.optional(
            "standard_error", Domain.ESTIMATE, INTERNAL, "Of the change of margin; empty for other measures");
    public static final Field LOW_ESTIMATE =
            T.optional("low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the 95 % interval");
    public static final Field HIGH_ESTIMATE =
            T.optional("high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 95 % interval");
    public static final Field VALUE_AMOUNT = T.optional(
            "value_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Margin of the orders that the rule shares out to the channel; empty for other measures");

    public static final Table TABLE = T.build();

    private ChannelValue() {}
}
