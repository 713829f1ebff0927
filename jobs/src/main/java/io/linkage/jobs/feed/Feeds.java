package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.CsvOptions;
import io.linkage.jobs.settings.DeltaOptions;
import io.linkage.jobs.settings.JdbcOptions;
import io.linkage.jobs.settings.JsonOptions;
import io.linkage.jobs.settings.ParquetOptions;
import io.linkage.jobs.settings.Source;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Reads sources as they were delivered: every value as text, every record accounted for. */
public final class Feeds {
    private Feeds() {}

    /**
     * The delivery of a business date.
     *
     * <p>Rows are read when they are first used. What then goes wrong in a task is a {@link Stop} as well, somewhere in
     * the causes of Spark's exception.
     *
     * @throws Stop when the source is out of reach, or a file cannot be trusted as a whole
     */
    public static Landed read(SparkSession spark, Source source, LocalDate businessDate) {
        return delivered(spark, source, businessDate).landed(source, businessDate);
    }

    private static Delivered delivered(SparkSession spark, Source source, LocalDate businessDate) {
        if (source.options() instanceof CsvOptions options) {
            return new TextSource(spark, source, new CsvFormat(options)).read(businessDate);
        }
        if (source.options() instanceof JsonOptions options) {
            return new TextSource(spark, source, new JsonFormat(options)).read(businessDate);
        }
        if (source.options() instanceof ParquetOptions options) {
            return new ParquetSource(spark, source, options).read(businessDate);
        }
        if (source.options() instanceof DeltaOptions options) {
            return new DeltaSource(spark, source, options).read(businessDate);
        }
        return new JdbcSource(spark, source, (JdbcOptions) source.options()).read();
    }
}
