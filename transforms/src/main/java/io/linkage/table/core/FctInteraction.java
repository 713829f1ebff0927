package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** Service contacts: the customer meets the unit of the employee, never the employee. */
public final class FctInteraction {
    private static final TableBuilder T = Table.named("fct_interaction", Layer.CORE)
            .grain("one row per service contact")
            .meaning("Which unit helped which customer, how long it took, and whether it was solved at once.");

    public static final Field INTERACTION_ID =
            T.key("interaction_id", Domain.ID, INTERNAL, "Contact in the source system");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the contact");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field UNIT_SK =
            T.reference("unit_sk", DimOrgUnit.UNIT_SK, "Unit of the employee on the day of the contact");
    public static final Field UNIT_KEY =
            T.required("unit_key", Domain.KEY, INTERNAL, "Unit that helped, whatever the version");
    public static final Field CONTACT_DATE_KEY =
            T.reference("contact_date_key", DimDate.DATE_KEY, "Day of the contact");
    public static final Field CONTACT_DATE =
            T.required("contact_date", Domain.DATE, INTERNAL, "Day of the contact in the company's time zone");
    public static final Field CONTACTED_AT =
            T.required("contacted_at", Domain.MOMENT, INTERNAL, "Moment the contact began");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel of the contact");
    public static final Field REASON_CODE =
            T.optional("reason_code", Domain.CODE, INTERNAL, "Why the customer made contact");
    public static final Field HANDLING_SECONDS =
            T.optional("handling_seconds", Domain.SECONDS, INTERNAL, "Time worked on it");
    public static final Field WAITING_SECONDS =
            T.optional("waiting_seconds", Domain.SECONDS, INTERNAL, "Time the customer waited before it");
    public static final Field IS_SOLVED =
            T.optional("is_solved", Domain.FLAG, INTERNAL, "Whether the question was solved at once");
    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed the row, where its source sends news only and that"
                    + " came after its first delivery");

    public static final Table TABLE = T.build();

    private FctInteraction() {}
}
