package io.linkage.core.employee;

import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctImprovement;
import io.linkage.table.staging.Improvement;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Improvement plans with the stages reached by the business date; what is dated later has not happened yet. */
public final class BuildImprovement {
    public static final Build BUILD = Build.of(FctImprovement.TABLE)
            .reads(BuildImprovement::from, Improvement.TABLE, DimOrgUnit.TABLE, DimDate.TABLE);

    private BuildImprovement() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> raised = Events.upTo(
                in,
                in.rows(Improvement.TABLE),
                Improvement.RAISED_DATE.col(),
                FctImprovement.RAISED_DATE,
                FctImprovement.RAISED_DATE_KEY);
        Dataset<Row> known = Lookup.unit(
                raised,
                in.rows(DimOrgUnit.TABLE),
                Improvement.UNIT_SOURCE_ID.name(),
                FctImprovement.RAISED_DATE.name());
        return FctImprovement.TABLE.shape(staged(known, in));
    }

    private static Dataset<Row> staged(Dataset<Row> plans, Inputs in) {
        Dataset<Row> reached = plans;
        for (Field stage : List.of(
                FctImprovement.PLANNED_DATE,
                FctImprovement.DECIDED_DATE,
                FctImprovement.CARRIED_OUT_DATE,
                FctImprovement.TOLD_DATE)) {
            reached = reached.withColumn(stage.name(), when(stage.col().leq(Days.day(in.asOf())), stage.col()));
        }
        Column furthest = when(FctImprovement.TOLD_DATE.col().isNotNull(), "told")
                .when(FctImprovement.CARRIED_OUT_DATE.col().isNotNull(), "carried-out")
                .when(FctImprovement.DECIDED_DATE.col().isNotNull(), "decided")
                .when(FctImprovement.PLANNED_DATE.col().isNotNull(), "planned")
                .otherwise("raised");
        return reached.withColumn(FctImprovement.STAGE_CODE.name(), furthest)
                .withColumn(
                        FctImprovement.REALISED_AMOUNT.name(),
                        when(FctImprovement.CARRIED_OUT_DATE.col().isNotNull(), FctImprovement.REALISED_AMOUNT.col()));
    }
}
