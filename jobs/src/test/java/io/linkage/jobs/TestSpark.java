package io.linkage.jobs;

import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of all tests: a night's own, spilling into a folder that outlives each test. */
public final class TestSpark {
    /** Tests of whole nights have rows enough for plans to be compiled. */
    private static final boolean MANY_ROWS = Boolean.getBoolean("linkage.many-rows");

    private static final Warehouse NONE = new Warehouse(Path.of("target"));

    private static SparkSession session;

    private TestSpark() {}

    /** The session, started at its first use. */
    public static synchronized SparkSession session() {
        if (session == null) {
            SparkConf few = new SparkConf(true).setAppName("tests").set("spark.sql.shuffle.partitions", "2");
            session = SparkSessions.start(few, NONE);
        }
        if (!MANY_ROWS) {
            // As a night treats small tables: plans are interpreted, in one part. A night in this process leaves other
            // settings.
            new Lake(session, NONE, List.of()).sized(List.of());
        }
        return session;
    }
}
