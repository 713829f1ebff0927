package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Questions that customers were asked and did not answer: item nonresponse, beside the answers there are. */
public final class FctNoAnswer {
    /** Reason where nothing was given, no code either. */
    public static final String OPEN = "left-open";

    private static final TableBuilder T = Table.named("fct_no_answer", Layer.CORE)
            .grain("one row per survey, respondent and question that was asked and not answered")
            .meaning("What customers did not answer, and why where a code says so.");

    public static final Field SURVEY_CODE = Asked.survey(T);
    public static final Field RESPONDENT_ID = Asked.respondent(T);
    public static final Field QUESTION_CODE = T.key("question_code", Domain.CODE, INTERNAL, "Question that was asked");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day they were asked");
    public static final Field CUSTOMER_KEY = Asked.customer(T);
    public static final Field UNIT_SK = Asked.unitVersion(T);
    public static final Field UNIT_KEY = Asked.unit(T);
    public static final Field ANSWER_DATE_KEY =
            T.reference("answer_date_key", DimDate.DATE_KEY, "Day on which it was asked");
    public static final Field ANSWER_DATE =
            T.required("answer_date", Domain.DATE, INTERNAL, "Day on which it was asked, in the company's time zone");
    public static final Field INSTRUMENT_CODE = Asked.instrument(T);
    public static final Field LEVEL_CODE = Asked.level(T);
    public static final Field SUBJECT_CODE = Asked.subject(T);
    public static final Field MOMENT_CODE = Asked.moment(T);
    public static final Field REASON_CODE = T.required(
            "reason_code", Domain.CODE, INTERNAL, "What the code that was given means; left-open where there was none");

    public static final Table TABLE = T.build();

    private FctNoAnswer() {}
}
