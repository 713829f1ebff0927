package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;

/**
 * Customers on dates of the past and tonight, features of that day, and what then happened: of those at risk whether they left,
 * of those who had left or never bought whether they bought.
 */
public final class FeatureChurn {
    /** No purchase in the window, of those who bought in the segments.lost-days before. */
    public static final String NO_PURCHASE = "no-purchase";
    /** A contract that ran through the gap ends in the window. */
    public static final String CONTRACT_END = "contract-end";
    /** Features and outcome stand in one snapshot: none of the customer's contracts runs any more. */
    public static final String STATED = "stated";

    /** May leave, as the definition of churn has it. */
    public static final String AT_RISK = "at-risk";
    /** Bought or had a contract, and is lost by segments.lost-days. */
    public static final String LAPSED = "lapsed";
    /** A record without a purchase or a contract so far. */
    public static final String PROSPECT = "prospect";

    private static final TableBuilder T = Table.named("feature_churn", Layer.SCORE)
            .grain("one row per customer at risk, lapsed or prospective and date")
            .meaning("Who could be kept, won back or won, what was known of them on that day, and what they then did.");

    public static final Field FEATURE_DATE =
            T.key("feature_date", Domain.DATE, INTERNAL, "Day on which the features were known; the last is tonight's");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field POPULATION_CODE = T.required(
            "population_code",
            Domain.CODE.oneOf(AT_RISK, LAPSED, PROSPECT),
            INTERNAL,
            "At risk of leaving; lapsed: lost after purchases or contracts; prospect: none of either so far");
    public static final Field DEFINITION_CODE = T.required(
            "churn_definition_code",
            Domain.CODE.oneOf(NO_PURCHASE, CONTRACT_END, STATED),
            INTERNAL,
            "What leaving is: no purchase, end of contract, or as stated in the snapshot");
    public static final Field IS_SCORED =
            T.required("is_scored", Domain.FLAG, INTERNAL, "Whether the customer is at risk tonight");
    public static final Field HAS_CHURNED = T.optional(
            "has_churned",
            Domain.FLAG,
            INTERNAL,
            "Whether a customer at risk left; empty where the window is not over, and of the others");
    public static final Field HAS_BOUGHT = T.optional(
            "has_bought",
            Domain.FLAG,
            INTERNAL,
            "Whether a lapsed customer or prospect bought or signed by the end of the window; empty where it is not over");

    public static final Field CUSTOMER_TYPE_CODE =
            T.optional("customer_type_code", Domain.CODE, INTERNAL, "Person or organisation");
    public static final Field SEGMENT_CODE =
            T.optional("segment_code", Domain.CODE, INTERNAL, "Segment that the company had assigned");
    public static final Field ACQUISITION_CHANNEL_CODE =
            T.optional("acquisition_channel_code", Domain.CODE, INTERNAL, "Channel through which the customer came");
    public static final Field SEEN_DAYS =
            T.optional("seen_days", Domain.DAYS, INTERNAL, "Days since the source first knew the customer");
    public static final Field RECENCY_DAYS =
            T.optional("recency_days", Domain.DAYS, INTERNAL, "Days since the last purchase");
    public static final Field AGE_DAYS = T.optional("age_days", Domain.DAYS, INTERNAL, "Days since the first purchase");
    public static final Field PURCHASE_DAY_COUNT =
            T.required("purchase_day_count", Domain.COUNT.in("days"), INTERNAL, "Days with a purchase so far");
    public static final Field PURCHASE_DAY_30D_COUNT = T.required(
            "purchase_day_last_30_days_count",
            Domain.COUNT.in("days"),
            INTERNAL,
            "Days with a purchase among the last 30");
    public static final Field PURCHASE_DAY_90D_COUNT = T.required(
            "purchase_day_last_90_days_count",
            Domain.COUNT.in("days"),
            INTERNAL,
            "Days with a purchase among the last 90");
    public static final Field PURCHASE_DAY_365D_COUNT = T.required(
            "purchase_day_last_365_days_count",
            Domain.COUNT.in("days"),
            INTERNAL,
            "Days with a purchase among the last 365");
    public static final Field NET_REVENUE_30D_AMOUNT = T.required(
            "net_revenue_last_30_days_amount", Domain.AMOUNT, INTERNAL, "Sales less returns of the last 30 days");
    public static final Field NET_REVENUE_90D_AMOUNT = T.required(
            "net_revenue_last_90_days_amount", Domain.AMOUNT, INTERNAL, "Sales less returns of the last 90 days");
    public static final Field NET_REVENUE_365D_AMOUNT = T.required(
            "net_revenue_last_365_days_amount", Domain.AMOUNT, INTERNAL, "Sales less returns of the last 365 days");
    public static final Field RETURN_365D_AMOUNT = T.required(
            "return_last_365_days_amount", Domain.AMOUNT, INTERNAL, "Returns of the last 365 days, negative");
    public static final Field CONTACT_30D_COUNT =
            T.required("contact_last_30_days_count", Domain.COUNT, INTERNAL, "Service contacts of the last 30 days");
    public static final Field CONTACT_90D_COUNT =
            T.required("contact_last_90_days_count", Domain.COUNT, INTERNAL, "Service contacts of the last 90 days");
    public static final Field CONTACT_365D_COUNT =
            T.required("contact_last_365_days_count", Domain.COUNT, INTERNAL, "Service contacts of the last 365 days");
    public static final Field UNSOLVED_365D_COUNT = T.required(
            "unsolved_contact_last_365_days_count",
            Domain.COUNT,
            INTERNAL,
            "Service contacts of the last 365 days that were not solved at once");
    public static final Field HANDLING_365D_SECONDS = T.required(
            "handling_last_365_days_seconds",
            Domain.SECONDS,
            INTERNAL,
            "Time worked on service contacts of the last 365 days, where known");
    public static final Field ENGAGEMENT_90D_SHARE = T.optional(
            "served_by_engagement_last_90_days_share",
            Domain.SHARE,
            INTERNAL,
            "Engagement of the groups that served in months that ended within the last 90 days, by contacts");
    public static final Field ENGAGEMENT_365D_SHARE = T.optional(
            "served_by_engagement_last_365_days_share",
            Domain.SHARE,
            INTERNAL,
            "Engagement of the groups that served in months that ended within the last 365 days, by contacts");
    public static final Field LAST_NPS_SCORE =
            T.optional("last_nps_score", Domain.SCORE, INTERNAL, "Last answer to the recommendation question, 0 to 10");
    public static final Field LAST_CES_SHARE = T.optional(
            "last_ces_share", Domain.SHARE, INTERNAL, "Last answer on effort, as a share of the way along its scale");
    public static final Field LAST_CSAT_SHARE = T.optional(
            "last_csat_share",
            Domain.SHARE,
            INTERNAL,
            "Last answer on satisfaction, as a share of the way along its scale");
    public static final Field ANSWER_365D_COUNT = T.required(
            "survey_answer_last_365_days_count",
            Domain.COUNT,
            INTERNAL,
            "Answers on recommendation, effort and satisfaction of the last 365 days");
    public static final Field FEEDBACK_90D_COUNT =
            T.required("feedback_last_90_days_count", Domain.COUNT, INTERNAL, "Feedback of the last 90 days");
    public static final Field FEEDBACK_365D_COUNT =
            T.required("feedback_last_365_days_count", Domain.COUNT, INTERNAL, "Feedback of the last 365 days");
    public static final Field GONE_WRONG_365D_COUNT = T.required(
            "feedback_gone_wrong_last_365_days_count",
            Domain.COUNT,
            INTERNAL,
            "Feedback of the last 365 days on something that had gone wrong");
    public static final Field LAST_SENTIMENT_SCORE = T.optional(
            "last_sentiment_score", Domain.SCORE, INTERNAL, "Sentiment of the last feedback that has one, -1 to 1");
    public static final Field TOUCH_30D_COUNT = T.required(
            "touch_last_30_days_count", Domain.COUNT, INTERNAL, "Visits and media touches of the last 30 days");
    public static final Field TOUCH_90D_COUNT = T.required(
            "touch_last_90_days_count", Domain.COUNT, INTERNAL, "Visits and media touches of the last 90 days");
    public static final Field TOUCH_365D_COUNT = T.required(
            "touch_last_365_days_count", Domain.COUNT, INTERNAL, "Visits and media touches of the last 365 days");
    public static final Field TOUCH_CHANNEL_365D_COUNT = T.required(
            "touch_channel_last_365_days_count",
            Domain.COUNT.in("channels"),
            INTERNAL,
            "Different channels of the touches of the last 365 days");
    public static final Field LAST_TOUCH_CHANNEL_CODE = T.optional(
            "last_touch_channel_code",
            Domain.CODE,
            INTERNAL,
            "Channel of the last visit or touch; of several on that day the first by name");
    public static final Field CAMPAIGN_30D_COUNT = T.required(
            "campaign_last_30_days_count", Domain.COUNT, INTERNAL, "Campaigns of the last 30 days, as treated");
    public static final Field CAMPAIGN_90D_COUNT = T.required(
            "campaign_last_90_days_count", Domain.COUNT, INTERNAL, "Campaigns of the last 90 days, as treated");
    public static final Field CAMPAIGN_365D_COUNT = T.required(
            "campaign_last_365_days_count", Domain.COUNT, INTERNAL, "Campaigns of the last 365 days, as treated");
    public static final Field CONTRACT_COUNT =
            T.required("contract_count", Domain.COUNT, INTERNAL, "Contracts that ran on the day");
    public static final Field CONTRACT_MONTHLY_AMOUNT = T.required(
            "contract_monthly_amount",
            Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE),
            INTERNAL,
            "Price of one month of these contracts");
    public static final Field CONTRACT_TENURE_MONTHS = T.optional(
            "contract_tenure_months",
            Domain.NUMBER.in("months"),
            INTERNAL,
            "Whole months since the first contract of the customer began");
    public static final Field CONTRACT_ENDED_DAYS = T.optional(
            "contract_ended_days",
            Domain.DAYS,
            INTERNAL,
            "Days since the last of the customer's contracts ended; empty while one runs, and in a stated snapshot");

    public static final Table TABLE = T.build();

    private static final Set<Field> NO_FEATURES =
            Set.of(FEATURE_DATE, CUSTOMER_KEY, POPULATION_CODE, DEFINITION_CODE, IS_SCORED, HAS_CHURNED, HAS_BOUGHT);

    private FeatureChurn() {}

    /** The columns that a model may learn from and that hold numbers, in order. */
    public static List<Field> numbers() {
        return TABLE.fields().stream()
                .filter(field -> !NO_FEATURES.contains(field))
                .filter(field -> field.domain().type() != DataTypes.StringType)
                .toList();
    }

    /** The columns that a model may learn from and that hold words, in order. */
    public static List<Field> words() {
        return TABLE.fields().stream()
                .filter(field -> !NO_FEATURES.contains(field))
                .filter(field -> field.domain().type() == DataTypes.StringType)
                .toList();
    }
}
