package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import org.apache.spark.sql.Column;

/** Units' own estimates of what customers will say. */
public final class DepartmentEstimate {
    private static final TableBuilder T = Table.named("stg_department_estimate", Layer.STAGING)
            .feed("department_estimate")
            .grain("one row per unit, metric and year")
            .meaning("What units think their customers will say, and what they aim at.");

    public static final Field UNIT_SOURCE_ID =
            T.key("unit_source_id", Domain.ID, INTERNAL, "Unit that made the estimate");
    public static final Field METRIC_CODE = T.key(
            "metric_code",
            SurveyAnswer.INSTRUMENT_CODE.domain(),
            INTERNAL,
            "Metric that was estimated, of which mart_experience tells what was measured");
    public static final Field YEAR_NUMBER =
            T.key("year_number", Domain.NUMBER.between("1900", "2199"), INTERNAL, "Year that the estimate is about");
    public static final Field ESTIMATE_SCORE = T.optional(
            "estimate_score",
            Domain.SCORE,
            INTERNAL,
            "The unit's own estimate of what customers will say, in the unit of mart_experience: nps -100 to 100,"
                    + " csat as a share and the others as a mean of the scale, both 0 to 1");
    public static final Field TARGET_SCORE =
            T.optional("target_score", Domain.SCORE, INTERNAL, "Target of the unit for the year, in the same unit");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = T.rule(
                    "estimate_score: OFF_METRIC",
                    "an estimate lies where the metric can: nps from -100 to 100, others from 0 to 1",
                    isOff(ESTIMATE_SCORE))
            .rule(
                    "target_score: OFF_METRIC",
                    "a target lies where the metric can: nps from -100 to 100, others from 0 to 1",
                    isOff(TARGET_SCORE))
            .build();

    private DepartmentEstimate() {}

    private static Column isOff(Field score) {
        Column isNps = METRIC_CODE.col().equalTo(SurveyAnswer.NPS);
        return not(score.col()
                .between(
                        when(isNps, lit(-100)).otherwise(lit(0)),
                        when(isNps, lit(100)).otherwise(lit(1))));
    }
}
