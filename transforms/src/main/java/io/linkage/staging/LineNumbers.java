package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.try_add;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Numbers clean rows without a number of their own, in the order of their contents, after the largest number that any source
 * delivers of the same order: a credit note that is booked under its order is a further line of it.
 */
final class LineNumbers {
    /** The row repeats another one exactly, and both are kept under numbers of their own. */
    private static final String REPEATS = "repeats another line";

    private static final String NEXT = "_next_number";
    private static final String ALIKE = "_alike";

    private LineNumbers() {}

    /** The same rows, each clean one with its number; what repeats another one has a warning. */
    static Dataset<Row> filled(Table contract, Dataset<Row> rows) {
        Column number = contract.numbered().col();
        Column lacks = col(Deduplicate.CLEAN).and(number.isNull());
        // Rows without a number come first, so that their place among all is that among themselves.
        WindowSpec lines = within(contract).orderBy(order(contract).toArray(Column[]::new));
        WindowSpec all = lines.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column largest = greatest(lit(0), max(number).over(all));
        Column alike = lag(Judge.DIGEST, 1).over(lines).equalTo(col(Judge.DIGEST));
        // No number is left where a source writes the largest there is.
        String missing = contract.numbered().name() + ": MISSING";
        return rows.withColumn(NEXT, when(lacks, try_add(largest, row_number().over(lines))))
                .withColumn(ALIKE, lacks.and(alike))
                .withColumn(contract.numbered().name(), coalesce(number, col(NEXT)))
                .withColumn(Deduplicate.WARNING, when(col(NEXT).isNotNull().and(col(ALIKE)), lit(REPEATS)))
                .withColumn(Judge.REASON, coalesce(col(Judge.REASON), when(number.isNull(), lit(missing))))
                .drop(NEXT, ALIKE);
    }

    private static WindowSpec within(Table contract) {
        List<Column> within = new ArrayList<>(List.of(col(Deduplicate.CLEAN)));
        contract.keys().stream().filter(key -> !key.equals(contract.numbered())).forEach(key -> within.add(key.col()));
        return Window.partitionBy(within.toArray(Column[]::new));
    }

    private static List<Column> order(Table contract) {
        List<Column> order = new ArrayList<>(List.of(contract.numbered().col().asc_nulls_first()));
        contract.received().stream()
                .filter(field -> !field.equals(contract.numbered()))
                .map(Field::col)
                .forEach(order::add);
        order.add(col(Judge.DIGEST));
        order.addAll(Deduplicate.position());
        return order;
    }
}
