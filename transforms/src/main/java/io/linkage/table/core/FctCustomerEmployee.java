package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** The heart: what customers brought in, beside the group of employees they met and how engaged it was. */
public final class FctCustomerEmployee {
    private static final TableBuilder T = Table.named("fct_customer_employee", Layer.CORE)
            .grain("one row per customer, unit and month")
            .meaning("Exposure of customers to groups of employees, with experience, engagement and money.");

    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, or a special member");
    public static final Field UNIT_KEY =
            T.key("unit_key", Domain.KEY, INTERNAL, "Unit that served in the month; not applicable where nobody did");
    public static final Field MONTH_DATE =
            T.key("month_date", Domain.DATE, INTERNAL, "First day of the calendar month");
    public static final Field EXPOSURE_WEIGHT = T.required(
            "exposure_weight",
            Domain.WEIGHT,
            INTERNAL,
            "Share of the month's contacts; sums to 1 per customer and month");
    public static final Field CONTACT_COUNT =
            T.required("contact_count", Domain.COUNT, INTERNAL, "Service contacts of the customer with the group");
    public static final Field HANDLING_SECONDS =
            T.required("handling_seconds", Domain.SECONDS, INTERNAL, "Time worked on them");
    public static final Field SOLVED_COUNT =
            T.required("solved_count", Domain.COUNT, INTERNAL, "Contacts that were solved at once");
    public static final Field KNOWN_OUTCOME_COUNT = T.required(
            "known_outcome_count",
            Domain.COUNT,
            INTERNAL,
            "Contacts of which is known whether they were solved at once");
    public static final Field ENGAGEMENT_SHARE = T.optional(
            "engagement_share",
            Domain.SHARE,
            INTERNAL,
            "Engagement of the unit by the last wave up to the month's end, while that stands");
    public static final Field ENGAGEMENT_1M_SHARE =
            T.optional("engagement_1_month_before_share", Domain.SHARE, INTERNAL, "The same, one month earlier");
    public static final Field ENGAGEMENT_3M_SHARE =
            T.optional("engagement_3_months_before_share", Domain.SHARE, INTERNAL, "The same, three months earlier");
    public static final Field ENGAGEMENT_6M_SHARE =
            T.optional("engagement_6_months_before_share", Domain.SHARE, INTERNAL, "The same, six months earlier");
    public static final Field PROMOTER_COUNT =
            T.required("promoter_count", Domain.COUNT, INTERNAL, "NPS answers of 9 or 10");
    public static final Field PASSIVE_COUNT =
            T.required("passive_count", Domain.COUNT, INTERNAL, "NPS answers of 7 or 8");
    public static final Field DETRACTOR_COUNT =
            T.required("detractor_count", Domain.COUNT, INTERNAL, "NPS answers of 0 to 6");
    public static final Field CES_SCORE_SUM =
            T.required("ces_sum_score", Domain.SCORE, INTERNAL, "Sum of effort answers, each as a share of its scale");
    public static final Field CES_COUNT = T.required("ces_count", Domain.COUNT, INTERNAL, "Answers about effort, CES");
    public static final Field CSAT_SCORE_SUM = T.required(
            "csat_sum_score", Domain.SCORE, INTERNAL, "Sum of satisfaction answers, each as a share of its scale");
    public static final Field CSAT_COUNT =
            T.required("csat_count", Domain.COUNT, INTERNAL, "Answers about satisfaction, CSAT");
    public static final Field NET_REVENUE_AMOUNT = T.required(
            "net_revenue_amount", Domain.AMOUNT, INTERNAL, "Net revenue of the month, by exposure, to the cent");
    public static final Field MARGIN_AMOUNT = T.required(
            "margin_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Margin of the month, by exposure, to the cent; of lines whose cost is not known the share of the settings");
    public static final Field COST_TO_SERVE_AMOUNT = T.required(
            "cost_to_serve_amount",
            Domain.AMOUNT,
            INTERNAL,
            "What serving the customer cost in the month, by exposure, to the cent; of months that the ledger has whole");
    public static final Field HAS_BOUGHT = T.required(
            "has_bought",
            Domain.FLAG,
            INTERNAL,
            "Whether the customer bought anything in the month, from whichever unit and whatever came back");

    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed one of the contacts, where that tells when it was known");

    public static final Table TABLE = T.build();

    private FctCustomerEmployee() {}
}
