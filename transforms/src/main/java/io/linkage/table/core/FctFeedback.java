package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.staging.Arrival;

/** Feedback up to the business date. */
public final class FctFeedback {
    private static final TableBuilder T = Table.named("fct_feedback", Layer.CORE)
            .grain("one row per complaint, idea, review, question or mention")
            .meaning("What customers told the company of their own accord, and whether it was heard.");

    public static final Field FEEDBACK_ID = T.key("feedback_id", Domain.ID, INTERNAL, "Feedback in the source system");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day of the feedback");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field UNIT_SK =
            T.reference("unit_sk", DimOrgUnit.UNIT_SK, "Unit as it was on the day of the feedback");
    public static final Field UNIT_KEY = T.required("unit_key", Domain.KEY, INTERNAL, "Unit, whatever the version");
    public static final Field FEEDBACK_DATE_KEY =
            T.reference("feedback_date_key", DimDate.DATE_KEY, "Day of the feedback");
    public static final Field FEEDBACK_DATE =
            T.required("feedback_date", Domain.DATE, INTERNAL, "Day of the feedback in the company's time zone");
    public static final Field KIND_CODE =
            T.required("kind_code", Domain.CODE, INTERNAL, "Complaint, idea, review, question or mention");
    public static final Field THEME_CODE = T.optional("theme_code", Domain.CODE, INTERNAL, "What it is about");
    public static final Field CHANNEL_CODE =
            T.optional("channel_code", Domain.CODE, INTERNAL, "Channel through which it came");
    public static final Field SENTIMENT_SCORE =
            T.optional("sentiment_score", Domain.SCORE, INTERNAL, "Sentiment, -1 bad to 1 good");
    public static final Field SEVERITY_SCORE =
            T.optional("severity_score", Domain.SCORE, INTERNAL, "Severity, 1 slight to 5 grave");
    public static final Field COST_AMOUNT =
            T.optional("cost_amount", Domain.AMOUNT, INTERNAL, "What it cost the company to put right");
    public static final Field IS_GONE_WRONG =
            T.required("is_gone_wrong", Domain.FLAG, INTERNAL, "Whether something had gone wrong");
    public static final Field HEARD_DATE = T.optional(
            "heard_date",
            Domain.DATE,
            INTERNAL,
            "Day the company took note; empty where it had not by the business date");
    public static final Field IMPROVEMENT_ID =
            T.optional("improvement_id", Domain.ID, INTERNAL, "Improvement plan that it led to");
    public static final Field LATE_DATE = T.optional(
            Arrival.LATE,
            Domain.DATE,
            INTERNAL,
            "Business date of the load that brought or last changed the row, where its source sends news only and that"
                    + " came after its first delivery");

    public static final Table TABLE = T.build();

    private FctFeedback() {}
}
