package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;
import static org.apache.spark.sql.functions.expr;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Feedback that customers give unasked. */
public final class Feedback {
    private static final TableBuilder T = Table.named("stg_feedback", Layer.STAGING)
            .feed("feedback")
            .grain("one row per complaint, idea, review, question or mention")
            .meaning("What customers tell the company of their own accord.");

    public static final Field FEEDBACK_ID =
            T.key("feedback_id", Domain.ID, INTERNAL, "Identifier of the feedback in the source system");
    public static final Field CUSTOMER_SOURCE_ID =
            T.optional("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who gave it, if known");
    public static final Field GIVEN_AT = T.event("given_at", Domain.MOMENT, "Moment it was given");
    public static final Field KIND_CODE = T.required(
            "kind_code",
            Domain.CODE.oneOf("complaint", "idea", "review", "question", "mention"),
            INTERNAL,
            "Kind of feedback");
    public static final Field THEME_CODE = T.optional("theme_code", Domain.CODE, INTERNAL, "What it is about");
    public static final Field UNIT_SOURCE_ID =
            T.optional("unit_source_id", Domain.ID, INTERNAL, "Unit that it concerns");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel through which it came");
    public static final Field SENTIMENT_SCORE = T.optional(
            "sentiment_score",
            Domain.SCORE.between("-1", "1"),
            INTERNAL,
            "Sentiment as the source delivers it, -1 bad to 1 good");
    public static final Field SEVERITY_SCORE =
            T.optional("severity_score", Domain.SCORE.between("1", "5"), INTERNAL, "Severity, 1 slight to 5 grave");
    public static final Field COST_AMOUNT = T.optional(
            "cost_amount", Domain.AMOUNT.between("0", null), INTERNAL, "What it cost the company to put right");
    public static final Field IS_GONE_WRONG =
            T.standard("is_gone_wrong", Domain.FLAG, INTERNAL, "false", "Whether something had gone wrong");
    public static final Field HEARD_AT =
            T.optional("heard_at", Domain.MOMENT, INTERNAL, "Moment the company took note of it");
    public static final Field IMPROVEMENT_ID =
            T.optional("improvement_id", Domain.ID, INTERNAL, "Improvement plan that it led to");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);
    public static final Field LATE_LOADED_DATE = Arrival.late(T);

    public static final Table TABLE = T.rule(
                    "heard_at: BEFORE_GIVEN",
                    "feedback is heard after it is given; where only days are told, on the day",
                    HEARD_AT.col().lt(GIVEN_AT.col().minus(expr("interval 1 day"))))
            .build();

    private Feedback() {}
}
