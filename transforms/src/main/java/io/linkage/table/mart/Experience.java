package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.SurveyAnswer;

/** How customers experience the company, each figure with its n and its interval. */
public final class Experience {
    /** Level whose subjects are the units that served. */
    public static final String UNIT = "unit";
    /** Level whose subjects are moments of truth. */
    public static final String MOMENT = "moment";

    /** Perception less expectation of service quality. */
    public static final String GAP = "servqual-gap";
    /** Things gone wrong per 100 customers. */
    public static final String PROBLEMS = "problems";

    private static final TableBuilder T = Table.named("mart_experience", Layer.MART)
            .grain("one row per business date, month, level, subject and metric")
            .meaning(
                    "NPS, CES, CSAT, service quality, ratings and things gone wrong of the month, with what the sample allows to say.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field MONTH_DATE = T.key("month_date", Domain.DATE, INTERNAL, "First day of the month");
    public static final Field LEVEL_CODE = T.key(
            "level_code",
            Domain.CODE,
            INTERNAL,
            "Level of the question; also unit (that served) and moment (of truth)");
    public static final Field SUBJECT_CODE =
            T.key("subject_code", Domain.CODE, INTERNAL, "Which unit, moment, value, process or attribute");
    public static final Field METRIC_CODE = T.key(
            "metric_code",
            Domain.CODE.oneOf(
                    SurveyAnswer.NPS,
                    SurveyAnswer.CES,
                    SurveyAnswer.CSAT,
                    SurveyAnswer.EXPECTATION,
                    SurveyAnswer.PERCEPTION,
                    SurveyAnswer.RATING,
                    GAP,
                    PROBLEMS),
            INTERNAL,
            "nps: -100 to 100; csat: share in the top quarter of the scale; servqual-gap: mean of perception less expectation, -1 to"
                    + " 1; problems: things gone wrong per 100 customers; others: mean of the scale, 0 to 1");
    public static final Field ANSWER_COUNT = T.required(
            "answer_count",
            Domain.COUNT,
            INTERNAL,
            "Number of answers, n; of servqual-gap respondents who told both; of problems customers who might have met one");
    public static final Field NO_ANSWER_COUNT = T.required(
            "no_answer_count",
            Domain.COUNT,
            INTERNAL,
            "Times that it was asked and no answer given: left open, or a code that means none");
    public static final Field PROMOTER_COUNT =
            T.required("promoter_count", Domain.COUNT, INTERNAL, "NPS answers of 9 or 10");
    public static final Field DETRACTOR_COUNT =
            T.required("detractor_count", Domain.COUNT, INTERNAL, "NPS answers of 0 to 6");
    public static final Field TOP_COUNT =
            T.required("top_count", Domain.COUNT, INTERNAL, "Answers in the top quarter of the scale");
    public static final Field METRIC_ESTIMATE =
            T.required("metric_estimate", Domain.ESTIMATE, INTERNAL, "Value of the metric in the sample");
    public static final Field STANDARD_ERROR = T.optional(
            "standard_error", Domain.ESTIMATE, INTERNAL, "Of the metric; empty where one answer allows none");
    public static final Field LOW_ESTIMATE = T.optional(
            "low_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Lower end of the 95 % interval: Wilson for csat, Student for means, adjusted for nps below 50 answers, Garwood or wider for"
                    + " problems");
    public static final Field HIGH_ESTIMATE =
            T.optional("high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 95 % interval");

    public static final Field WEIGHTED_ESTIMATE = T.optional(
            "weighted_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Value of the metric where each answer counts by its weight in the sample");
    public static final Field WEIGHTED_ERROR =
            T.optional("weighted_error", Domain.ESTIMATE, INTERNAL, "Standard error of the weighted value");
    public static final Field EFFECTIVE_ANSWER_COUNT = T.optional(
            "effective_answer_count",
            Domain.COUNT,
            INTERNAL,
            "Answers of equal weight that would say as much (Kish 1965), rounded");

    public static final Field SHRUNKEN_ESTIMATE = T.optional(
            "shrunken_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Value drawn towards the other subjects of its level and month, the more the fewer the answers; of 3 subjects");
    public static final Field SHRUNKEN_ERROR =
            T.optional("shrunken_error", Domain.ESTIMATE, INTERNAL, "Standard error of the shrunken value");

    public static final Field TREND_MONTH_COUNT = T.required(
            "trend_month_count",
            Domain.COUNT,
            INTERNAL,
            "Months with answers among the last 36, which the trend rests on");
    public static final Field TREND_ESTIMATE = T.optional(
            "trend_estimate", Domain.ESTIMATE, INTERNAL, "Change of the metric per month; empty below three months");
    public static final Field TREND_ERROR =
            T.optional("trend_error", Domain.ESTIMATE, INTERNAL, "Standard error of the change per month");
    public static final Field CHANCE_PROBABILITY = T.optional(
            "chance_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "How likely so steep a trend would be if there were none (Student's test)");

    public static final Field TARGET_ESTIMATE = T.optional(
            "target_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "What the unit aims at for the year, in the unit of the metric");
    public static final Field TARGET_PROBABILITY = T.optional(
            "target_probability",
            Domain.PROBABILITY,
            INTERNAL,
            "How likely December is at the target if the trend goes on; without a trend, if the level stays");

    public static final Table TABLE = T.build();

    private Experience() {}
}
