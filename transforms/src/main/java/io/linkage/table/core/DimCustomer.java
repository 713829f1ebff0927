package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Customers with the history of what facts are grouped by; no name, no address. */
public final class DimCustomer {
    private static final TableBuilder T = Table.named("dim_customer", Layer.CORE)
            .grain("one row per customer and version, and one per special member")
            .meaning("Who the customers are and were, type 2: a fact meets the version of its date.");

    public static final Field CUSTOMER_SK =
            T.key("customer_sk", Domain.KEY, PSEUDONYMOUS, "Key of this version of the customer");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Key of the customer, whatever the version");
    public static final Field CUSTOMER_SOURCE_ID = T.optional(
            "customer_source_id",
            Domain.ID,
            PSEUDONYMOUS,
            "Identifier of the record seen first, others in brg_customer_identity; empty for a special member");
    public static final Field CUSTOMER_PSEUDONYM = T.required(
            "customer_pseudonym", Domain.ID, PSEUDONYMOUS, "Keyed pseudonym, the same in every night (HMAC-SHA-256)");
    public static final Field CUSTOMER_TYPE_CODE =
            T.required("customer_type_code", Domain.CODE, INTERNAL, "Person, organisation, or the special member");
    public static final Field SEGMENT_CODE =
            T.required("segment_code", Domain.CODE, INTERNAL, "Segment that the company itself assigned");
    public static final Field ACQUISITION_CHANNEL_CODE =
            T.required("acquisition_channel_code", Domain.CODE, INTERNAL, "Channel through which the customer came");
    public static final Field REFERRER_KEY = T.required(
            "referrer_key", Domain.KEY, PSEUDONYMOUS, "Customer who recommended us to this one, or the special member");
    public static final Field COUNTRY_CODE =
            T.required("country_code", Domain.CODE, INTERNAL, "Country, as the source writes it");
    public static final Field FIRST_SEEN_DATE = T.optional(
            "first_seen_date",
            Domain.DATE,
            INTERNAL,
            "First day a source knew the customer, as known by the business date; alike in all versions");
    public static final Field VALID_FROM =
            T.required("valid_from", Domain.DATE, INTERNAL, "First day of the version; the first opens at 1900-01-01");
    public static final Field VALID_TO =
            T.required("valid_to", Domain.DATE, INTERNAL, "First day after the version; 9999-12-31 while current");
    public static final Field IS_CURRENT = T.required("is_current", Domain.FLAG, INTERNAL, "Whether it is the last");
    public static final Field IS_DELETED =
            T.required("is_deleted", Domain.FLAG, INTERNAL, "Whether the source had dropped the customer");
    public static final Field IS_INFERRED = T.required(
            "is_inferred", Domain.FLAG, INTERNAL, "Known from facts only: no record of the customer has come yet");

    public static final Table TABLE = T.build();

    private DimCustomer() {}
}
