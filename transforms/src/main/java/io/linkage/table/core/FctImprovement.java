package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Improvement plans as an accumulating snapshot: only stages reached by the business date are filled. */
public final class FctImprovement {
    private static final TableBuilder T = Table.named("fct_improvement", Layer.CORE)
            .grain("one row per improvement plan")
            .meaning("How far each improvement has come, from raised to told, and what it brought.");

    public static final Field IMPROVEMENT_ID =
            T.key("improvement_id", Domain.ID, INTERNAL, "Plan in the source system");
    public static final Field UNIT_SK =
            T.reference("unit_sk", DimOrgUnit.UNIT_SK, "Unit as it was on the day of its raising");
    public static final Field UNIT_KEY = T.required("unit_key", Domain.KEY, INTERNAL, "Unit, whatever the version");
    public static final Field RAISED_DATE_KEY = T.reference("raised_date_key", DimDate.DATE_KEY, "Day it was raised");
    public static final Field RAISED_DATE =
            T.required("raised_date", Domain.DATE, INTERNAL, "First stage: it was raised");
    public static final Field PLANNED_DATE =
            T.optional("planned_date", Domain.DATE, INTERNAL, "Second stage: it was planned");
    public static final Field DECIDED_DATE =
            T.optional("decided_date", Domain.DATE, INTERNAL, "Third stage: it was decided upon");
    public static final Field CARRIED_OUT_DATE =
            T.optional("carried_out_date", Domain.DATE, INTERNAL, "Fourth stage: it was carried out");
    public static final Field TOLD_DATE =
            T.optional("told_date", Domain.DATE, INTERNAL, "Last stage: customers were told");
    public static final Field STAGE_CODE = T.required(
            "stage_code",
            Domain.CODE.oneOf("raised", "planned", "decided", "carried-out", "told"),
            INTERNAL,
            "Furthest stage reached by the business date");
    public static final Field THEME_CODE = T.optional("theme_code", Domain.CODE, INTERNAL, "What it improves");
    public static final Field EXPECTED_AMOUNT =
            T.optional("expected_amount", Domain.AMOUNT, INTERNAL, "What it is expected to bring in a year");
    public static final Field REALISED_AMOUNT =
            T.optional("realised_amount", Domain.AMOUNT, INTERNAL, "What it brought in a year");

    public static final Table TABLE = T.build();

    private FctImprovement() {}
}
