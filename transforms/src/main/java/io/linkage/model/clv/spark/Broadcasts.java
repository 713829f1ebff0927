package io.linkage.model.clv.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is sent to each executor once: what it works out for one row serves the rows of every task there. */
final class Broadcasts {
    private Broadcasts() {}

    /** The value on all executors of the session to which a row belongs. */
    static <T> Broadcast<T> of(Dataset<Row> one, T value) {
        return new JavaSparkContext(one.sparkSession().sparkContext()).broadcast(value);
    }
}
