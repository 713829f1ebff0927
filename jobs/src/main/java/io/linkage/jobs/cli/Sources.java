package io.linkage.jobs.cli;

import io.linkage.jobs.settings.Source;
import io.linkage.jobs.step.Delivery;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Reads sources for a night. */
final class Sources {
    private Sources() {}

    static Delivery read(SparkSession spark, Source source, LocalDate asOf) {
        throw new IllegalStateException("feeds not merged yet");
    }
}
