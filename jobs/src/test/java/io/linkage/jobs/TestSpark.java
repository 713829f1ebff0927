package io.linkage.jobs;

import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.LocalFiles;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of all tests. */
public final class TestSpark {
    /** Tests of whole nights have rows enough for plans to be compiled. */
    private static final boolean MANY_ROWS = Boolean.getBoolean("linkage.many-rows");

    private static SparkSession session;

    private TestSpark() {}

    /** The session, started at its first use. */
    public static synchronized SparkSession session() {
        if (session == null) {
            SparkSession.Builder builder = SparkSession.builder();
            SparkSessions.localLogs().forEach(builder::config);
            builder.config("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
            session = builder.master("local[2]")
                    .appName("tests")
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.sql.codegen.cache.maxEntries", "2000")
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.ansi.enabled", "true")
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.databricks.delta.snapshotPartitions", "1")
                    .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                    .getOrCreate();
        }
        if (!MANY_ROWS) {
            // As a night treats small tables: plans are interpreted, in one part. A night in this process leaves other
            // settings.
            new Lake(session, new Warehouse(Path.of("none")), List.of()).sized(List.of());
        }
        return session;
    }
}
