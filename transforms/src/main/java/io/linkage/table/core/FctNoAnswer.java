package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;

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

    public static final Field SURVEY_CODE = T.key("survey_code", Domain.CODE, INTERNAL, "Survey or wave");
    public static final Field RESPONDENT_ID =
            T.key("respondent_id", Domain.ID, PSEUDONYMOUS, "Respondent within the survey");
    public static final Field QUESTION_CODE = T.key("question_code", Domain.CODE, INTERNAL, "Question that was asked");
    public static final Field CUSTOMER_SK =
            T.reference("customer_sk", DimCustomer.CUSTOMER_SK, "Customer as they were on the day they were asked");
    public static final Field CUSTOMER_KEY =
            T.required("customer_key", Domain.KEY, PSEUDONYMOUS, "Customer, whatever the version");
    public static final Field UNIT_SK = T.reference("unit_sk", DimOrgUnit.UNIT_SK, "Unit that had served");
    public static final Field UNIT_KEY =
            T.required("unit_key", Domain.KEY, INTERNAL, "Unit that had served, whatever the version");
    public static final Field ANSWER_DATE_KEY =
            T.reference("answer_date_key", DimDate.DATE_KEY, "Day on which it was asked");
    public static final Field ANSWER_DATE =
            T.required("answer_date", Domain.DATE, INTERNAL, "Day on which it was asked, in the company's time zone");
    public static final Field INSTRUMENT_CODE =
            T.required("instrument_code", Domain.CODE, INTERNAL, "Instrument the question belongs to");
    public static final Field LEVEL_CODE =
            T.required("level_code", Domain.CODE, INTERNAL, "What the question is about");
    public static final Field SUBJECT_CODE =
            T.required("subject_code", Domain.CODE, INTERNAL, "Which unit, value, process or attribute");
    public static final Field MOMENT_CODE =
            T.optional("moment_code", Domain.CODE, INTERNAL, "Moment of truth in the customer's journey");
    public static final Field REASON_CODE = T.required(
            "reason_code", Domain.CODE, INTERNAL, "What the code that was given means; left-open where there was none");

    public static final Table TABLE = T.build();

    private FctNoAnswer() {}
}
