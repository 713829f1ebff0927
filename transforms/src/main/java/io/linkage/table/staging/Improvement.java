package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Improvement plans with the day of each stage. */
public final class Improvement {
    private static final TableBuilder T = Table.named("stg_improvement", Layer.STAGING)
            .feed("improvement")
            .grain("one row per improvement plan")
            .meaning(
                    "Which improvements were raised, planned, decided, carried out and told to customers, and what they brought.");

    public static final Field IMPROVEMENT_ID =
            T.key("improvement_id", Domain.ID, INTERNAL, "Identifier of the plan in the source system");
    public static final Field THEME_CODE = T.optional("theme_code", Domain.CODE, INTERNAL, "What it improves");
    public static final Field UNIT_SOURCE_ID =
            T.optional("unit_source_id", Domain.ID, INTERNAL, "Unit that carries it out");
    public static final Field RAISED_DATE = T.event("raised_date", Domain.DATE, "Day it was raised");
    public static final Field PLANNED_DATE = T.optional("planned_date", Domain.DATE, INTERNAL, "Day it was planned");
    public static final Field DECIDED_DATE =
            T.optional("decided_date", Domain.DATE, INTERNAL, "Day it was decided upon");
    public static final Field CARRIED_OUT_DATE =
            T.optional("carried_out_date", Domain.DATE, INTERNAL, "Day it was carried out");
    public static final Field TOLD_DATE = T.optional("told_date", Domain.DATE, INTERNAL, "Day customers were told");
    public static final Field EXPECTED_AMOUNT =
            T.optional("expected_amount", Domain.AMOUNT, INTERNAL, "What it is expected to bring in a year");
    public static final Field REALISED_AMOUNT =
            T.optional("realised_amount", Domain.AMOUNT, INTERNAL, "What it brought in a year");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = T.rule(
                    "planned_date: BEFORE_RAISED",
                    "an improvement is planned after it was raised",
                    PLANNED_DATE.col().lt(RAISED_DATE.col()))
            .rule(
                    "decided_date: BEFORE_RAISED",
                    "an improvement is decided upon after it was raised",
                    DECIDED_DATE.col().lt(RAISED_DATE.col()))
            .rule(
                    "carried_out_date: BEFORE_BEGIN",
                    "an improvement is carried out after it was raised, planned and decided upon",
                    CARRIED_OUT_DATE
                            .col()
                            .lt(RAISED_DATE.col())
                            .or(CARRIED_OUT_DATE.col().lt(PLANNED_DATE.col()))
                            .or(CARRIED_OUT_DATE.col().lt(DECIDED_DATE.col())))
            .rule(
                    "told_date: BEFORE_RAISED",
                    "customers are told after it was raised",
                    TOLD_DATE.col().lt(RAISED_DATE.col()))
            .build();

    private Improvement() {}
}
