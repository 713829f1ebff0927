package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;

/** Customer lifetime value of everyone who ever bought. */
public final class ScoreClv {
    private static final TableBuilder T = Table.named("score_clv", Layer.SCORE)
            .grain("one row per customer with a purchase and business date")
            .meaning("What each customer is expected to buy and bring in over the horizon.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field MODEL_CODE =
            T.required("model_code", Domain.CODE, INTERNAL, "Purchase model that made the forecast, as in ops_model");
    public static final Field ALIVE_PROBABILITY = T.optional(
            "alive_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance that the customer still buys; empty where the data do not identify dropout");
    public static final Field HORIZON_MONTHS =
            T.required("horizon_months", Domain.NUMBER.in("months"), INTERNAL, "Months of the future that are valued");
    public static final Field EXPECTED_PURCHASES =
            T.required("expected_purchases", Domain.EXPECTED, INTERNAL, "Expected purchase days within the horizon");
    public static final Field EXPECTED_SPEND_AMOUNT = T.required(
            "expected_spend_amount",
            Domain.AMOUNT.additive(io.linkage.contract.Additivity.NON_ADDITIVE),
            INTERNAL,
            "Expected spend per purchase day");
    public static final Field CLV_AMOUNT = T.required(
            "clv_amount",
            Domain.AMOUNT.additive(io.linkage.contract.Additivity.SEMI_ADDITIVE),
            INTERNAL,
            "Discounted expected margin of the purchases within the horizon");
    public static final Field CLV_LOW_AMOUNT = T.optional(
            "clv_low_amount",
            Domain.AMOUNT.additive(io.linkage.contract.Additivity.NON_ADDITIVE),
            INTERNAL,
            "Lower end of the 90 % interval of what the purchases will bring: by chance, and by what is not known of the"
                    + " parameters");
    public static final Field CLV_HIGH_AMOUNT = T.optional(
            "clv_high_amount",
            Domain.AMOUNT.additive(io.linkage.contract.Additivity.NON_ADDITIVE),
            INTERNAL,
            "Upper end of the 90 % interval of what the purchases will bring");

    public static final Field RESIDUAL_VALUE_AMOUNT = T.optional(
            "residual_value_amount",
            Domain.AMOUNT.additive(io.linkage.contract.Additivity.SEMI_ADDITIVE),
            INTERNAL,
            "Discounted expected margin of all purchases to come; empty where they have no finite sum");

    public static final Table TABLE = T.build();

    private ScoreClv() {}
}
