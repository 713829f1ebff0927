package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.model.quality.Counted;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Counts examples and those who left by name and rounded value, in one pass: what reaches the driver is small. */
final class Tally {
    private static final StructType ENTRIES = new StructType()
            .add("_name", DataTypes.StringType)
            .add("_rounded", DataTypes.DoubleType)
            .add("_left", DataTypes.BooleanType)
            .add("_stake", DataTypes.LongType);

    private static final String WHOLE = "decimal(38,0)";
    private static final BigDecimal SQUARED_CENTS = BigDecimal.valueOf(10_000);

    private Tally() {}

    /** One value of one example under a name. */
    record Entry(String name, double value) {}

    /** What is counted of a row. */
    interface Entries extends Serializable {
        List<Entry> of(Row row);
    }

    /** The counts by name, in rising order of values. */
    static Map<String, List<Counted>> of(Dataset<Row> examples, Entries entries) {
        FlatMapFunction<Row, Row> rows = row -> entries.of(row).stream()
                .map(entry -> RowFactory.create(
                        entry.name(), entry.value(), Examples.left(row), Examples.left(row) ? Examples.stake(row) : 0L))
                .iterator();
        Column cents = col("_stake").cast("decimal(19,0)");
        List<Row> counted = examples.flatMap(rows, Encoders.row(ENTRIES))
                .groupBy("_name", "_rounded")
                .agg(
                        count(lit(1)),
                        sum(when(col("_left"), 1L).otherwise(0L)),
                        sum(col("_stake")).cast(WHOLE),
                        sum(cents.multiply(cents)).cast(WHOLE))
                .collectAsList();
        Map<String, List<Counted>> byName = new TreeMap<>();
        counted.forEach(row -> byName.computeIfAbsent(row.getString(0), unseen -> new ArrayList<>())
                .add(counted(row)));
        return byName.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, named -> Counted.merge(named.getValue())));
    }

    private static Counted counted(Row row) {
        double stake = row.getDecimal(4).movePointLeft(2).doubleValue();
        double squares = row.getDecimal(5).divide(SQUARED_CENTS).doubleValue();
        return new Counted(row.getDouble(1), row.getLong(2), row.getLong(3), stake, squares);
    }
}
