package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.SurveyAnswer;

/** What to improve first: importance of attributes for margin and loyalty beside their performance. */
public final class PriorityMatrix {
    public static final String MARGIN = "margin";
    /** Loyalty as shown: the customer bought again. */
    public static final String REPURCHASE = "repurchase";
    /** Loyalty as told: how likely the customer is to recommend. */
    public static final String RECOMMENDATION = "recommendation";

    /** Methods of {@code io.linkage.model.drivers.Importance}. */
    public static final String EXACT = "lmg";

    public static final String RELATIVE_WEIGHTS = "relative-weights";

    private static final TableBuilder T = Table.named("mart_priority_matrix", Layer.MART)
            .grain("one row per business date, target outcome, and attribute by level, subject and metric")
            .meaning(
                    "Importance, performance, quadrant and euro per point of each attribute; a reason where withheld.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field TARGET_CODE = T.key(
            "target_code",
            Domain.CODE.oneOf(MARGIN, REPURCHASE, RECOMMENDATION),
            INTERNAL,
            "Outcome: margin or a purchase in the days after the answer; recommendation: the same respondent's answer");
    public static final Field LEVEL_CODE =
            T.key("level_code", Domain.CODE, INTERNAL, "What the attribute belongs to, as in mart_experience");
    public static final Field SUBJECT_CODE = T.key(
            "subject_code",
            Domain.CODE,
            INTERNAL,
            "Attribute or activity; all where each answer is about the unit that served");
    public static final Field METRIC_CODE = T.key(
            "metric_code",
            Domain.CODE.oneOf(
                    SurveyAnswer.NPS,
                    SurveyAnswer.CES,
                    SurveyAnswer.CSAT,
                    SurveyAnswer.PERCEPTION,
                    SurveyAnswer.RATING),
            INTERNAL,
            "Instrument by which it is measured, as in mart_experience");
    public static final Field SURVEY_CODE = T.required(
            "survey_code",
            Domain.CODE,
            INTERNAL,
            "Latest of the surveys whose attributes are compared: within it importance shares add up to 1");
    public static final Field VERDICT_CODE = T.required(
            "verdict_code", Domain.CODE, INTERNAL, "Shown, or why figures are withheld (docs/models/priorities.md)");
    public static final Field REASON = T.required("reason", Domain.TEXT, INTERNAL, "The verdict in words");

    public static final Field RESPONDENT_COUNT = T.required(
            "respondent_count",
            Domain.COUNT,
            INTERNAL,
            "Respondents with outcome and half of the attributes at least, on whom the fit rests");
    public static final Field ATTRIBUTE_COUNT =
            T.required("attribute_count", Domain.COUNT, INTERNAL, "Attributes that are compared with each other");
    public static final Field METHOD_CODE = T.optional(
            "method_code",
            Domain.CODE.oneOf(EXACT, RELATIVE_WEIGHTS),
            INTERNAL,
            "How importance was shared out: lmg to 15 attributes, relative weights above");
    public static final Field IMPORTANCE_SHARE = T.optional(
            "importance_share", Domain.SHARE, INTERNAL, "The attribute's part of what all attributes explain");
    public static final Field EXPLAINED_SHARE =
            T.optional("explained_share", Domain.SHARE, INTERNAL, "R2 of all compared attributes together");
    public static final Field HELD_OUT_RATIO = T.optional(
            "held_out_ratio",
            Domain.RATIO,
            INTERNAL,
            "R2 in tenths of the customers that the fit did not see, against the mean; 0 or below: it tells nothing");

    public static final Field ANSWER_COUNT =
            T.required("answer_count", Domain.COUNT, INTERNAL, "Answers about the attribute, whatever their outcome");
    public static final Field PERFORMANCE_ESTIMATE = T.required(
            "performance_estimate", Domain.ESTIMATE, INTERNAL, "Value of the metric, in the unit of mart_experience");
    public static final Field PERFORMANCE_LOW_ESTIMATE = T.optional(
            "performance_low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the metric's 95 % interval");
    public static final Field PERFORMANCE_HIGH_ESTIMATE = T.optional(
            "performance_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the metric's 95 % interval");
    public static final Field TARGET_ESTIMATE = T.optional(
            "target_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Mean target of the units that served, for metric and year; empty where none has one");
    public static final Field TARGET_GAP_ESTIMATE = T.optional(
            "target_gap_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Value of the metric less the target, of answers about units that have one: below 0 it lags");

    public static final Field MEAN_ANSWER_SHARE = T.optional(
            "mean_answer_share",
            Domain.SHARE,
            INTERNAL,
            "Mean answer of the compared respondents as a share of its scale; by it quadrants are told");
    public static final Field QUADRANT_CODE = T.optional(
            "quadrant_code",
            Domain.CODE.oneOf("CONCENTRATE_HERE", "KEEP_UP", "LOW_PRIORITY", "POSSIBLE_OVERKILL"),
            INTERNAL,
            "Where it stands among the compared, by the means of importance and of answers (Martilla and James 1977); empty"
                    + " where the outcome surely falls with it");
    public static final Field STABILITY_SHARE = T.optional(
            "stability_share", Domain.SHARE, INTERNAL, "Share of the bootstrap samples that have the same quadrant");

    public static final Field PER_POINT_ESTIMATE = T.optional(
            "per_point_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Outcome that goes with a point (0 to 100) more, others alike: money, probability, or points of 100");
    public static final Field PER_POINT_ERROR =
            T.optional("per_point_error", Domain.ESTIMATE, INTERNAL, "Its standard error, customers taken whole");
    public static final Field PER_POINT_LOW_ESTIMATE =
            T.optional("per_point_low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of its 90 % interval");
    public static final Field PER_POINT_HIGH_ESTIMATE =
            T.optional("per_point_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of its 90 % interval");

    public static final Table TABLE = T.build();

    private PriorityMatrix() {}
}
