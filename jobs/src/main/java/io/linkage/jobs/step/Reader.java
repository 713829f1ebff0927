package io.linkage.jobs.step;

import io.linkage.jobs.feed.Landed;
import io.linkage.jobs.settings.Source;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Reads what a source delivers to the night of a business date. */
@FunctionalInterface
public interface Reader {

    /** Reads it; a source that cannot be reached or read ends the night with a {@link io.linkage.jobs.Stop}. */
    Landed read(SparkSession spark, Source source, LocalDate asOf);
}
