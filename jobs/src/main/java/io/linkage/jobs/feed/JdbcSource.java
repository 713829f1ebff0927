package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.JdbcOptions;
import io.linkage.jobs.settings.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/** Reads a table in one transaction: its rows and their count come from the same state of the database. */
final class JdbcSource {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SparkSession spark;
    private final Source source;
    private final JdbcOptions options;
    private final JdbcTable table;

    JdbcSource(SparkSession spark, Source source, JdbcOptions options) {
        this.spark = spark;
        this.source = source;
        this.options = options;
        this.table = new JdbcTable(source, options);
    }

    /** The rows, kept where later reads find them: the database is asked once. */
    Delivered read() {
        for (int attempt = 1; ; attempt++) {
            try {
                return once();
            } catch (SQLException e) {
                Stop stop = table.stop(e);
                if (stop.exit() != Stop.Exit.UNREACHABLE || refused(e) || attempt == TRIES) {
                    throw stop;
                }
                pause(attempt);
            }
        }
    }

    private Delivered once() throws SQLException {
        List<String> columns = columns();
        LongAccumulator total = spark.sparkContext().longAccumulator();
        Dataset<Row> kept = kept(columns, total);
        if (total.value() == 0 && !options.mayBeEmpty()) {
            throw fault(new FileFault(
                    options.table(), "EMPTY", "it holds no row", "Fill it, or set options.may-be-empty: true"));
        }
        FileFacts facts = new FileFacts(options.table(), 0, "", total.value(), 0, columns);
        return new Delivered(kept, columns, List.of(facts));
    }

    private List<String> columns() throws SQLException {
        try (Connection connection = table.open()) {
            List<String> columns = table.query(connection).columns();
            Optional<FileFault> header = new Header(source).fault(options.table(), columns);
            if (header.isPresent()) {
                throw fault(header.get());
            }
            return columns;
        }
    }

    private Dataset<Row> kept(List<String> columns, LongAccumulator total) throws SQLException {
        JdbcTable asked = table;
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(List.of(asked), 1)
                .flatMap(one -> new JdbcRows(one, columns, total));
        try {
            return spark.createDataFrame(rows, Delivered.schema(columns))
                    .localCheckpoint(true, StorageLevel.DISK_ONLY());
        } catch (RuntimeException e) {
            throw cause(e);
        } catch (Exception e) {
            // Spark is Scala: its checked exceptions are not declared.
            throw cause(new IllegalStateException(e));
        }
    }

    /** The failure of a task as it was thrown there. */
    private static RuntimeException cause(RuntimeException failure) throws SQLException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Stop stop) {
                return stop;
            }
            if (cause instanceof SQLException sql) {
                throw sql;
            }
        }
        return failure;
    }

    private Stop fault(FileFault fault) {
        return FileFault.stop(source.feed() + "." + source.name(), List.of(fault));
    }

    /** Trying a refused password again may lock the account. */
    private static boolean refused(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("28");
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stop.unreachable("The night was interrupted while it waited for a database.", e);
        }
    }
}
