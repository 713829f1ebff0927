package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PERSONAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Customer records of the source systems, one row for each change that a night saw. */
public final class Customer {
    /** A customer who is a person. */
    public static final String PERSON = "person";

    private static final TableBuilder T = Table.named("stg_customer", Layer.STAGING)
            .feed("customer")
            .history()
            .grain("one row per customer record and night that saw it new, changed or dropped")
            .meaning("Customer records as their source system holds them; one without an order is a prospect.");

    public static final Field CUSTOMER_SOURCE_ID =
            T.key("customer_source_id", Domain.ID, PSEUDONYMOUS, "Identifier of the customer in the source system");
    public static final Field LOADED_DATE = Arrival.historyKey(T);
    public static final Field CROSS_REFERENCE_ID = T.optional(
            "cross_reference_id",
            Domain.ID,
            PSEUDONYMOUS,
            "Identifier of the same customer in another system, where this one holds it");
    public static final Field NAME = T.optional("customer_name", Domain.TEXT, PERSONAL, "Full name as recorded");
    public static final Field EMAIL = T.optional("email", Domain.TEXT, PERSONAL, "E-mail address as recorded");
    public static final Field PHONE = T.optional("phone", Domain.TEXT, PERSONAL, "Telephone number as recorded");
    public static final Field STREET = T.optional("street", Domain.TEXT, PERSONAL, "Street with house number");
    public static final Field POSTAL_CODE =
            T.optional("postal_code", Domain.CODE, PERSONAL, "Postal code of the address");
    public static final Field CITY = T.optional("city", Domain.TEXT, INTERNAL, "Town of the address");
    public static final Field COUNTRY_CODE =
            T.optional("country_code", Domain.CODE, INTERNAL, "Country of the address, as the source writes it");
    public static final Field BIRTH_DATE = T.optional("birth_date", Domain.DATE, PERSONAL, "Date of birth of a person");
    public static final Field CUSTOMER_TYPE_CODE = T.standard(
            "customer_type_code",
            Domain.CODE.oneOf(PERSON, "organisation"),
            INTERNAL,
            PERSON,
            "Whether a person or an organisation buys");
    public static final Field SEGMENT_CODE =
            T.optional("segment_code", Domain.CODE, INTERNAL, "Segment that the company itself assigned");
    public static final Field ACQUISITION_CHANNEL_CODE =
            T.optional("acquisition_channel_code", Domain.CODE, INTERNAL, "Channel through which the customer came");
    public static final Field REFERRER_SOURCE_ID = T.optional(
            "referrer_source_id",
            Domain.ID,
            PSEUDONYMOUS,
            "Identifier of the customer who recommended us to this one, where that is recorded");
    public static final Field FIRST_SEEN_DATE =
            T.optional("first_seen_date", Domain.DATE, INTERNAL, "First day the source knew the customer");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the record");
    public static final Field IS_DELETED = Arrival.deleted(T);
    public static final Field SOURCE_CODE = Arrival.source(T);

    public static final Table TABLE = T.rule(
                    "birth_date: FUTURE",
                    "nobody is born after the night that loads the record",
                    BIRTH_DATE.col().gt(LOADED_DATE.col()))
            .build();

    private Customer() {}
}
