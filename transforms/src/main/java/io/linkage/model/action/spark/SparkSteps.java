package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.linkage.model.action.Budget;
import io.linkage.model.action.Step;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Steps of all customers where they lie: sums by leading bits reach the driver, and a few single steps.
 *
 * @param rows of steps
 */
record SparkSteps(Dataset<Row> rows) implements Budget.Steps {
    private static final String RANK = "rank";
    private static final String BEFORE = "before";
    private static final String COST = "cost";
    private static final String VALUE = "value";

    /** The columns of a step. */
    static final StructType STEP = new StructType()
            .add(RANK, DataTypes.LongType)
            .add(BEFORE, DataTypes.LongType)
            .add(COST, DataTypes.LongType)
            .add(VALUE, DataTypes.LongType);

    /** The step of such a row. */
    static Step step(Row row) {
        return new Step(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
    }

    @Override
    public List<Budget.Heap> heaps(long from, long until, int bits) {
        return rows
                .filter(col(RANK).geq(from).and(col(RANK).lt(until)))
                .groupBy(call_function("shiftright", col(RANK), lit(bits)).as("upper"))
                .agg(sum(col(COST)), sum(col(VALUE)))
                .collectAsList()
                .stream()
                .map(row -> new Budget.Heap(row.getLong(0), row.getLong(1), row.getLong(2)))
                .toList();
    }

    @Override
    public List<Step> next(long below, long mostCost, int many) {
        return rows
                .filter(col(RANK)
                        .lt(below)
                        .and(col(BEFORE).geq(below))
                        .and(col(COST).leq(mostCost)))
                .orderBy(col(RANK).desc(), col(COST), col(VALUE))
                .limit(many)
                .collectAsList()
                .stream()
                .map(SparkSteps::step)
                .toList();
    }
}
