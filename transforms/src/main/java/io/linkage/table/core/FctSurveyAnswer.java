package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** Answers of customers, with the counts from which NPS, CES and CSAT are added up. */
public final class FctSurveyAnswer {
    private static final TableBuilder T = Table.named("fct_survey_answer", Layer.CORE)
            .grain("one row per survey, respondent and question that was answered")
            .meaning("What customers answered, about what, and which unit had served them.");

    public static final Field SURVEY_CODE = Asked.survey(T);
    public static final Field RESPONDENT_ID = Asked.respondent(T);
    public static final Field QUESTION_CODE =
            T.key("question_code", Domain.CODE, INTERNAL, "Question that was answered");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the answer");
    public static final Field CUSTOMER_KEY = Asked.customer(T);
    public static final Field UNIT_SK = Asked.unitVersion(T);
    public static final Field UNIT_KEY = Asked.unit(T);
    public static final Field ANSWER_DATE_KEY = T.reference("answer_date_key", DimDate.DATE_KEY, "Day of the answer");
    public static final Field ANSWER_DATE =
            T.required("answer_date", Domain.DATE, INTERNAL, "Day of the answer in the company's time zone");
    public static final Field INSTRUMENT_CODE = Asked.instrument(T);
    public static final Field LEVEL_CODE = Asked.level(T);
    public static final Field SUBJECT_CODE = Asked.subject(T);
    public static final Field MOMENT_CODE = Asked.moment(T);
    public static final Field ANSWER_SCORE =
            T.required("answer_score", Domain.SCORE, INTERNAL, "Answer on the scale of the question");
    public static final Field SCALE_SHARE = T.required(
            "scale_share",
            Domain.SHARE,
            INTERNAL,
            "Answer as a share of the way from the worst answer of the scale to the best");
    public static final Field PROMOTER_COUNT =
            T.required("promoter_count", Domain.COUNT, INTERNAL, "1 for an NPS answer of 9 or 10 on 0 to 10");
    public static final Field PASSIVE_COUNT =
            T.required("passive_count", Domain.COUNT, INTERNAL, "1 for an NPS answer of 7 or 8 on 0 to 10");
    public static final Field DETRACTOR_COUNT =
            T.required("detractor_count", Domain.COUNT, INTERNAL, "1 for an NPS answer of 0 to 6 on 0 to 10");
    public static final Field SAMPLE_WEIGHT =
            T.required("sample_weight", Domain.SAMPLE_WEIGHT, INTERNAL, "Weight of the respondent in the sample");
    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed the row, where its source sends news only and that"
                    + " came after its first delivery");

    public static final Table TABLE = T.build();

    private FctSurveyAnswer() {}
}
