package io.linkage.staging;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.table.staging.Arrival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The rows that one record gives where its source tells {@code each}, such as a questionnaire with a question in each
 * column. Only feeds with such a source carry the number of the row within its record.
 */
final class Parts {
    /** Number of the row within its record, from 1. */
    static final String PART = "_part";

    private static final String GIVEN = "_given";
    private static final String PLACE = "_place_in_record";

    private Parts() {}

    /** Whether rows carry the number. */
    static boolean in(Dataset<Row> rows) {
        return Arrays.asList(rows.columns()).contains(PART);
    }

    /**
     * One row for each of the parts that a source tells, beside columns that all of them share.
     *
     * @param shared columns of the record
     * @param own contract columns that parts give themselves
     * @param expression what one part gives for a contract column, as text, under the name it is to bear
     */
    static Dataset<Row> unfolded(
            Received received,
            List<Column> shared,
            List<String> own,
            BiFunction<String, Map<String, String>, Column> expression) {
        if (received.each().isEmpty()) {
            return received.rows().select(with(shared, lit(1).as(PART)));
        }
        Column parts = array(received.each().stream()
                .map(part -> struct(own.stream()
                        .map(column -> expression.apply(column, part))
                        .toArray(Column[]::new)))
                .toArray(Column[]::new));
        Dataset<Row> unfolded =
                received.rows().select(with(shared, posexplode(parts).as(new String[] {PART, GIVEN})));
        return unfolded.select("*", GIVEN + ".*")
                .drop(GIVEN)
                .withColumn(PART, col(PART).plus(1))
                .withColumn(Judge.DIGEST, xxhash64(col(Judge.DIGEST), col(PART)));
    }

    /** 1 on the one row that decides what is said of its record: quarantined goes before kept, then the first. */
    static Dataset<Row> deciding(Dataset<Row> judged, Column reason) {
        Column severity = when(col(Deduplicate.OUTCOME).equalTo(Deduplicate.QUARANTINED), 0)
                .when(col(Deduplicate.OUTCOME).equalTo(Deduplicate.KEPT), 1)
                .otherwise(2);
        return judged.withColumn(
                PLACE, row_number().over(Window.partitionBy(record()).orderBy(severity, reason, col(PART))));
    }

    /** Whether the row decides, where rows were given their place by {@link #deciding}. */
    static Column decides() {
        return col(PLACE).equalTo(1);
    }

    /** One row per record, with the reasons against each of its rows. */
    static Dataset<Row> ofRecords(Dataset<Row> refused, String reason, String row) {
        Column rows = array_sort(collect_list(struct(col(PART), col(reason), col(row))));
        Column told = transform(
                col(GIVEN), part -> concat(lit("row "), part.getField(PART), lit(": "), part.getField(reason)));
        return refused.groupBy(record())
                .agg(rows.as(GIVEN))
                .withColumn(reason, concat_ws("; ", told))
                .withColumn(row, col(GIVEN).getItem(0).getField(row))
                .drop(GIVEN);
    }

    private static Column[] record() {
        return new Column[] {col(Arrival.SOURCE), col(Landing.LOADED), col(Landing.FILE), col(Landing.RECORD)};
    }

    private static Column[] with(List<Column> shared, Column last) {
        List<Column> all = new ArrayList<>(shared);
        all.add(last);
        return all.toArray(Column[]::new);
    }
}
