package io.linkage.jobs.lake;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Plans that give no row, whatever is in the files they read: a company without a silo has many tables of that kind, and each
 * would take a Spark job to find nothing.
 */
final class NoRows {
    private NoRows() {}

    /**
     * Whether Spark's optimiser proves it, from inputs that are known to be empty. Without such an input nothing is asked of the
     * optimiser, which costs as much as a small query.
     */
    static boolean proven(Dataset<Row> rows) {
        LogicalPlan plan = rows.queryExecution().analyzed();
        boolean lacksInput =
                CollectionConverters.asJava(plan.collectLeaves()).stream().anyMatch(NoRows::isEmpty);
        return lacksInput && isEmpty(rows.queryExecution().optimizedPlan());
    }

    /** Whether these are rows that stand in the plan, and there are none: costs nothing. */
    static boolean given(Dataset<Row> rows) {
        return isEmpty(rows.queryExecution().analyzed());
    }

    private static boolean isEmpty(LogicalPlan plan) {
        return plan instanceof LocalRelation local && local.data().isEmpty();
    }
}
