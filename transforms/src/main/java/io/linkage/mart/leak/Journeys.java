package io.linkage.mart.leak;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.core.Units;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctImprovement;
import io.linkage.table.mart.EnergyLeak;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The way of each feedback: the day on which it reached each stage. A plan may be older than the feedback that it answers; a stage is
 * never reached before the one that comes first.
 */
final class Journeys {
    static final String GIVEN = "_given";
    static final String HEARD = "_heard";
    static final String PLANNED = "_planned";
    static final String CARRIED_OUT = "_carried_out";
    static final String TOLD = "_told";

    private Journeys() {}

    /** One row per feedback, with its month, unit and theme, its customer and kind, and a day per stage, empty if not reached. */
    static Dataset<Row> of(Inputs in) {
        Dataset<Row> plans = in.rows(FctImprovement.TABLE)
                .select(
                        FctImprovement.IMPROVEMENT_ID.col(),
                        FctImprovement.PLANNED_DATE.col(),
                        FctImprovement.CARRIED_OUT_DATE.col(),
                        FctImprovement.TOLD_DATE.col());
        return in.rows(FctFeedback.TABLE)
                .select(
                        FctFeedback.FEEDBACK_ID.col(),
                        FctFeedback.CUSTOMER_KEY.col(),
                        FctFeedback.UNIT_KEY.col(),
                        FctFeedback.KIND_CODE.col(),
                        EnergyLeak.THEME_CODE.is(coalesce(FctFeedback.THEME_CODE.col(), lit(EnergyLeak.NONE))),
                        FctFeedback.IMPROVEMENT_ID.col(),
                        EnergyLeak.MONTH_DATE.is(Days.month(FctFeedback.FEEDBACK_DATE.col())),
                        FctFeedback.FEEDBACK_DATE.col().as(GIVEN),
                        FctFeedback.HEARD_DATE.col().as(HEARD))
                .join(broadcast(Units.named(in)), new String[] {DimOrgUnit.UNIT_KEY.name()}, "left")
                .withColumn(
                        EnergyLeak.UNIT_SOURCE_ID.name(),
                        coalesce(DimOrgUnit.UNIT_SOURCE_ID.col(), lit(EnergyLeak.NONE)))
                .join(plans, new String[] {FctImprovement.IMPROVEMENT_ID.name()}, "left")
                .withColumn(PLANNED, after(col(HEARD), FctImprovement.PLANNED_DATE.col()))
                .withColumn(CARRIED_OUT, after(col(PLANNED), FctImprovement.CARRIED_OUT_DATE.col()))
                .withColumn(TOLD, after(col(CARRIED_OUT), FctImprovement.TOLD_DATE.col()));
    }

    /** The day of a stage, at the earliest that of the one before; empty unless both were reached. */
    private static Column after(Column before, Column stage) {
        return when(before.isNotNull().and(stage.isNotNull()), greatest(before, stage));
    }
}
