package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Table;
import io.linkage.table.staging.Arrival;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which load first brought a change. A file that stays in place is read every night: where a source brings of a record what it
 * brought before, with nothing else between, that is the same change again. With a moment of its own a change is the same
 * whatever of other moments came between; without one, anything of the record that came between parts the two.
 */
final class FirstLoad {
    /** Business date of the night that first loaded the change. */
    static final String SINCE = "_since";

    private static final String DELIVERY = "_delivery";
    private static final String ALIKE = "_alike";
    private static final String NEWS = "_news";

    private FirstLoad() {}

    /** The same rows, each with the load that counts for it; changes: whether any of their sources sends changes. */
    static Dataset<Row> told(Table contract, Dataset<Row> rows, boolean changes) {
        if (!changes || contract.history()) {
            // Of a feed with history every night's row may stand: History leaves out what is as it was.
            return rows.withColumn(SINCE, col(Landing.LOADED));
        }
        List<Column> record = new ArrayList<>(List.of(col(Deduplicate.CLEAN)));
        contract.keys().forEach(key -> record.add(key.col()));
        record.add(col(Arrival.SOURCE));
        WindowSpec deliveries = by(record).orderBy(Landing.LOADED);
        record.add(col(Arrival.CHANGED));
        WindowSpec moment = by(record).orderBy(Landing.LOADED);
        record.add(col(Landing.LOADED));
        WindowSpec night = by(record);
        Column content = col(Deduplicate.CONTENT);
        Column alike = min(content).over(night).equalTo(max(content).over(night));
        Column since = max(when(col(NEWS), col(Landing.LOADED))).over(moment);
        return rows.withColumn(ALIKE, alike)
                .withColumn(DELIVERY, dense_rank().over(deliveries))
                .withColumn(NEWS, news(moment))
                .withColumn(SINCE, when(sendsChanges(), since).otherwise(col(Landing.LOADED)))
                .drop(ALIKE, DELIVERY, NEWS);
    }

    /** Rows of one night that contradict each other repeat nothing, and nothing repeats them. */
    private static Column news(WindowSpec moment) {
        Column next = col(DELIVERY).minus(lag(DELIVERY, 1).over(moment)).leq(1);
        Column again = col(ALIKE)
                .and(lag(ALIKE, 1).over(moment))
                .and(lag(Deduplicate.CONTENT, 1).over(moment).equalTo(col(Deduplicate.CONTENT)))
                .and(col(Arrival.CHANGED).isNotNull().or(next));
        return coalesce(again, lit(false)).equalTo(false);
    }

    /** Whether the row's source sends changes. */
    static Column sendsChanges() {
        return col(Judge.LOAD).equalTo(Load.CHANGES.name());
    }

    private static WindowSpec by(List<Column> columns) {
        return Window.partitionBy(columns.toArray(Column[]::new));
    }
}
