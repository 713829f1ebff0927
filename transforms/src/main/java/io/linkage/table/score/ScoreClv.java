package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;

/** Customer lifetime value of everyone who ever bought or holds a contract. */
public final class ScoreClv {
    /** Valued by purchases alone. */
    public static final String PURCHASES = "purchases";
    /** Valued by running contracts alone. */
    public static final String CONTRACT = "contract";
    /** Valued by both. */
    public static final String BOTH = "both";

    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("score_clv", Layer.SCORE)
            .grain("one row per customer with a purchase or a running contract and business date")
            .meaning("What each customer is expected to buy and bring in over the horizon.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field CLV_BASIS_CODE = T.required(
            "clv_basis_code",
            Domain.CODE.oneOf(PURCHASES, CONTRACT, BOTH),
            INTERNAL,
            "What the value rests on: purchases, running contracts, or both");
    public static final Field MODEL_CODE = T.optional(
            "model_code",
            Domain.CODE,
            INTERNAL,
            "Purchase model that made the forecast, as in ops_model; empty where only a contract is valued");
    public static final Field CONTRACT_MODEL_CODE = T.optional(
            "contract_model_code",
            Domain.CODE,
            INTERNAL,
            "Contract model that made the forecast, as in ops_model; empty where no contract is valued");
    public static final Field ALIVE_PROBABILITY = T.optional(
            "alive_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance that the customer still buys at all, whenever; 1 less it is a definition of churn of its own, not"
                    + " churn_probability; empty where the data do not identify dropout");
    public static final Field HORIZON_MONTHS =
            T.required("horizon_months", Domain.NUMBER.in("months"), INTERNAL, "Months of the future that are valued");
    public static final Field EXPECTED_PURCHASES = T.optional(
            "expected_purchases",
            Domain.EXPECTED,
            INTERNAL,
            "Expected purchase days within the horizon; empty where only a contract is valued");
    public static final Field EXPECTED_SPEND_AMOUNT = T.optional(
            "expected_spend_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Expected spend per purchase day");
    public static final Field EXPECTED_RENEWALS = T.optional(
            "expected_renewals",
            Domain.EXPECTED.in("renewals"),
            INTERNAL,
            "Expected renewals of running contracts within the horizon; empty where no contract is valued");
    public static final Field CONTRACT_VALUE_AMOUNT =
            T.optional("contract_value_amount", BALANCE, INTERNAL, "Discounted expected margin of these renewals");
    public static final Field CLV_AMOUNT = T.required(
            "clv_amount",
            BALANCE,
            INTERNAL,
            "Discounted expected margin of the purchases and renewals within the horizon");
    public static final Field CLV_LOW_AMOUNT = T.optional(
            "clv_low_amount",
            Domain.AMOUNT.additive(Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % interval of what the purchases will bring, contracts apart: by chance, and by what is not"
                    + " known of the parameters");
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
    public static final Field NET_VALUE_AMOUNT = T.required(
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

    public static final Table TABLE = T.build();

    private ScoreClv() {}
}
