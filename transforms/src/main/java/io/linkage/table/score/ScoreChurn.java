package io.linkage.table.score;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.DimCustomer;

/** How likely each customer at risk is to leave, and why; empty where ops_model says that no model holds. */
public final class ScoreChurn {
    private static final TableBuilder T = Table.named("score_churn", Layer.SCORE)
            .grain("one row per customer at risk and business date")
            .meaning("Who is likely to leave in the coming window, and what speaks for it.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field CUSTOMER_KEY =
            T.key("customer_key", Domain.KEY, DimCustomer.CUSTOMER_KEY.privacy(), "Customer, whatever the version");
    public static final Field DEFINITION_CODE = T.required(
            "churn_definition_code",
            FeatureChurn.DEFINITION_CODE.domain(),
            INTERNAL,
            "What leaving is, as feature_churn defines it");
    public static final Field MODEL_CODE =
            T.required("model_code", Domain.CODE, INTERNAL, "Model that made the forecast, as in ops_model");
    public static final Field GAP_DAYS = T.optional(
            "gap_days",
            Domain.DAYS,
            INTERNAL,
            "Days from tonight to the beginning of the window; empty where the source stated the outcome");
    public static final Field WINDOW_DAYS = T.optional(
            "window_days", Domain.DAYS, INTERNAL, "Days of the window; empty where the source stated the outcome");
    public static final Field CHURN_PROBABILITY = T.required(
            "churn_probability", Domain.PROBABILITY, INTERNAL, "Chance of leaving in the window, to four decimals");
    public static final Field HORIZON_DAYS = T.optional(
            "horizon_days",
            Domain.DAYS,
            INTERNAL,
            "Days from tonight to the end of the last window ahead that the past tells of; empty where no hazard holds");
    public static final Field HORIZON_CHURN_PROBABILITY = T.optional(
            "horizon_churn_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "Chance of leaving in the window or a later one within these days, to four decimals");
    public static final Field MEDIAN_CHURN_DAYS = T.optional(
            "median_churn_days",
            Domain.DAYS,
            INTERNAL,
            "Days from tonight to the end of the window in which the chance of having left passes one half; empty where"
                    + " it does not within the horizon");
    public static final Field FIRST_REASON_CODE = T.optional(
            "first_churn_reason_code",
            Domain.CODE,
            PSEUDONYMOUS,
            "Feature that raises the chance most against the average customer, and its value or low, high, missing");
    public static final Field SECOND_REASON_CODE = T.optional(
            "second_churn_reason_code", Domain.CODE, PSEUDONYMOUS, "Feature that raises the chance second most");
    public static final Field THIRD_REASON_CODE = T.optional(
            "third_churn_reason_code", Domain.CODE, PSEUDONYMOUS, "Feature that raises the chance third most");

    public static final Table TABLE = T.build();

    private ScoreChurn() {}
}
