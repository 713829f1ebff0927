package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Customers in campaigns, the control group too. */
public final class CampaignContact {
    /** Customers who got the campaign. */
    public static final String TREATED = "treated";
    /** Customers held back, so that the effect can be seen. */
    public static final String CONTROL = "control";

    private static final TableBuilder T = Table.named("stg_campaign_contact", Layer.STAGING)
            .feed("campaign_contact")
            .grain("one row per campaign and customer")
            .meaning("Who was contacted in which campaign, who was held back as control, and who responded.");

    public static final Field CAMPAIGN_CODE =
            T.key("campaign_code", Domain.CODE, INTERNAL, "Campaign that the customer is part of");
    public static final Field CUSTOMER_SOURCE_ID =
            T.key("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who was contacted or held back");
    public static final Field CONTACTED_AT = T.event(
            "contacted_at",
            Domain.MOMENT,
            "Moment of the contact; of a control customer, the moment it would have been");
    public static final Field GROUP_CODE = T.required(
            "group_code",
            Domain.CODE.oneOf(TREATED, CONTROL),
            INTERNAL,
            "Whether the customer was treated or held back as control");
    public static final Field TREATMENT_PROBABILITY = T.optional(
            "treatment_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance that this customer had of being treated, where it was drawn");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel of the contact");
    public static final Field HAS_RESPONDED =
            T.optional("has_responded", Domain.FLAG, INTERNAL, "Whether the customer responded; empty where not known");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);
    public static final Field LATE_LOADED_DATE = Arrival.late(T);

    public static final Table TABLE = T.build();

    private CampaignContact() {}
}
