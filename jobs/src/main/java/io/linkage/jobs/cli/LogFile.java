package io.linkage.jobs.cli;

import io.linkage.jobs.lake.Warehouse;
import java.net.URI;
import java.nio.file.Path;
import org.apache.logging.log4j.core.LoggerContext;

/** Where warnings and traces go; set before anything logs. */
final class LogFile {
    private static final String PROPERTY = "linkage.log";
    private static final URI OWN = URI.create("classpath:log4j2.xml");

    private LogFile() {}

    /** Logs into a warehouse, unless told otherwise. */
    static void in(Warehouse warehouse) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, warehouse.runs().resolve("linkage.log").toString());
        }
        LoggerContext context = LoggerContext.getContext(false);
        if (isOfSpark(context.getConfigLocation())) {
            context.setConfigLocation(OWN);
        }
    }

    /** Whether logging is as spark-submit sets it where nobody did: every step of Spark on the terminal. */
    static boolean isOfSpark(URI configuration) {
        return configuration != null && configuration.toString().contains("org/apache/spark/log4j2-");
    }

    /** The file. */
    static Path path() {
        return Path.of(System.getProperty(PROPERTY, "target/linkage.log"));
    }
}
