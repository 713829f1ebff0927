package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Engagement of groups of employees; a group below the minimum shows no figure at all. */
public final class FctEngagement {
    /** A group that is large enough, and gives no smaller one away. */
    public static final String SHOWN = "shown";

    public static final String SMALL = "small";
    /** Large enough, but it would give a smaller one away. */
    public static final String COMPLEMENTARY = "complementary";

    private static final TableBuilder T = Table.named("fct_engagement", Layer.CORE)
            .grain("one row per unit, wave and construct")
            .meaning("How engaged the people of a unit were, as far as privacy allows to say.");

    public static final Field UNIT_KEY = T.key("unit_key", Domain.KEY, INTERNAL, "Unit of the employees");
    public static final Field WAVE_DATE = T.key("wave_date", Domain.DATE, INTERNAL, "Day the wave was held");
    public static final Field CONSTRUCT_CODE =
            T.key("construct_code", Domain.CODE, INTERNAL, "What the questions measure");
    public static final Field UNIT_SK = T.reference("unit_sk", DimOrgUnit.UNIT_SK, "Unit as it was at the wave");
    public static final Field WAVE_DATE_KEY = T.reference("wave_date_key", DimDate.DATE_KEY, "Day of the wave");
    public static final Field SCALE_SHARE = T.optional(
            "scale_share",
            Domain.SHARE,
            INTERNAL,
            "Mean over employees of their mean answer, as a share of the scale; empty where withheld");
    public static final Field RESPONDENT_COUNT =
            T.optional("respondent_count", Domain.COUNT, INTERNAL, "Employees who answered; empty where withheld");
    public static final Field DISAGREE_COUNT = T.optional(
            "disagree_count",
            Domain.COUNT,
            INTERNAL,
            "Those of them whose mean answer lies below the middle of the scale; empty where withheld");
    public static final Field SUPPRESSION_CODE = T.required(
            "suppression_code",
            Domain.CODE.oneOf(SHOWN, SMALL, COMPLEMENTARY),
            INTERNAL,
            "Shown; or withheld as the group is below the minimum, or to protect a sibling that is");

    public static final Field STANDS_UNTIL_DATE = T.required(
            "stands_until_date",
            Domain.DATE,
            INTERNAL,
            "First day on which the wave no longer says how engaged the unit is: another unit came in, or it is too old");

    public static final Table TABLE = T.build();

    private FctEngagement() {}
}
