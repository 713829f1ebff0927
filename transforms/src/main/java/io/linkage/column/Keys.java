package io.linkage.column;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.xxhash64;

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

    /**
     * Rows with a key of their own each.
     *
     * @param rows one row per thing
     * @param key name of the new column
     * @param id columns that together name the thing
     */
    public static Dataset<Row> settled(Dataset<Row> rows, String key, Column... id) {
        Column[] salted = java.util.Arrays.copyOf(id, id.length + 1);
        salted[id.length] = org.apache.spark.sql.functions.col("_place");
        Column place = row_number().over(Window.partitionBy(digest(id)).orderBy(id));
        return rows.withColumn("_place", place)
                .withColumn(
                        key,
                        org.apache
                                .spark
                                .sql
                                .functions
                                .when(
                                        org.apache
                                                .spark
                                                .sql
                                                .functions
                                                .col("_place")
                                                .equalTo(1),
                                        digest(id))
                                .otherwise(digest(salted)))
                .drop("_place");
    }
}
