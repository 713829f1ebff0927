package io.linkage.jobs.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of a process. What spark-submit or a {@code -Dspark.*} property sets goes before these. */
public final class SparkSessions {
    private SparkSessions() {}

    /** Starts the session, or gives the one that runs. */
    public static SparkSession start(Warehouse warehouse) {
        SparkConf conf = new SparkConf(true);
        settings().forEach(conf::setIfMissing);
        conf.setIfMissing("spark.local.dir", warehouse.temporary().toString());
        conf.setIfMissing("spark.sql.warehouse.dir", warehouse.temporary().toString());
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** Every setting that differs from Spark's own default. */
    static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.app.name", "linkage");
        settings.put("spark.master", "local[2]");
        settings.putAll(meaning());
        settings.putAll(smallTables());
        settings.putAll(closedDoors());
        return settings;
    }

    /** What decides the result of a query. */
    private static Map<String, String> meaning() {
        return Map.of(
                "spark.sql.ansi.enabled", "true",
                "spark.sql.session.timeZone", "UTC",
                "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
                "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
                "spark.databricks.delta.properties.defaults.enableDeletionVectors", "false",
                "spark.hadoop.parquet.page.verify-checksum.enabled", "true");
    }

    /** Many small tables: few tasks, few files; a cluster sets more. */
    private static Map<String, String> smallTables() {
        return Map.of(
                "spark.sql.shuffle.partitions", "4",
                "spark.sql.adaptive.coalescePartitions.parallelismFirst", "false",
                "spark.databricks.delta.snapshotPartitions", "1",
                "spark.sql.sources.parallelPartitionDiscovery.parallelism", "2",
                "spark.sql.codegen.wholeStage", "true",
                "spark.sql.maxPlanStringLength", "2000");
    }

    /** Nothing listens beyond this machine, and nothing is left open. */
    private static Map<String, String> closedDoors() {
        return Map.of(
                "spark.hadoop.fs.permissions.umask-mode", "027",
                "spark.ui.enabled", "false",
                "spark.ui.showConsoleProgress", "false",
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1");
    }
}
