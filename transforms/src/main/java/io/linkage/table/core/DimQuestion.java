package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Questions of the surveys of customers and of employees. */
public final class DimQuestion {
    private static final TableBuilder T = Table.named("dim_question", Layer.CORE)
            .grain("one row per audience and question, and one per special member")
            .meaning("Questions that customers and employees were asked, and what each measures.");

    public static final Field QUESTION_KEY = T.key("question_key", Domain.KEY, INTERNAL, "Key of the question");
    public static final Field AUDIENCE_CODE = T.required(
            "audience_code", Domain.CODE, INTERNAL, "Who is asked: customer or employee, or the special member");
    public static final Field QUESTION_CODE = T.required(
            "question_code", Domain.CODE, INTERNAL, "Code of the question in the survey, or the special member");
    public static final Field MEASURES_CODE = T.required(
            "measures_code",
            Domain.CODE,
            INTERNAL,
            "Instrument of a customer question, construct of an employee question");
    public static final Field LEVEL_CODE = T.required(
            "level_code",
            Domain.CODE,
            INTERNAL,
            "What a customer question is about: organisation, brand value, process, employee service");

    public static final Table TABLE = T.build();

    private DimQuestion() {}
}
