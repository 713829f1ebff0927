package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Additivity;
import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;

/** Who left and may return, and what they would then be worth; empty where ops_model says that no model holds. */
public final class ScoreWinBack {
    private static final Domain BALANCE = Domain.AMOUNT.additive(Additivity.SEMI_ADDITIVE);

    private static final TableBuilder T = Table.named("score_win_back", Layer.SCORE)
            .grain("one row per lapsed customer and business date")
            .meaning("How likely each lapsed customer is to return, and what a second lifetime would bring in.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field MODEL_CODE =
            T.required("model_code", Domain.CODE, INTERNAL, "Model that made the forecast, as in ops_model");
    public static final Field WINDOW_DAYS =
            T.required("window_days", Domain.DAYS, INTERNAL, "Days from tonight in which a return counts");
    public static final Field RETURN_PROBABILITY = T.required(
            "return_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance of a purchase or contract in these days, to four decimals");
    public static final Field SECOND_LIFETIME_VALUE_AMOUNT = T.optional(
            "second_lifetime_value_amount",
            BALANCE,
            INTERNAL,
            "Margin of the purchase with which the customer would return tonight and of those within models.clv.horizon"
                    + " after it; empty where nothing was ever bought or no purchase model holds");
    public static final Field EXPECTED_VALUE_AMOUNT =
            T.optional("expected_value_amount", BALANCE, INTERNAL, "Second lifetime value by the chance of returning");

    public static final Table TABLE = T.build();

    private ScoreWinBack() {}
}
