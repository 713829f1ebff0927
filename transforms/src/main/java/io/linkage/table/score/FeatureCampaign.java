package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.staging.CampaignContact;

/** Customers in campaigns and whom they are compared with: what was known before the contact, and what came after. */
public final class FeatureCampaign {
    /** A customer who was not in the campaign, like those who were: there is no control group. */
    public static final String UNTREATED = "untreated";

    /** Enters the comparison. */
    public static final String COMPARED = "compared";
    /** Is in both groups, under several identifiers. */
    public static final String BOTH_GROUPS = "both-groups";
    /** Was sure to be treated, or sure not to be: chance did not decide. */
    public static final String NOT_RANDOM = "not-random";
    /** Treated, and nobody is like this customer. */
    public static final String NO_MATCH = "no-match";

    /** Powers of two: 0 for nothing, 1 for 1, 2 for 2 and 3, 3 for 4 to 7. */
    private static final Domain LEVEL = Domain.NUMBER.in("power of two").additive(Additivity.NON_ADDITIVE);

    private static final TableBuilder T = Table.named("feature_campaign", Layer.SCORE)
            .grain("one row per business date, campaign and customer who was in it or is compared with those who were")
            .meaning("What was known of each customer before the contact, and what they did after it.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CAMPAIGN_KEY =
            T.key("campaign_key", Domain.KEY, INTERNAL, "Campaign that is looked at, as in dim_campaign");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field GOAL_CODE =
            T.required("goal_code", Domain.CODE, INTERNAL, "What the campaign is for: acquire, keep, grow or win-back");
    public static final Field GROUP_CODE = T.required(
            "group_code",
            Domain.CODE.oneOf(CampaignContact.TREATED, CampaignContact.CONTROL, UNTREATED),
            INTERNAL,
            "Treated, held back as control, or untreated and alike where nobody was held back");
    public static final Field COMPARISON_CODE = T.required(
            "comparison_code",
            Domain.CODE.oneOf(COMPARED, BOTH_GROUPS, NOT_RANDOM, NO_MATCH),
            INTERNAL,
            "Whether the customer enters the comparison, and why not");
    public static final Field COMPARISON_WEIGHT = T.required(
            "comparison_weight",
            Domain.SAMPLE_WEIGHT,
            INTERNAL,
            "By how much the customer counts: inverse to the chance of being in the group, or to the number of those alike");
    public static final Field CONTACT_DATE = T.required(
            "contact_date",
            Domain.DATE,
            INTERNAL,
            "Day of the contact; of an untreated customer, one drawn from the campaign's days of contact");
    public static final Field IS_CLOSED =
            T.required("is_closed", Domain.FLAG, INTERNAL, "Whether the days in which an outcome counts are over");
    public static final Field SEGMENT_CODE = T.required(
            "segment_code", Domain.CODE, INTERNAL, "Segment that the company itself assigned, as it was on that day");
    public static final Field CHANNEL_CODE =
            T.required("acquisition_channel_code", Domain.CODE, INTERNAL, "Channel through which the customer came");
    public static final Field RECENCY_ORDER = T.required(
            "recency_level_order", LEVEL, INTERNAL, "Days since the last purchase before, plus 1; 0: there was none");
    public static final Field FREQUENCY_ORDER =
            T.required("frequency_level_order", LEVEL, INTERNAL, "Days with a purchase before the contact");
    public static final Field SPEND_ORDER = T.required(
            "spend_level_order", LEVEL, INTERNAL, "Net revenue before the contact, in whole units of currency");
    public static final Field PROFILE_TEXT = T.required(
            "profile_text",
            Domain.TEXT,
            PSEUDONYMOUS,
            "Last values by that day of the attributes that models.uplift names, as name=value");
    public static final Field EARLIER_MARGIN_AMOUNT =
            T.required("earlier_margin_amount", Domain.AMOUNT, INTERNAL, "Margin in the days before the contact");
    public static final Field HAS_RESPONDED = T.optional(
            "has_responded",
            Domain.FLAG,
            INTERNAL,
            "Whether the source says that the customer responded; empty where not known, as of those not in the campaign");
    public static final Field HAS_PURCHASED = T.required(
            "has_purchased", Domain.FLAG, INTERNAL, "Whether the customer bought in the days from the contact on");
    public static final Field LATER_MARGIN_AMOUNT =
            T.required("later_margin_amount", Domain.AMOUNT, INTERNAL, "Margin in the days from the contact on");

    public static final Table TABLE = T.build();

    private FeatureCampaign() {}
}
