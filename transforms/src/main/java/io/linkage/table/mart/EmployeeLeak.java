package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.table.core.FctEngagement;

/** Where employees see energy leak away; only groups of them, never a person. */
public final class EmployeeLeak {
    /** All units together. */
    public static final String ALL = "all";

    /** What the questions measure, as the feed of engagement answers names it. */
    public static final String LISTENING = "listening";

    public static final String IMPROVEMENTS = "improvements";
    public static final String DISTINCTIVENESS = "distinctiveness";
    public static final String ROOM_TO_SOLVE = "room-to-solve";
    public static final String MANAGEMENT_EXAMPLE = "management-example";

    private static final TableBuilder T = Table.named("mart_employee_leak", Layer.MART)
            .grain("one row per business date, wave, unit and what was asked about")
            .meaning("How many employees find that energy leaks away, beside a published benchmark.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field WAVE_DATE = T.key("wave_date", Domain.DATE, INTERNAL, "Day on which the wave was held");
    public static final Field UNIT_SOURCE_ID = T.key(
            "unit_source_id",
            Domain.ID,
            INTERNAL,
            "Unit of the employees by its source identifier; all: those of all units that are shown");
    public static final Field CONSTRUCT_CODE = T.key(
            "construct_code",
            Domain.CODE.oneOf(LISTENING, IMPROVEMENTS, DISTINCTIVENESS, ROOM_TO_SOLVE, MANAGEMENT_EXAMPLE),
            INTERNAL,
            "Asked about: listening to customers, improvements carried out, distinctiveness known, room to solve,"
                    + " example of management");
    public static final Field SUPPRESSION_CODE = T.required(
            "suppression_code",
            Domain.CODE.oneOf(FctEngagement.SHOWN, FctEngagement.SMALL, FctEngagement.COMPLEMENTARY),
            INTERNAL,
            "Shown; or withheld as the group is small, or to protect another that is");
    public static final Field RESPONDENT_COUNT =
            T.optional("respondent_count", Domain.COUNT, INTERNAL, "Employees who answered, n; empty where withheld");
    public static final Field DISAGREE_COUNT = T.optional(
            "disagree_count",
            Domain.COUNT,
            INTERNAL,
            "Employees whose mean answer about it lies below the middle of the scale");
    public static final Field DISAGREE_SHARE =
            T.optional("disagree_share", Domain.SHARE, INTERNAL, "Share of the employees who disagree");
    public static final Field DISAGREE_LOW_SHARE = T.optional(
            "disagree_low_share", Domain.SHARE, INTERNAL, "Lower end of the 95 % interval of that share (Wilson 1927)");
    public static final Field DISAGREE_HIGH_SHARE =
            T.optional("disagree_high_share", Domain.SHARE, INTERNAL, "Upper end of the 95 % interval of that share");

    public static final Field BENCHMARK_SHARE = T.required(
            "benchmark_share", Domain.SHARE, INTERNAL, "Share of the employees of the benchmark who found so");
    public static final Field BENCHMARK_COUNT =
            T.required("benchmark_count", Domain.COUNT, INTERNAL, "Employees of the benchmark, n");
    public static final Field DIFFERENCE_ESTIMATE = T.optional(
            "difference_estimate", Domain.ESTIMATE, INTERNAL, "Share less that of the benchmark: above 0 leaks more");
    public static final Field DIFFERENCE_LOW_ESTIMATE = T.optional(
            "difference_low_estimate",
            Domain.ESTIMATE,
            INTERNAL,
            "Lower end of the 95 % interval of the difference (Newcombe 1998)");
    public static final Field DIFFERENCE_HIGH_ESTIMATE = T.optional(
            "difference_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 95 % interval of the difference");

    public static final Table TABLE = T.build();

    private EmployeeLeak() {}
}
