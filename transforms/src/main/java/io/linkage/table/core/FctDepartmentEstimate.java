package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Units' own estimates and targets. */
public final class FctDepartmentEstimate {
    private static final TableBuilder T = Table.named("fct_department_estimate", Layer.CORE)
            .grain("one row per unit, metric and year")
            .meaning("What units think their customers will say, and what they aim at.");

    public static final Field UNIT_SK =
            T.referenceKey("unit_sk", DimOrgUnit.UNIT_SK, "Unit as it was at the beginning of the year");
    public static final Field UNIT_SOURCE_ID =
            T.key("unit_source_id", Domain.ID, INTERNAL, "Unit in the source system");
    public static final Field METRIC_CODE = T.key("metric_code", Domain.CODE, INTERNAL, "Metric that was estimated");
    public static final Field YEAR_NUMBER =
            T.key("year_number", Domain.NUMBER, INTERNAL, "Year that the estimate is about");
    public static final Field UNIT_KEY = T.required("unit_key", Domain.KEY, INTERNAL, "Unit, whatever the version");
    public static final Field ESTIMATE_SCORE = T.optional(
            "estimate_score",
            Domain.SCORE,
            INTERNAL,
            "The unit's own estimate of what customers will say, in the unit of the metric");
    public static final Field TARGET_SCORE = T.optional(
            "target_score", Domain.SCORE, INTERNAL, "Target of the unit for the year, in the unit of the metric");

    public static final Table TABLE = T.build();

    private FctDepartmentEstimate() {}
}
