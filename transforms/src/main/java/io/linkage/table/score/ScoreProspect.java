package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;

/** Who never bought and may become a customer, and what that is worth; empty where ops_model says that no model holds. */
public final class ScoreProspect {
    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("score_prospect", Layer.SCORE)
            .grain("one row per prospect and business date")
            .meaning("How likely each prospect is to become a customer, at which value and at which cost.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field MODEL_CODE =
            T.required("model_code", Domain.CODE, INTERNAL, "Model that made the forecast, as in ops_model");
    public static final Field WINDOW_DAYS =
            T.required("window_days", Domain.DAYS, INTERNAL, "Days from tonight in which a first purchase counts");
    public static final Field CONVERSION_PROBABILITY = T.required(
            "conversion_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance of a first purchase or contract in these days, to four decimals");
    public static final Field EXPECTED_VALUE_AMOUNT = T.optional(
            "expected_value_amount",
            BALANCE,
            INTERNAL,
            "Margin of the first purchase and of those within models.clv.horizon after it, of a new customer of this"
                    + " segment and channel; empty where no purchase model holds");
    public static final Field ACQUISITION_COST_AMOUNT = T.optional(
            "acquisition_cost_amount",
            BALANCE,
            INTERNAL,
            "What a new customer of this channel cost in recent months, of any channel where this one brought none; empty"
                    + " where no cost is known");
    public static final Field EXPECTED_NET_VALUE_AMOUNT = T.optional(
            "expected_net_value_amount",
            BALANCE,
            INTERNAL,
            "Value less acquisition cost, where known, by the chance of becoming a customer");

    public static final Table TABLE = T.build();

    private ScoreProspect() {}
}
