package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;
import org.apache.spark.sql.Column;

/** What was known of each customer on the business date, and nothing later. */
public final class FeatureCustomer {
    private static final TableBuilder T = Table.named("feature_customer", Layer.SCORE)
            .grain("one row per customer and business date")
            .meaning("As-of features for models: purchases, money, contacts and opinions known on the day.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field IS_DELETED = T.required(
            "is_deleted",
            Domain.FLAG,
            INTERNAL,
            "Whether all sources have dropped the customer: what is past still counts");
    public static final Field CALIBRATION_END_DATE = T.required(
            "calibration_end_date", Domain.DATE, INTERNAL, "Last day whose purchases count in the history below");
    public static final Field FREQUENCY_COUNT = T.optional(
            "frequency_count",
            Domain.COUNT.in("purchase days"),
            INTERNAL,
            "x: days with a purchase after the first one; empty before the first");
    public static final Field RECENCY_WEEKS = T.optional(
            "recency_weeks", Domain.WEEKS, INTERNAL, "t_x: from the first purchase to the last; 0 where x is 0");
    public static final Field AGE_WEEKS =
            T.optional("age_weeks", Domain.WEEKS, INTERNAL, "T: from the first purchase to the end of calibration");
    public static final Field REPEAT_SPEND_AMOUNT = T.optional(
            "repeat_spend_amount", Domain.AMOUNT, INTERNAL, "Spend on the x repeat days, returns not deducted");
    public static final Field SELECTION_FREQUENCY_COUNT = T.optional(
            "selection_frequency_count",
            Domain.COUNT.in("purchase days"),
            INTERNAL,
            "Repeat purchase days by the earlier day on which models are tried; empty before the first purchase");
    public static final Field SELECTION_RECENCY_WEEKS = T.optional(
            "selection_recency_weeks",
            Domain.WEEKS,
            INTERNAL,
            "From the first purchase to the last by that earlier day");
    public static final Field CLV_GROUP_CODE = T.optional(
            "clv_group_code",
            Domain.CODE,
            INTERNAL,
            "Values of the covariates that models tell apart, such as segment=premium; empty where they use none");
    public static final Field FIRST_PURCHASE_DATE =
            T.optional("first_purchase_date", Domain.DATE, INTERNAL, "Day of the first purchase");
    public static final Field LAST_PURCHASE_DATE =
            T.optional("last_purchase_date", Domain.DATE, INTERNAL, "Day of the last purchase");
    public static final Field PAUSE_STARTED_DATE = T.optional(
            "pause_started_date",
            Domain.DATE,
            INTERNAL,
            "Day of the last purchase before the pause that ended on pause_ended_date");
    public static final Field PAUSE_ENDED_DATE = T.optional(
            "pause_ended_date",
            Domain.DATE,
            INTERNAL,
            "Day of the last purchase after a pause longer than segments.lost-days");
    public static final Field PURCHASE_DAY_COUNT = T.required(
            "purchase_day_count", Domain.COUNT.in("days"), INTERNAL, "Days with a purchase up to the business date");
    public static final Field NET_REVENUE_AMOUNT =
            T.required("net_revenue_amount", Domain.AMOUNT, INTERNAL, "Sales less returns so far");
    public static final Field RETURN_AMOUNT =
            T.required("return_amount", Domain.AMOUNT, INTERNAL, "Returns so far, as a negative amount");
    public static final Field MARGIN_AMOUNT = T.required(
            "margin_amount", Domain.AMOUNT, INTERNAL, "Net revenue less cost of goods, known or by the margin setting");
    public static final Field NET_REVENUE_365D_AMOUNT = T.required(
            "net_revenue_last_365_days_amount", Domain.AMOUNT, INTERNAL, "Sales less returns of the last 365 days");
    public static final Field CONTACT_COUNT =
            T.required("contact_count", Domain.COUNT, INTERNAL, "Service contacts so far");
    public static final Field CONTACT_365D_COUNT =
            T.required("contact_last_365_days_count", Domain.COUNT, INTERNAL, "Service contacts of the last 365 days");
    public static final Field FIRST_CONTRACT_DATE =
            T.optional("first_contract_date", Domain.DATE, INTERNAL, "Day on which the first contract began");
    public static final Field RECENT_PURCHASE_DAY_COUNT = T.required(
            "recent_purchase_day_count",
            Domain.COUNT.in("days"),
            INTERNAL,
            "Days with a purchase in the whole months of models.value.cost-months");
    public static final Field RECENT_CONTRACT_MONTHS = T.required(
            "recent_contract_months",
            Domain.NUMBER.in("months"),
            INTERNAL,
            "Months under contract in these months, all contracts together, to the nearest");
    public static final Field RECENT_COST_TO_SERVE_AMOUNT =
            T.required("recent_cost_to_serve_amount", Domain.AMOUNT, INTERNAL, "Cost to serve in these months");
    public static final Field RECENT_RETENTION_COST_AMOUNT = T.required(
            "recent_retention_cost_amount", Domain.AMOUNT, INTERNAL, "Spend on keeping the customer in these months");
    public static final Field LAST_NPS_SCORE =
            T.optional("last_nps_score", Domain.SCORE, INTERNAL, "Last answer to the recommendation question, 0 to 10");

    public static final Table TABLE = T.build();

    /** Customers whom a source still has: only they have a future to be valued. */
    public static Column isKnown() {
        return not(IS_DELETED.col().eqNullSafe(lit(true)));
    }

    private FeatureCustomer() {}
}
