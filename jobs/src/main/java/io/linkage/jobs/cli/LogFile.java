package io.linkage.jobs.cli;

import io.linkage.jobs.lake.Warehouse;
import java.nio.file.Path;

/** Where warnings and traces go; set before anything logs. */
final class LogFile {
    private static final String PROPERTY = "linkage.log";

    private LogFile() {}

    /** Logs into a warehouse, unless told otherwise. */
    static void in(Warehouse warehouse) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, warehouse.runs().resolve("linkage.log").toString());
        }
    }

    /** The file. */
    static Path path() {
        return Path.of(System.getProperty(PROPERTY, "target/linkage.log"));
    }
}
