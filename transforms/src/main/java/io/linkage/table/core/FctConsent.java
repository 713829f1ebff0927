package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Consent as it stood at the end of the business date. */
public final class FctConsent {
    private static final TableBuilder T = Table.named("fct_consent", Layer.CORE)
            .grain("one row per customer and purpose")
            .meaning("What each customer allowed on the business date.");

    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field PURPOSE_CODE =
            T.key("purpose_code", Domain.CODE, INTERNAL, "Purpose that the consent is about");
    public static final Field CUSTOMER_SK = T.reference(
            "customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the last decision");
    public static final Field CUSTOMER_SOURCE_ID = T.required(
            "customer_source_id", Domain.ID, PSEUDONYMOUS, "Identifier under which the customer decided last");
    public static final Field DECISION_DATE_KEY =
            T.reference("decision_date_key", DimDate.DATE_KEY, "Day of the last decision");
    public static final Field DECISION_DATE =
            T.required("decision_date", Domain.DATE, INTERNAL, "Day of the last decision in the company's time zone");
    public static final Field IS_GRANTED = T.required(
            "is_granted", Domain.FLAG, INTERNAL, "Whether it is allowed; of decisions of one moment a refusal stands");

    public static final Field IS_CONTRADICTED = T.required(
            "is_contradicted", Domain.FLAG, INTERNAL, "Whether it was granted and refused at one moment, the last");

    public static final Table TABLE = T.build();

    private FctConsent() {}
}
