package io.linkage.table.mart;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** What units thought their customers would say, beside what they said. */
public final class EstimateVsMeasured {
    private static final TableBuilder T = Table.named("mart_estimate_vs_measured", Layer.MART)
            .grain("one row per business date, unit, metric and year that the unit made an estimate or a target for")
            .meaning("How well units know their customers, and how far they are from their target for next year.");

    public static final Field AS_OF_DATE = T.sliceKey("as_of_date", Domain.DATE, "Business date of the night");
    public static final Field UNIT_SOURCE_ID =
            T.key("unit_source_id", Domain.ID, INTERNAL, "Unit that made the estimate, by its source identifier");
    public static final Field METRIC_CODE =
            T.key("metric_code", Domain.CODE, INTERNAL, "Metric of the estimate, as in mart_experience");
    public static final Field YEAR_NUMBER =
            T.key("year_number", Domain.NUMBER, INTERNAL, "Year of both the estimate and the answers");
    public static final Field OWN_ESTIMATE =
            T.optional("own_estimate", Domain.ESTIMATE, INTERNAL, "What the unit thought, in the unit of the metric");
    public static final Field ANSWER_COUNT =
            T.required("answer_count", Domain.COUNT, INTERNAL, "Answers of customers whom the unit served in the year");
    public static final Field MEASURED_ESTIMATE = T.optional(
            "measured_estimate", Domain.ESTIMATE, INTERNAL, "What customers said; empty where none answered");
    public static final Field GAP_ESTIMATE = T.optional(
            "gap_estimate", Domain.ESTIMATE, INTERNAL, "Own estimate less measured: above 0 it was too rosy");
    public static final Field GAP_LOW_ESTIMATE =
            T.optional("gap_low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the 95 % interval of the gap");
    public static final Field GAP_HIGH_ESTIMATE =
            T.optional("gap_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the 95 % interval of the gap");
    public static final Field KNOWLEDGE_RANK = T.optional(
            "knowledge_rank", Domain.RANK, INTERNAL, "Place by the size of the gap; 1 knows its customers best");
    public static final Field TARGET_ESTIMATE =
            T.optional("target_estimate", Domain.ESTIMATE, INTERNAL, "What the unit aimed at in the year itself");
    public static final Field NEXT_TARGET_ESTIMATE =
            T.optional("next_target_estimate", Domain.ESTIMATE, INTERNAL, "What the unit aims at in the year after");
    public static final Field DISTANCE_ESTIMATE = T.optional(
            "distance_estimate", Domain.ESTIMATE, INTERNAL, "Target of the year after less measured: still to be won");

    public static final Field UNIT_COUNT = T.required(
            "unit_count", Domain.COUNT, INTERNAL, "Units of metric and year with both an estimate and answers");
    public static final Field MEAN_GAP_ESTIMATE =
            T.optional("mean_gap_estimate", Domain.ESTIMATE, INTERNAL, "Mean gap over these units");
    public static final Field MEAN_GAP_LOW_ESTIMATE = T.optional(
            "mean_gap_low_estimate", Domain.ESTIMATE, INTERNAL, "Lower end of the mean gap's 95 % paired interval");
    public static final Field MEAN_GAP_HIGH_ESTIMATE = T.optional(
            "mean_gap_high_estimate", Domain.ESTIMATE, INTERNAL, "Upper end of the mean gap's 95 % paired interval");
    public static final Field CALIBRATION_RATIO = T.optional(
            "calibration_ratio",
            Domain.RATIO,
            INTERNAL,
            "Measured points per estimated point: 1 where units tell their differences rightly, 0 where they do not");

    public static final Table TABLE = T.build();

    private EstimateVsMeasured() {}
}
