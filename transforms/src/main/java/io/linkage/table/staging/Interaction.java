package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;
import static io.linkage.contract.Privacy.SENSITIVE;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Service contacts between a customer and an employee; names the employee, so it is restricted. */
public final class Interaction {
    private static final TableBuilder T = Table.named("stg_interaction", Layer.STAGING)
            .feed("interaction")
            .restricted()
            .grain("one row per service contact")
            .meaning("Who helped whom, through which channel, how long it took and whether it was solved at once.");

    public static final Field INTERACTION_ID =
            T.key("interaction_id", Domain.ID, INTERNAL, "Identifier of the contact in the source system");
    public static final Field CUSTOMER_SOURCE_ID =
            T.optional("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who made contact, if known");
    public static final Field EMPLOYEE_SOURCE_ID =
            T.optional("employee_source_id", Domain.ID, SENSITIVE, "Employee who helped, if a person did");
    public static final Field CONTACTED_AT = T.event("contacted_at", Domain.MOMENT, "Moment the contact began");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel of the contact");
    public static final Field REASON_CODE =
            T.optional("reason_code", Domain.CODE, INTERNAL, "Why the customer made contact");
    public static final Field HANDLING_SECONDS =
            T.optional("handling_seconds", Domain.SECONDS, INTERNAL, "Time the employee worked on it");
    public static final Field WAITING_SECONDS =
            T.optional("waiting_seconds", Domain.SECONDS, INTERNAL, "Time the customer waited before it");
    public static final Field IS_SOLVED =
            T.optional("is_solved", Domain.FLAG, INTERNAL, "Whether the question was solved at once");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the contact");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);
    public static final Field LATE_LOADED_DATE = Arrival.late(T);

    public static final Table TABLE = T.build();

    private Interaction() {}
}
