package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Units' own estimates of what customers will say. */
public final class DepartmentEstimate {
    private static final TableBuilder T = Table.named("stg_department_estimate", Layer.STAGING)
            .feed("department_estimate")
            .grain("one row per unit, metric and year")
            .meaning("What units think their customers will say, and what they aim at.");

    public static final Field UNIT_SOURCE_ID =
            T.key("unit_source_id", Domain.ID, INTERNAL, "Unit that made the estimate");
    public static final Field METRIC_CODE =
            T.key("metric_code", Domain.CODE, INTERNAL, "Metric that was estimated, such as nps or csat");
    public static final Field YEAR_NUMBER =
            T.key("year_number", Domain.NUMBER.between("1900", "2199"), INTERNAL, "Year that the estimate is about");
    public static final Field ESTIMATE_SCORE =
            T.optional("estimate_score", Domain.SCORE, INTERNAL, "The unit's own estimate of what customers will say");
    public static final Field TARGET_SCORE =
            T.optional("target_score", Domain.SCORE, INTERNAL, "Target of the unit for the year");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = T.build();

    private DepartmentEstimate() {}
}
