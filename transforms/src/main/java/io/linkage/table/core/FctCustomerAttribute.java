package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** Features that a company brought itself, observed up to the business date. */
public final class FctCustomerAttribute {
    private static final TableBuilder T = Table.named("fct_customer_attribute", Layer.CORE)
            .grain("one row per customer, attribute and day of observation")
            .meaning("What was observed of customers beyond the other facts; the last observation holds.");

    public static final Field CUSTOMER_SOURCE_ID =
            T.key("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer in the source system");
    public static final Field ATTRIBUTE_CODE =
            T.key("attribute_code", Domain.CODE, INTERNAL, "Name that the company gave the attribute");
    public static final Field OBSERVED_DATE =
            T.key("observed_date", Domain.DATE, INTERNAL, "Day from which the value was known");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of observation");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field OBSERVED_DATE_KEY =
            T.reference("observed_date_key", DimDate.DATE_KEY, "Day of the observation");
    public static final Field ATTRIBUTE_TEXT =
            T.required("attribute_text", Domain.TEXT, PSEUDONYMOUS, "Value as delivered, a number or a word");
    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed the row, where its source sends news only and that"
                    + " came after its first delivery");

    public static final Table TABLE = T.build();

    private FctCustomerAttribute() {}
}
