package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** Customers in campaigns up to the business date. */
public final class FctCampaignContact {
    private static final TableBuilder T = Table.named("fct_campaign_contact", Layer.CORE)
            .grain("one row per campaign and customer")
            .meaning("Who was contacted in which campaign, who was held back as control, and who responded.");

    public static final Field CAMPAIGN_KEY =
            T.referenceKey("campaign_key", DimCampaign.CAMPAIGN_KEY, "Campaign that the customer is part of");
    public static final Field CUSTOMER_SOURCE_ID =
            T.key("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer in the source system");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the contact");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field CONTACT_DATE_KEY =
            T.reference("contact_date_key", DimDate.DATE_KEY, "Day of the contact");
    public static final Field CONTACT_DATE =
            T.required("contact_date", Domain.DATE, INTERNAL, "Day of the contact in the company's time zone");
    public static final Field CONTACTED_AT = T.required(
            "contacted_at",
            Domain.MOMENT,
            INTERNAL,
            "Moment of the contact; of a control customer, the moment it would have been");
    public static final Field GROUP_CODE =
            T.required("group_code", Domain.CODE, INTERNAL, "Treated, or held back as control");
    public static final Field TREATMENT_PROBABILITY = T.optional(
            "treatment_probability", Domain.PROBABILITY, INTERNAL, "Chance that this customer had of being treated");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel of the contact");
    public static final Field HAS_RESPONDED =
            T.optional("has_responded", Domain.FLAG, INTERNAL, "Whether the customer responded; empty where not known");
    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed the row, where its source sends news only and that"
                    + " came after its first delivery");

    public static final Table TABLE = T.build();

    private FctCampaignContact() {}
}
