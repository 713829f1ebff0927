package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.SENSITIVE;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Answers of employees in engagement surveys; restricted. */
public final class EngagementAnswer {
    private static final TableBuilder T = Table.named("stg_engagement_answer", Layer.STAGING)
            .feed("engagement_answer")
            .restricted()
            .grain("one row per employee, wave and question")
            .meaning("What employees answered about their work; leaves the restricted zone only as groups.");

    public static final Field EMPLOYEE_SOURCE_ID =
            T.key("employee_source_id", Domain.ID, SENSITIVE, "Employee who answered");
    public static final Field WAVE_DATE = T.key("wave_date", Domain.DATE, INTERNAL, "Day the wave was held");
    public static final Field QUESTION_CODE =
            T.key("question_code", Domain.CODE, INTERNAL, "Question that was answered");
    public static final Field CONSTRUCT_CODE = T.required(
            "construct_code",
            Domain.CODE.oneOf(
                    "engagement",
                    "energy",
                    "listening",
                    "room-to-solve",
                    "management-example",
                    "distinctiveness",
                    "improvements"),
            INTERNAL,
            "What the question measures");
    public static final Field LEAST_SCORE =
            T.standard("least_score", Domain.SCORE, INTERNAL, "1", "Lowest answer of the scale");
    public static final Field MOST_SCORE =
            T.standard("most_score", Domain.SCORE, INTERNAL, "5", "Highest answer of the scale");
    public static final Field IS_REVERSED = T.standard(
            "is_reversed", Domain.FLAG, INTERNAL, "false", "Whether the lowest answer of the scale is the best one");
    public static final Field ANSWER_SCORE =
            T.optional("answer_score", Domain.SCORE, SENSITIVE, "Answer on the scale; absent where none was given");
    public static final Field NO_ANSWER_CODES = Scale.noAnswerCodes(T);
    public static final Field NO_ANSWER_REASON_CODE = Scale.noAnswerReason(T, ANSWER_SCORE);
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the answer");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = Scale.rules(T, ANSWER_SCORE, LEAST_SCORE, MOST_SCORE)
            .noAnswer(ANSWER_SCORE, NO_ANSWER_CODES, NO_ANSWER_REASON_CODE)
            .build();

    private EngagementAnswer() {}
}
