package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCampaign;

/** What campaigns added against customers who were not treated, with interval and return on cost. */
public final class CampaignValue {
    /** All segments together. */
    public static final String ALL = "all";

    /** Share who responded, as the source says. */
    public static final String RESPONSE = "response";
    /** Share who bought in the days from the contact on. */
    public static final String PURCHASE = "purchase";
    /** Margin in these days. */
    public static final String MARGIN = "margin";
    /** Lifetime value tonight less that of the last night before the campaign. */
    public static final String CLV = "clv";

    /** Chance decided who was treated. */
    public static final String EXPERIMENT = "experiment";
    /** Treated customers beside others who are alike: what differs need not come from the campaign. */
    public static final String ASSOCIATION = "association";
    /** No effect is told. */
    public static final String NONE = "none";

    /** There is an effect. */
    public static final String GIVEN = "given";
    /** Nobody was held back, and nobody like the treated was found or looked for. */
    public static final String NOBODY_TO_COMPARE = "nobody-to-compare";
    /** Too few are treated, or compared. */
    public static final String TOO_FEW = "too-few";
    /** The days in which an outcome counts are not over for enough customers. */
    public static final String WINDOW_OPEN = "window-open";

    private static final Domain RATIO = Domain.RATIO;

    private static final TableBuilder T = Table.named("mart_campaign_value", Layer.MART)
            .grain("one row per business date, campaign, segment and metric")
            .meaning("What a campaign added in response, purchases, margin and lifetime value, and whether it paid.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CAMPAIGN_KEY =
            T.referenceKey("campaign_key", DimCampaign.CAMPAIGN_KEY, "Campaign that is looked at");
    public static final Field SEGMENT_CODE =
            T.key("segment_code", Domain.CODE, INTERNAL, "Segment of the company; all: all of them together");
    public static final Field METRIC_CODE = T.key(
            "metric_code",
            Domain.CODE.oneOf(RESPONSE, PURCHASE, MARGIN, CLV),
            INTERNAL,
            "response: share who responded; purchase: share who bought; margin: in the days from the contact on; clv: change"
                    + " of lifetime value since before the campaign");
    public static final Field CAMPAIGN_CODE =
            T.required("campaign_code", Domain.CODE, INTERNAL, "Code of the campaign in the source system");
    public static final Field GOAL_CODE =
            T.required("goal_code", Domain.CODE, INTERNAL, "What it is for: acquire, keep, grow or win-back");
    public static final Field STARTED_DATE =
            T.required("first_contact_date", Domain.DATE, INTERNAL, "Day of the first contact");
    public static final Field EVIDENCE_CODE = T.required(
            "evidence_code",
            Domain.CODE.oneOf(EXPERIMENT, ASSOCIATION, NONE),
            INTERNAL,
            "experiment: chance decided who was treated; association: others who are alike; none: no effect is told");
    public static final Field REASON_CODE = T.required(
            "reason_code",
            Domain.CODE.oneOf(GIVEN, NOBODY_TO_COMPARE, TOO_FEW, WINDOW_OPEN),
            INTERNAL,
            "Whether an effect is given, and why not");
    public static final Field TREATED_COUNT =
            T.required("treated_count", Domain.COUNT, INTERNAL, "Treated customers who enter the comparison");
    public static final Field CONTROL_COUNT =
            T.required("control_count", Domain.COUNT, INTERNAL, "Customers with whom they are compared");
    public static final Field OPEN_COUNT = T.required(
            "open_count", Domain.COUNT, INTERNAL, "Customers of the campaign whose days of outcome are not over");
    public static final Field EXCLUDED_COUNT = T.required(
            "excluded_count",
            Domain.COUNT,
            INTERNAL,
            "Customers left out: in both groups, not treated by chance, or with nobody alike");
    public static final Field TREATED_ESTIMATE =
            T.optional("treated_estimate", Domain.ESTIMATE, INTERNAL, "Weighted mean of the treated");
    public static final Field CONTROL_ESTIMATE =
            T.optional("control_estimate", Domain.ESTIMATE, INTERNAL, "Weighted mean of those compared");
    public static final Field DIFFERENCE_ESTIMATE =
            T.optional("difference_estimate", Domain.ESTIMATE, INTERNAL, "Plain difference of the two means");
    public static final Field DIFFERENCE_ERROR =
            T.optional("difference_error", Domain.ESTIMATE, INTERNAL, "Standard error of the plain difference");
    public static final Field EFFECT_ESTIMATE = T.optional(
            "effect_estimate", Domain.ESTIMATE, INTERNAL, "Difference adjusted for the margin before the contact");
    public static final Field STANDARD_ERROR =
            T.optional("standard_error", Domain.ESTIMATE, INTERNAL, "Standard error of the adjusted difference");
    public static final Field LOW_ESTIMATE =
            T.optional("low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the 95 % interval of the effect");
    public static final Field HIGH_ESTIMATE =
            T.optional("high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 95 % interval of the effect");
    public static final Field VARIANCE_REDUCTION_RATIO = T.optional(
            "variance_reduction_ratio",
            RATIO,
            INTERNAL,
            "Part of the variance that the adjustment took away; 0 where it took none");
    public static final Field ADDED_ESTIMATE = T.optional(
            "added_estimate", Domain.ESTIMATE, INTERNAL, "Effect times all treated customers whose outcome is known");
    public static final Field COST_AMOUNT = T.optional(
            "cost_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Cost of the campaign as a whole; empty for one segment and where the source gives none");
    public static final Field RETURN_RATIO = T.optional(
            "return_ratio",
            RATIO,
            INTERNAL,
            "What was added less the cost of those treated whose outcome is known, over that cost; of margin and lifetime value");
    public static final Field LOW_RETURN_RATIO =
            T.optional("low_return_ratio", RATIO, INTERNAL, "The same at the lower end of the effect");
    public static final Field HIGH_RETURN_RATIO =
            T.optional("high_return_ratio", RATIO, INTERNAL, "The same at the upper end of the effect");

    public static final Table TABLE = T.build();

    private CampaignValue() {}
}
