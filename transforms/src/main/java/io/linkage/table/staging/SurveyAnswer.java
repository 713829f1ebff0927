package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;
import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import org.apache.spark.sql.Column;

/** Answers of customers in market research. */
public final class SurveyAnswer {
    /** Instruments: Net Promoter Score, Customer Effort Score, satisfaction, SERVQUAL's two sides, attribute rating. */
    public static final String NPS = "nps";

    public static final String CES = "ces";
    public static final String CSAT = "csat";
    /** What customers expect of an item of SERVQUAL. */
    public static final String EXPECTATION = "servqual-expectation";
    /** What they perceived of it. */
    public static final String PERCEPTION = "servqual-perception";
    /** How good they find an attribute. */
    public static final String RATING = "rating";

    /** Level of a question about the company as a whole. */
    public static final String ORGANISATION = "organisation";
    /** Subject of a question about no part of its level. */
    public static final String WHOLE = "all";

    private static final TableBuilder T = Table.named("stg_survey_answer", Layer.STAGING)
            .feed("survey_answer")
            .grain("one row per survey, respondent and question")
            .meaning("What customers answered, on which scale, about whom and which moment of truth.");

    public static final Field SURVEY_CODE =
            T.key("survey_code", Domain.CODE, INTERNAL, "Survey or wave the answer belongs to");
    public static final Field RESPONDENT_ID =
            T.key("respondent_id", Domain.ID, PSEUDONYMOUS, "Identifier of the respondent within the survey");
    public static final Field QUESTION_CODE =
            T.key("question_code", Domain.CODE, INTERNAL, "Question that was answered");
    public static final Field CUSTOMER_SOURCE_ID =
            T.optional("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who answered, if linked");
    public static final Field ANSWERED_AT = T.event("answered_at", Domain.MOMENT, "Moment the answer was given");
    public static final Field INSTRUMENT_CODE = T.required(
            "instrument_code",
            Domain.CODE.oneOf(NPS, CES, CSAT, EXPECTATION, PERCEPTION, RATING),
            INTERNAL,
            "Instrument that the question belongs to");
    public static final Field LEVEL_CODE = T.standard(
            "level_code",
            Domain.CODE.oneOf(ORGANISATION, "brand-value", "process", "employee-service"),
            INTERNAL,
            ORGANISATION,
            "What the question is about");
    public static final Field SUBJECT_CODE =
            T.standard("subject_code", Domain.CODE, INTERNAL, WHOLE, "Which unit, value, process or attribute");
    public static final Field MOMENT_CODE =
            T.optional("moment_code", Domain.CODE, INTERNAL, "Moment of truth in the customer's journey");
    public static final Field UNIT_SOURCE_ID =
            T.optional("unit_source_id", Domain.ID, INTERNAL, "Unit of the company that served the customer");
    public static final Field LEAST_SCORE =
            T.standard("least_score", Domain.SCORE, INTERNAL, "0", "Lowest answer of the scale");
    public static final Field MOST_SCORE =
            T.standard("most_score", Domain.SCORE, INTERNAL, "10", "Highest answer of the scale");
    public static final Field IS_REVERSED = T.standard(
            "is_reversed", Domain.FLAG, INTERNAL, "false", "Whether the lowest answer of the scale is the best one");
    public static final Field ANSWER_SCORE =
            T.optional("answer_score", Domain.SCORE, INTERNAL, "Answer on the scale; absent where none was given");
    public static final Field NO_ANSWER_CODES = Scale.noAnswerCodes(T);
    public static final Field NO_ANSWER_REASON_CODE = Scale.noAnswerReason(T, ANSWER_SCORE);
    public static final Field SAMPLE_WEIGHT =
            T.standard("sample_weight", Domain.SAMPLE_WEIGHT, INTERNAL, "1", "Weight of the respondent in the sample");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the answer");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);
    public static final Field LATE_LOADED_DATE = Arrival.late(T);

    public static final Table TABLE = Scale.rules(T, ANSWER_SCORE, LEAST_SCORE, MOST_SCORE)
            .noAnswer(ANSWER_SCORE, NO_ANSWER_CODES, NO_ANSWER_REASON_CODE)
            .rule(
                    "most_score: NPS_SCALE",
                    "the Net Promoter Score is asked on a scale from 0 to 10",
                    INSTRUMENT_CODE.col().equalTo(NPS).and(isOtherScale()))
            .build();

    private SurveyAnswer() {}

    private static Column isOtherScale() {
        Column least = LEAST_SCORE.col();
        Column most = MOST_SCORE.col();
        return most.gt(least).and(least.notEqual(lit(0)).or(most.notEqual(lit(10))));
    }
}
