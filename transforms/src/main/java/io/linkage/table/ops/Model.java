package io.linkage.table.ops;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Which models were fitted, how well, and which was believed. */
public final class Model {
    /** The model that scores. */
    public static final String CHAMPION = "champion";
    /** A model that could score and was outdone. */
    public static final String CHALLENGER = "challenger";
    /** A model that the data do not support. */
    public static final String REFUSED = "refused";
    /** The naive model that others are held against. */
    public static final String BASELINE = "baseline";
    /** The champion's twin that did not see one part of the rows: what the champion is tested by. */
    public static final String FOLD = "fold";
    /** Model code of a feature that was left out, as it alone tells the outcome; its parameter is the feature. */
    public static final String LEAK = "leak";

    private static final TableBuilder T = Table.named("ops_model", Layer.OPS)
            .grain("one row per night, subject, model and parameter")
            .meaning("Parameters with standard errors, likelihoods, and the verdict of the guards in words.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field SUBJECT_CODE = T.key(
            "subject_code",
            Domain.CODE,
            INTERNAL,
            "What is modelled: clv-purchases, clv-spend, clv-margin, clv-season, contract, contract- and a segment, churn-"
                    + " or hazard- and its definition, win-back, prospect, uplift- and the action, or wallet-share, -stated, -amount,"
                    + " -total, -realistic");
    public static final Field MODEL_CODE = T.key(
            "model_code",
            Domain.CODE,
            INTERNAL,
            "Model, such as bg-nbd; none where nothing could be fitted; leak: a feature that was left out");
    public static final Field PARAMETER_CODE = T.key(
            "parameter_code",
            Domain.CODE,
            INTERNAL,
            "Parameter in the notation of its paper, corr() of two of them, or a feature and its value; or none");
    public static final Field ROLE_CODE = T.required(
            "role_code",
            Domain.CODE.oneOf(CHAMPION, CHALLENGER, REFUSED, BASELINE, FOLD),
            INTERNAL,
            "Whether the model scores, was outdone, was refused, is the baseline, or tests the champion");
    public static final Field STATUS_CODE =
            T.required("status_code", Domain.CODE, INTERNAL, "Verdict of the guard on the subject");
    public static final Field REASON =
            T.required("reason", Domain.TEXT, INTERNAL, "The verdict in words, with figures");
    public static final Field PARAMETER_ESTIMATE = T.optional(
            "parameter_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Estimate by maximum likelihood, of a regression under its ridge; of trees the share of the feature in what"
                    + " they gained, of a leak its area under the curve");
    public static final Field PARAMETER_TEXT = T.optional(
            "parameter_text",
            Domain.TEXT,
            INTERNAL,
            "What is no number: trees as XGBoost writes them, the points of a calibration; empty for a number");
    public static final Field MEAN_ESTIMATE = T.optional(
            "mean_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Mean of the feature in the fit, from which contributions are counted; of a measured effect, the contacts behind it;"
                    + " empty elsewhere");
    public static final Field STANDARD_ERROR = T.optional(
            "standard_error",
            Domain.ESTIMATE,
            INTERNAL,
            "From the curvature of the likelihood, of a regression under its ridge; empty where it is flat");
    public static final Field LOG_LIKELIHOOD_ESTIMATE = T.optional(
            "log_likelihood_estimate", Domain.ESTIMATE, INTERNAL, "Log-likelihood of the model at its maximum");
    public static final Field SELECTION_ERROR_ESTIMATE = T.optional(
            "selection_error_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Mean Poisson deviance per customer of what it forecast when fitted on an earlier day; empty where not tried");
    public static final Field CUSTOMER_COUNT = T.optional(
            "customer_count",
            Domain.COUNT,
            INTERNAL,
            "Histories, contracts, or customers and dates, that entered the fit");
    public static final Field EVENT_COUNT = T.optional(
            "event_count", Domain.COUNT, INTERNAL, "Those of them that left; empty where no event is modelled");
    public static final Field CALIBRATION_END_DATE =
            T.required("calibration_end_date", Domain.DATE, INTERNAL, "Last day whose events entered the fit");

    public static final Table TABLE = T.build();

    private Model() {}
}
