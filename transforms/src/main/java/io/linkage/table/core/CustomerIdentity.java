package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Which customer each identifier of a source system stands for, by which rule, and what the night did to it. */
public final class CustomerIdentity {
    /** Rules that tie records together, the strongest first. */
    public static final String CROSS_REFERENCE = "cross-reference";

    public static final String EMAIL_SURNAME = "email-surname";
    public static final String PHONE_ADDRESS = "phone-address";
    /** No other record is the same customer. */
    public static final String ALONE = "alone";

    /** Nothing changed. */
    public static final String NONE = "none";
    /** A first record, and a customer of its own. */
    public static final String NEW = "new";
    /** A first record of a customer who has others. */
    public static final String JOINED = "joined";
    /** It carried the customer's key, and gave it up for that of another record. */
    public static final String MERGED = "merged";
    /** It left other records, and carries its own key. */
    public static final String SPLIT = "split";
    /** It followed another record to another key. */
    public static final String MOVED = "moved";

    private static final TableBuilder T = Table.named("brg_customer_identity", Layer.CORE)
            .grain("one row per identifier of a customer in a source system")
            .meaning("Which identifiers are one customer, by which rule, and what changed on the business date.");

    public static final Field CUSTOMER_SOURCE_ID =
            T.key("customer_source_id", Domain.ID, PSEUDONYMOUS, "Identifier of the customer in its source system");
    public static final Field CUSTOMER_KEY = T.required(
            "customer_key", Domain.KEY, PSEUDONYMOUS, "Customer: the key of the record among its own seen first");
    public static final Field OWN_KEY =
            T.required("own_key", Domain.KEY, PSEUDONYMOUS, "Key that the identifier has, and keeps, by itself");
    public static final Field IS_LEAD =
            T.required("is_lead", Domain.FLAG, INTERNAL, "Whether the customer carries the key of this record");
    public static final Field MATCH_CODE = T.required(
            "match_code",
            Domain.CODE.oneOf(CROSS_REFERENCE, EMAIL_SURNAME, PHONE_ADDRESS, ALONE),
            INTERNAL,
            "Strongest rule that ties the record to another of the customer; alone: there is none");
    public static final Field RECORD_COUNT =
            T.required("record_count", Domain.COUNT, INTERNAL, "Identifiers that are this customer");
    public static final Field IS_CONFLICTING = T.required(
            "is_conflicting",
            Domain.FLAG,
            INTERNAL,
            "Whether a record that matches was kept apart, for another birth date or too long a chain");
    public static final Field FIRST_LOADED_DATE = T.optional(
            "first_loaded_date", Domain.DATE, INTERNAL, "Night that first saw the record; empty: only facts name it");
    public static final Field PREVIOUS_CUSTOMER_KEY = T.optional(
            "previous_customer_key",
            Domain.KEY,
            PSEUDONYMOUS,
            "Customer by the records of earlier nights; empty where there was no record");
    public static final Field EVENT_CODE = T.required(
            "event_code",
            Domain.CODE.oneOf(NONE, NEW, JOINED, MERGED, SPLIT, MOVED),
            INTERNAL,
            "What the records of the business date did to the customer of this identifier");

    public static final Table TABLE = T.build();

    private CustomerIdentity() {}
}
