package io.linkage.column;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Keys that do not depend on the order of nights: 52 bits of a digest of what they stand for, below the 2^53 up to which
 * every BI tool shows integers exactly. Two things with one digest are told apart by a salt.
 */
public final class Keys {
    private static final int DROPPED_BITS = 12;

    private Keys() {}

    /** Key of a thing by its identifying columns. */
    public static Column digest(Column... parts) {
        return greatest(shiftrightunsigned(xxhash64(parts), DROPPED_BITS), lit(1L));
    }

    /** Digest of what a row holds: where a value stands counts too, which Spark's own digest of columns passes over where one is empty. */
    public static Column contents(List<Column> values) {
        List<Column> parts = new ArrayList<>(values);
        values.forEach(value -> parts.add(value.isNull()));
        return xxhash64(parts.toArray(Column[]::new));
    }

    /**
     * Rows with a key of their own each.
     *
     * @param rows one row per thing
     * @param key name of the new column
     * @param id columns that together name the thing
     */
    public static Dataset<Row> settled(Dataset<Row> rows, String key, Column... id) {
        Column[] salted = Arrays.copyOf(id, id.length + 1);
        salted[id.length] = col("_place");
        Column place = row_number().over(Window.partitionBy(digest(id)).orderBy(id));
        return rows.withColumn("_place", place)
                .withColumn(key, when(col("_place").equalTo(1), digest(id)).otherwise(digest(salted)))
                .drop("_place");
    }
}
