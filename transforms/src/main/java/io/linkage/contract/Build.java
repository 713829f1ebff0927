package io.linkage.contract;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One table and how it comes about: order, lineage, Airflow edges and restart points are derived from these.
 *
 * @param writes the table it makes
 * @param reads the tables it needs, built before it
 * @param from the pure function from inputs to rows
 */
public record Build(Table writes, List<Table> reads, Function<Inputs, Dataset<Row>> from) {

    /** Begins a declaration. */
    public static Draft of(Table writes) {
        return new Draft(writes);
    }

    /** A declaration without its function yet. */
    public record Draft(Table writes) {
        /** The tables it needs and the function that makes it. */
        public Build reads(Function<Inputs, Dataset<Row>> from, Table... reads) {
            return new Build(writes, List.of(reads), from);
        }
    }
}
