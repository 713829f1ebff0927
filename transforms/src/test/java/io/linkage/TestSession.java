package io.linkage;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of this module's tests; that of another module's, where these have begun one. */
public final class TestSession {
    private static SparkSession spark;

    private TestSession() {}

    /** The session; started by the first test that asks. */
    public static synchronized SparkSession spark() {
        if (spark == null) {
            // A builder would put the settings of small tables on a session that is there.
            spark = SparkSession.getDefaultSession().getOrElse(TestSession::begin);
        }
        return spark;
    }

    private static SparkSession begin() {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("transforms")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                // As a night works with small tables: compiling a plan costs more than it saves.
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }
}
