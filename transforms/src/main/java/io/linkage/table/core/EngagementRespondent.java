package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.SENSITIVE;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Whose answers the engagement of a group is made of; never leaves the restricted zone. */
public final class EngagementRespondent {
    /** The figure of the group may be shown, and is made of these. */
    public static final String SHOWN = "shown";
    /** The figure was shown once; of late too few answer. */
    public static final String HELD = "held";
    /** Too few answered ever since the wave. */
    public static final String SMALL = "small";

    private static final TableBuilder T = Table.named("brg_engagement_respondent", Layer.CORE)
            .restricted()
            .grain("one row per unit, wave, construct and employee")
            .meaning(
                    "Whose answers the engagement of a group is made of: once shown, it changes with a whole group only.");

    public static final Field UNIT_KEY = T.key("unit_key", Domain.KEY, INTERNAL, "Unit of the employee at the wave");
    public static final Field WAVE_DATE = T.key("wave_date", Domain.DATE, INTERNAL, "Day the wave was held");
    public static final Field CONSTRUCT_CODE =
            T.key("construct_code", Domain.CODE, INTERNAL, "What the questions measure");
    public static final Field EMPLOYEE_SOURCE_ID =
            T.key("employee_source_id", Domain.ID, SENSITIVE, "Employee who answered");
    public static final Field SCALE_SHARE = T.required(
            "scale_share",
            Domain.SHARE,
            SENSITIVE,
            "Mean answer of the employee, as a share of the scale, when it was shown");
    public static final Field PUBLICATION_CODE = T.required(
            "publication_code",
            Domain.CODE.oneOf(SHOWN, HELD, SMALL),
            INTERNAL,
            "Whether the group may be shown; or was, and has become too small; or always was too small");

    public static final Table TABLE = T.build();

    private EngagementRespondent() {}
}
