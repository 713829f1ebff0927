package io.linkage.jobs.lake;

import io.delta.storage.LocalLogStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager;

/**
 * The one Spark session of a process: on this machine, or on the cluster that spark-submit names. What spark-submit or a
 * {@code -Dspark.*} property sets goes before these settings, but for those that decide the rows.
 */
public final class SparkSessions {
    private static final String LOCAL_DIR = "spark.local.dir";
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    /**
     * The locale of the program itself, {@code Locale.ROOT}, for executors too: Spark's upper and lower case are those of the language of
     * the machine, in which an I may have a dot. Of options given twice a JVM takes the last.
     */
    private static final String NO_LANGUAGE = " -Duser.language= -Duser.country= -Duser.script= -Duser.variant=";

    private SparkSessions() {}

    /** Starts the session, or gives the one that runs. */
    public static SparkSession start(Warehouse warehouse) {
        return start(new SparkConf(true), warehouse);
    }

    /** The same, with settings that go before those of Linkage, but for those that decide the rows. */
    public static SparkSession start(SparkConf given, Warehouse warehouse) {
        SparkSession session = SparkSession.builder()
                .config(settings(given, warehouse, () -> Spill.of(warehouse)))
                .getOrCreate();
        SparkContext context = session.sparkContext();
        HadoopDefaults.thin(context.hadoopConfiguration(), context.isLocal());
        return session;
    }

    /**
     * Every setting that differs from Spark's own default, added to what is given.
     *
     * @param spill makes the folder of this process, where nothing else is given
     */
    static SparkConf settings(SparkConf given, Warehouse warehouse, Supplier<Path> spill) {
        given.setIfMissing("spark.app.name", "linkage");
        given.setIfMissing("spark.master", "local[2]");
        meaning().forEach(given::set);
        smallTables().forEach(given::setIfMissing);
        localLogs().forEach(given::setIfMissing);
        closedDoors().forEach(given::setIfMissing);
        given.setIfMissing("spark.sql.warehouse.dir", warehouse.temporary().toString());
        if (given.get("spark.master").startsWith("local")) {
            thisMachine().forEach(given::setIfMissing);
            if (!given.contains(LOCAL_DIR)) {
                given.set(LOCAL_DIR, spill.get().toString());
            }
        } else {
            given.set(EXECUTOR_OPTIONS, (given.get(EXECUTOR_OPTIONS, "") + NO_LANGUAGE).trim());
        }
        return given;
    }

    /** What decides the result of a query, or where a path leads: no file of settings changes it. */
    static Map<String, String> meaning() {
        return Map.of(
                // A cluster may call its HDFS the default: paths of a warehouse are those of the file system all the
                // same.
                "spark.hadoop.fs.defaultFS", "file:///",
                "spark.sql.ansi.enabled", "true",
                "spark.sql.session.timeZone", "UTC",
                "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
                "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
                "spark.databricks.delta.properties.defaults.enableDeletionVectors", "false",
                "spark.hadoop.parquet.page.verify-checksum.enabled", "true");
    }

    /** Many small tables: few tasks, few files; a cluster sets more. No session brings code: executors load classes once for all. */
    private static Map<String, String> smallTables() {
        return Map.of(
                "spark.sql.shuffle.partitions", "4",
                "spark.sql.adaptive.coalescePartitions.parallelismFirst", "false",
                "spark.sql.artifact.isolation.enabled", "false",
                "spark.databricks.delta.snapshotPartitions", "1",
                "spark.databricks.delta.allFilesInCrc.thresholdNumFiles", "200",
                "spark.sql.sources.parallelPartitionDiscovery.threshold", "200",
                "spark.sql.sources.parallelPartitionDiscovery.parallelism", "2",
                "spark.sql.codegen.cache.maxEntries", "2000",
                "spark.sql.codegen.wholeStage", "true",
                "spark.sql.maxPlanStringLength", "2000");
    }

    /**
     * Commits to files that a mount shows without processes for each. One night at a time holds the warehouse, and the driver alone
     * writes logs, so that a log that is safe in one process is safe.
     */
    private static Map<String, String> localLogs() {
        return Map.of(
                "spark.delta.logStore.file.impl", LocalLogStore.class.getName(),
                "spark.sql.streaming.checkpointFileManagerClass", FileSystemBasedCheckpointFileManager.class.getName());
    }

    /** Nothing is left open. */
    private static Map<String, String> closedDoors() {
        return Map.of(
                "spark.hadoop.fs.permissions.umask-mode", "027",
                "spark.ui.enabled", "false",
                "spark.ui.showConsoleProgress", "false");
    }

    /** Without a cluster nothing listens beyond this machine. The executors of one must reach the driver, and spill elsewhere. */
    private static Map<String, String> thisMachine() {
        return Map.of(
                "spark.hadoop.fs.file.impl", LocalFiles.class.getName(),
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1");
    }
}
