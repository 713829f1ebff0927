package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** How customers experience the company, each figure with its n and its interval. */
public final class Experience {
    private static final TableBuilder T = Table.named("mart_experience", Layer.MART)
            .grain("one row per business date, month, level, subject and metric")
            .meaning("NPS, CES and CSAT of the month, with what the sample allows to say.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field MONTH_DATE = T.key("month_date", Domain.DATE, INTERNAL, "First day of the month");
    public static final Field LEVEL_CODE =
            T.key("level_code", Domain.CODE, INTERNAL, "Organisation, brand value, process or employee service");
    public static final Field SUBJECT_CODE =
            T.key("subject_code", Domain.CODE, INTERNAL, "Which unit, value, process or attribute");
    public static final Field METRIC_CODE = T.key(
            "metric_code",
            Domain.CODE.oneOf("nps", "ces", "csat"),
            INTERNAL,
            "nps: -100 to 100; ces: mean of the scale, 0 to 1; csat: share in the top quarter of the scale");
    public static final Field ANSWER_COUNT = T.required("answer_count", Domain.COUNT, INTERNAL, "Number of answers, n");
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
            "Lower end of the 95 % interval: Wilson for csat, adjusted for nps below 50 answers");
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

    public static final Table TABLE = T.build();

    private Experience() {}
}
