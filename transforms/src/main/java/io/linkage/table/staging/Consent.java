package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Consent events: granted, denied, revoked. */
public final class Consent {
    /** The customer allows it. */
    public static final String GRANTED = "granted";
    /** The customer never allowed it. */
    public static final String DENIED = "denied";
    /** The customer allowed it once and takes that back. */
    public static final String REVOKED = "revoked";

    private static final TableBuilder T = Table.named("stg_consent", Layer.STAGING)
            .feed("consent")
            .grain("one row per customer, purpose, moment and decision")
            .meaning("What each customer allows the company to do with their data.");

    public static final Field CUSTOMER_SOURCE_ID =
            T.key("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who decided");
    public static final Field PURPOSE_CODE =
            T.key("purpose_code", Domain.CODE, INTERNAL, "Purpose that the decision is about");
    public static final Field DECIDED_AT = T.key("decided_at", Domain.MOMENT, INTERNAL, "Moment of the decision");
    public static final Field DECISION_CODE =
            T.key("decision_code", Domain.CODE.oneOf(GRANTED, DENIED, REVOKED), INTERNAL, "What the customer decided");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = T.build();

    private Consent() {}
}
