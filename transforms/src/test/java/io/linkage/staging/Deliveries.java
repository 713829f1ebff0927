package io.linkage.staging;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import io.linkage.TableRows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Deliveries of sources written as text. */
final class Deliveries {
    static final Formats PLAIN = new Formats(
            ".",
            "",
            List.of("yyyy-MM-dd"),
            List.of("yyyy-MM-dd HH:mm:ss"),
            ZoneId.of("UTC"),
            List.of("N/A"),
            List.of("yes"),
            List.of("no"));

    private Deliveries() {}

    /** One night's rows. */
    static Dataset<Row> landed(String date, String lines) {
        return landing(TableRows.text(lines), date);
    }

    /** The same from rows at hand. */
    static Dataset<Row> landing(Dataset<Row> rows, String date) {
        return rows.coalesce(1)
                .withColumn(Landing.FILE, lit("rows.csv"))
                .withColumn(Landing.RECORD, monotonically_increasing_id().plus(1))
                .withColumn(Landing.LOADED, lit(java.sql.Date.valueOf(LocalDate.parse(date))))
                .withColumn(Landing.FAULT, lit(null).cast("string"))
                .withColumn(Landing.CHANGE, lit(null).cast("string"));
    }

    /** A source whose columns bear the contract's names. */
    static Received source(Load load, Formats formats, List<Dataset<Row>> nights) {
        Dataset<Row> rows = nights.stream().reduce(Dataset::unionByName).orElseThrow();
        Map<String, String> columns = Stream.of(rows.columns())
                .filter(name -> !Landing.ALL.contains(name))
                .collect(Collectors.toMap(name -> name, name -> name));
        return new Received("shop", load, rows, columns, formats);
    }
}
