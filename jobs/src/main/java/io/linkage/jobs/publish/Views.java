package io.linkage.jobs.publish;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.PlainParquet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Tables as views of their names, for questions in SQL. */
public final class Views {
    private Views() {}

    /** The tables of a release. */
    public static void ofRelease(SparkSession spark, Path release) throws IOException {
        for (Manifest.Entry table : Manifest.read(release).tables()) {
            StructType schema = new StructType();
            for (Manifest.Described column : table.columns()) {
                schema = schema.add(column.name(), DataType.fromDDL(column.type()));
            }
            PlainParquet.read(spark, release.resolve(table.table()), schema).createOrReplaceTempView(table.table());
        }
    }

    /** The tables as they stand in the lake, save those of the restricted zone. */
    public static void ofLake(Lake lake, List<Table> tables) {
        tables.stream()
                .filter(table -> !table.restricted() && lake.exists(table))
                .forEach(table -> lake.newest(table).createOrReplaceTempView(table.name()));
    }
}
