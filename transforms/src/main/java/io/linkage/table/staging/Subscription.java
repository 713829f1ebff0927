package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/**
 * Contract spells: a change of price or product begins a new one. Of full extracts one row for each change that a night saw; of
 * appended rows and of changes what stands last, and nothing of what they delete.
 */
public final class Subscription {
    private static final TableBuilder T = Table.named("stg_subscription", Layer.STAGING)
            .feed("subscription")
            .historyOfExtracts()
            .grain(
                    "one row per contract, spell and night whose full extract saw it new, changed or dropped; of appended rows and"
                            + " changes one per contract and spell")
            .meaning("Which customer pays what a month for what, from when to when, and why it ended.");

    public static final Field SUBSCRIPTION_ID =
            T.key("subscription_id", Domain.ID, INTERNAL, "Identifier of the contract in the source system");
    public static final Field STARTED_DATE = T.key("started_date", Domain.DATE, INTERNAL, "First day of the spell");
    public static final Field LOADED_DATE = Arrival.historyKey(T);
    public static final Field CUSTOMER_SOURCE_ID =
            T.required("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who holds the contract");
    public static final Field PRODUCT_SOURCE_ID =
            T.optional("product_source_id", Domain.ID, INTERNAL, "Product that the contract is about");
    public static final Field ENDED_DATE =
            T.optional("ended_date", Domain.DATE, INTERNAL, "First day after the spell; absent while it lasts");
    public static final Field END_REASON_CODE = T.optional(
            "end_reason_code", Domain.CODE, INTERNAL, "Why it ended; absent where a new spell follows or it lasts");
    public static final Field MONTHLY_PRICE =
            T.required("monthly_price", Domain.PRICE.between("0", null), INTERNAL, "Price of one month, without tax");
    public static final Field CURRENCY_CODE =
            T.optional("currency_code", Domain.CODE, INTERNAL, "Currency of the price; absent: the reporting currency");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field IS_DELETED = Arrival.deleted(T);
    public static final Field SOURCE_CODE = Arrival.source(T);

    public static final Table TABLE =
            Currencies.rule(T.spell(STARTED_DATE, ENDED_DATE), CURRENCY_CODE).build();

    private Subscription() {}
}
