package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/**
 * Contract spells that had begun by the business date; one ends where the next of the contract begins. A contract that pauses has
 * ended: the spell after the pause begins another.
 */
public final class FctSubscription {
    private static final TableBuilder T = Table.named("fct_subscription", Layer.CORE)
            .grain("one row per contract and spell")
            .meaning("Which customer paid what a month for what, from when to when, and why it ended.");

    public static final Field SUBSCRIPTION_ID =
            T.key("subscription_id", Domain.ID, INTERNAL, "Contract in the source system");
    public static final Field STARTED_DATE = T.key("started_date", Domain.DATE, INTERNAL, "First day of the spell");
    public static final Field CONTRACT_STARTED_DATE = T.required(
            "contract_started_date",
            Domain.DATE,
            INTERNAL,
            "First day of the contract: of its first spell, or of the first after its last pause before this one");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of its beginning");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field STARTED_DATE_KEY =
            T.reference("started_date_key", DimDate.DATE_KEY, "Day of its beginning");
    public static final Field PRODUCT_SOURCE_ID =
            T.optional("product_source_id", Domain.ID, INTERNAL, "Product that the contract is about");
    public static final Field ENDED_DATE = T.optional(
            "ended_date",
            Domain.DATE,
            INTERNAL,
            "First day after the spell, where that was known, else the night whose full extract missed it; absent while it lasts."
                    + " A spell that waits for an exchange rate counts to the one before");
    public static final Field END_REASON_CODE = T.optional("end_reason_code", Domain.CODE, INTERNAL, "Why it ended");
    public static final Field IS_LAST = T.required(
            "is_last", Domain.FLAG, INTERNAL, "Whether no later spell of the contract had begun before a pause");
    public static final Field MONTHLY_AMOUNT =
            T.required("monthly_amount", Domain.AMOUNT, INTERNAL, "Price of one month at the rate of its first day");
    public static final Field CURRENT_MONTHLY_AMOUNT = T.required(
            "current_monthly_amount",
            Domain.AMOUNT,
            INTERNAL,
            "Price of one month at the rate of the business date, or of its last day once it has ended");

    public static final Table TABLE = T.build();

    private FctSubscription() {}
}
