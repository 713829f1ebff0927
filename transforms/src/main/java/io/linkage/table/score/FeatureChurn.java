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

/** Customers at risk on dates of the past and tonight: features of that day, and whether they then left. */
public final class FeatureChurn {
    /** No purchase in the window, of those who bought in the 365 days before. */
    public static final String NO_PURCHASE = "no-purchase";
    /** A contract that ran through the gap ends in the window. */
    public static final String CONTRACT_END = "contract-end";
    /** Features and outcome stand in one snapshot: none of the customer's contracts runs any more. */
    public static final String STATED = "stated";

    private static final TableBuilder T = Table.named("feature_churn", Layer.SCORE)
            .grain("one row per customer at risk and date")
            .meaning("Who was at risk of leaving, what was known of them on that day, and who then left.");

    public static final Field FEATURE_DATE =
            T.key("feature_date", Domain.DATE, INTERNAL, "Day on which the features were known; the last is tonight's");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field DEFINITION_CODE = T.required(
            "churn_definition_code",
            Domain.CODE.oneOf(NO_PURCHASE, CONTRACT_END, STATED),
            INTERNAL,
            "What leaving is: no purchase, end of contract, or as stated in the snapshot");
    public static final Field IS_SCORED =
            T.required("is_scored", Domain.FLAG, INTERNAL, "Whether the customer is at risk tonight");
    public static final Field HAS_CHURNED = T.optional(
            "has_churned", Domain.FLAG, INTERNAL, "Whether the customer left; empty where the window is not over");

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
    public static final Field LAST_NPS_SCORE =
            T.optional("last_nps_score", Domain.SCORE, INTERNAL, "Last answer to the recommendation question, 0 to 10");
    public static final Field LAST_CES_SHARE = T.optional(
            "last_ces_share", Domain.SHARE, INTERNAL, "Last answer on effort, as a share of the way along its scale");
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

    public static final Table TABLE = T.build();

    private static final Set<Field> NO_FEATURES =
            Set.of(FEATURE_DATE, CUSTOMER_KEY, DEFINITION_CODE, IS_SCORED, HAS_CHURNED);

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
