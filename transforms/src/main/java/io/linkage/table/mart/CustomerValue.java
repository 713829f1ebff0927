package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** What each customer brought in and is worth, for value segments and the board. */
public final class CustomerValue {
    /** Never bought, and never had a contract. */
    public static final String PROSPECT = "prospect";
    /** Bought for the first time lately. */
    public static final String NEW = "new";
    /** Buys, or has a contract that runs. */
    public static final String ACTIVE = "active";
    /** Has not bought for a while. */
    public static final String LAPSING = "lapsing";
    /** Has not bought for so long, or let the only contract end, that they count as gone. */
    public static final String LOST = "lost";
    /** Was lost and bought again lately. */
    public static final String WON_BACK = "won-back";

    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);
    private static final Domain BALANCE_COUNT = Domain.COUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("mart_customer_value", Layer.MART)
            .grain("one row per customer and business date")
            .meaning(
                    "What is this customer worth: history, lifetime value, what it costs to serve, keep and acquire, and what could be"
                            + " won.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, the same in every night");
    public static final Field CUSTOMER_PSEUDONYM = T.required(
            "customer_pseudonym", Domain.ID, PSEUDONYMOUS, "Keyed pseudonym, to join with systems that hold the key");
    public static final Field CUSTOMER_TYPE_CODE =
            T.required("customer_type_code", Domain.CODE, INTERNAL, "Person or organisation");
    public static final Field SEGMENT_CODE =
            T.required("segment_code", Domain.CODE, INTERNAL, "Segment that the company itself assigned");
    public static final Field LIFE_CYCLE_PHASE_CODE = T.required(
            "life_cycle_phase_code",
            Domain.CODE.oneOf(PROSPECT, NEW, ACTIVE, LAPSING, LOST, WON_BACK),
            INTERNAL,
            "Where the customer stands by first and last purchase, pauses and contracts: docs/models/segments.md");
    public static final Field RFM_CODE = T.optional(
            "rfm_code",
            Domain.CODE,
            INTERNAL,
            "Recency, frequency and money, 1 to 5 each, 5 is best: 1 and a point for each fifth of the buyers who are"
                    + " worse; empty for those who never bought");
    public static final Field VALUE_SEGMENT_CODE = T.optional(
            "value_segment_code",
            Domain.CODE,
            INTERNAL,
            "Lifetime value and potential value, each high in the best fifth of the buyers, else low, or unknown; empty for"
                    + " those without purchase and value");
    public static final Field RULE_SEGMENT_CODE = T.optional(
            "rule_segment_code",
            Domain.CODE,
            INTERNAL,
            "First of segments.rules that holds, or other; empty where there are no rules");
    public static final Field ACQUISITION_CHANNEL_CODE =
            T.required("acquisition_channel_code", Domain.CODE, INTERNAL, "Channel through which the customer came");
    public static final Field COUNTRY_CODE =
            T.required("country_code", Domain.CODE, INTERNAL, "Country, as the source writes it");
    public static final Field IS_PROSPECT = T.required(
            "is_prospect", Domain.FLAG, INTERNAL, "Whether the customer has never bought nor held a contract");
    public static final Field FIRST_PURCHASE_DATE =
            T.optional("first_purchase_date", Domain.DATE, INTERNAL, "Day of the first purchase");
    public static final Field LAST_PURCHASE_DATE =
            T.optional("last_purchase_date", Domain.DATE, INTERNAL, "Day of the last purchase");
    public static final Field FIRST_CONTRACT_DATE =
            T.optional("first_contract_date", Domain.DATE, INTERNAL, "Day on which the first contract began");
    public static final Field PURCHASE_DAY_COUNT =
            T.required("purchase_day_count", BALANCE_COUNT, INTERNAL, "Days with a purchase so far");
    public static final Field NET_REVENUE_AMOUNT =
            T.required("net_revenue_amount", BALANCE, INTERNAL, "Sales less returns so far");
    public static final Field RETURN_AMOUNT =
            T.required("return_amount", BALANCE, INTERNAL, "Returns so far, as a negative amount");
    public static final Field MARGIN_AMOUNT = T.required(
            "margin_amount", BALANCE, INTERNAL, "Net revenue less cost of goods, known or by the margin setting");
    public static final Field NET_REVENUE_365D_AMOUNT = T.required(
            "net_revenue_last_365_days_amount", BALANCE, INTERNAL, "Sales less returns of the last 365 days");
    public static final Field RECENT_COST_TO_SERVE_AMOUNT = T.required(
            "recent_cost_to_serve_amount",
            BALANCE,
            INTERNAL,
            "Cost to serve in the whole months of models.value.cost-months");
    public static final Field CONTACT_COUNT =
            T.required("contact_count", BALANCE_COUNT, INTERNAL, "Service contacts so far");
    public static final Field LAST_NPS_SCORE =
            T.optional("last_nps_score", Domain.SCORE, INTERNAL, "Last answer to the recommendation question, 0 to 10");
    public static final Field CLV_BASIS_CODE = T.optional(
            "clv_basis_code",
            Domain.CODE,
            INTERNAL,
            "What the value rests on: purchases, contract or both; empty where nothing could be valued");
    public static final Field CLV_MODEL_CODE = T.optional(
            "clv_model_code",
            Domain.CODE,
            INTERNAL,
            "Purchase model, as in ops_model; empty where none could be fitted");
    public static final Field ALIVE_PROBABILITY = T.optional(
            "alive_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance that the customer still buys at all, whenever; 1 less it is a definition of churn of its own, not"
                    + " churn_probability; empty where the data do not identify dropout");
    public static final Field EXPECTED_PURCHASES =
            T.optional("expected_purchases", Domain.EXPECTED, INTERNAL, "Expected purchase days within the horizon");
    public static final Field EXPECTED_SPEND_AMOUNT = T.optional(
            "expected_spend_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Expected spend per purchase day");
    public static final Field EXPECTED_RENEWALS = T.optional(
            "expected_renewals",
            Domain.EXPECTED.in("renewals"),
            INTERNAL,
            "Expected renewals of running contracts within the horizon");
    public static final Field CONTRACT_VALUE_AMOUNT = T.optional(
            "contract_value_amount",
            BALANCE,
            INTERNAL,
            "The part of the lifetime value that running contracts bring in");
    public static final Field CLV_AMOUNT = T.optional(
            "clv_amount",
            BALANCE,
            INTERNAL,
            "Discounted expected margin of the purchases and renewals within the horizon");
    public static final Field CLV_LOW_AMOUNT = T.optional(
            "clv_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % interval of what the purchases will bring, contracts apart");
    public static final Field CLV_HIGH_AMOUNT = T.optional(
            "clv_high_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % interval of what the purchases will bring, contracts apart");
    public static final Field RESIDUAL_VALUE_AMOUNT = T.optional(
            "residual_value_amount",
            BALANCE,
            INTERNAL,
            "Discounted expected margin of all purchases to come; empty where they have no finite sum");
    public static final Field COST_TO_SERVE_AMOUNT = T.optional(
            "cost_to_serve_amount",
            BALANCE,
            INTERNAL,
            "Discounted expected cost to serve within the horizon; empty where the ledger holds none");
    public static final Field RETENTION_COST_AMOUNT = T.optional(
            "retention_cost_amount",
            BALANCE,
            INTERNAL,
            "Discounted expected spend on keeping within the horizon; empty where the ledger holds none");
    public static final Field ACQUISITION_COST_AMOUNT = T.optional(
            "acquisition_cost_amount",
            BALANCE,
            INTERNAL,
            "What a new customer of the channel cost to acquire, 0 for others; empty where no such spend is known");
    public static final Field NET_VALUE_AMOUNT = T.optional(
            "net_value_amount",
            BALANCE,
            INTERNAL,
            "Lifetime value less the costs to serve, keep and acquire that are known; may be negative");
    public static final Field PROMOTER_VALUE_AMOUNT = T.optional(
            "promoter_value_amount",
            BALANCE,
            INTERNAL,
            "Discounted lifetime value of the customers who come on recommendation, per customer of the same NPS group;"
                    + " empty without enough referrals");
    public static final Field WALLET_BASIS_CODE = T.optional(
            "wallet_basis_code",
            Domain.CODE,
            INTERNAL,
            "What the wallet rests on: stated by the customer, modelled from those asked, share of the segment, or none");
    public static final Field WALLET_SHARE = T.optional(
            "wallet_share", Domain.SHARE, INTERNAL, "Share of the customer's spending in the category that goes to us");
    public static final Field WALLET_AMOUNT =
            T.optional("wallet_amount", BALANCE, INTERNAL, "What the customer spends in the category in a year");
    public static final Field WALLET_LOW_AMOUNT = T.optional(
            "wallet_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % band of the wallet");
    public static final Field WALLET_HIGH_AMOUNT = T.optional(
            "wallet_high_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % band of the wallet");
    public static final Field POTENTIAL_AMOUNT =
            T.optional("potential_amount", BALANCE, INTERNAL, "The part of the wallet that goes elsewhere");
    public static final Field POTENTIAL_VALUE_AMOUNT = T.optional(
            "potential_value_amount",
            BALANCE,
            INTERNAL,
            "Discounted margin within the horizon of the reachable part of the wallet that goes elsewhere");
    public static final Field CHURN_DEFINITION_CODE = T.optional(
            "churn_definition_code",
            Domain.CODE,
            INTERNAL,
            "What leaving is: no purchase, end of contract, or as stated; empty for those not at risk or not scored");
    public static final Field CHURN_PROBABILITY =
            T.optional("churn_probability", Domain.PROBABILITY, INTERNAL, "Chance of leaving in the coming window");
    public static final Field FIRST_CHURN_REASON_CODE = T.optional(
            "first_churn_reason_code",
            Domain.CODE,
            PSEUDONYMOUS,
            "Feature that raises the chance of leaving most, and its value or low, high, missing");
    public static final Field SECOND_CHURN_REASON_CODE =
            T.optional("second_churn_reason_code", Domain.CODE, PSEUDONYMOUS, "Feature that raises it second most");
    public static final Field THIRD_CHURN_REASON_CODE =
            T.optional("third_churn_reason_code", Domain.CODE, PSEUDONYMOUS, "Feature that raises it third most");

    public static final Table TABLE = T.build();

    private CustomerValue() {}
}
