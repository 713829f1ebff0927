package io.linkage.jobs.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Received;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells an expression of the configuration that fails on a row, such as a cast of a text that is no number, from a fault
 * in Linkage. Spark's own message quotes the value, so that only the name of its error is passed on.
 */
final class FailedExpression {
    private FailedExpression() {}

    /** The stop for what was thrown while a feed was staged; empty where no expression of its columns is at fault. */
    static Optional<Stop> ofColumns(String feed, Stream<Received> received, Throwable thrown) {
        return error(thrown)
                .flatMap(error ->
                        received.flatMap(FailedExpression::failing).findFirst().map(key -> stop(feed, key, error)));
    }

    /** The stop for what was thrown while a source was landed, where alone its change is evaluated. */
    static Optional<Stop> ofChange(Source source, Throwable thrown) {
        return source.change() == null
                ? Optional.empty()
                : error(thrown).map(error -> stop(source.feed(), source.name() + ".change", error));
    }

    private static Stop stop(String feed, String key, String error) {
        return Stop.data("Feed " + feed + ": the expression at feeds." + feed + "." + key + " failed on a row with "
                + error + ". Nothing was published. Where a value may be missing or of another form, use functions that"
                + " then give no value, such as try_cast for cast, get or try_element_at for [ ] and element_at,"
                + " try_divide for /: rows without a value they need go to quarantine. Then run the same command.");
    }

    /** The keys of expressions that fail when they are evaluated alone, one after the other until one is asked for. */
    private static Stream<String> failing(Received received) {
        return Stream.concat(
                keys(received.source() + ".columns.", received.columns(), received.rows()),
                received.each().stream().flatMap(part -> keys(received.source() + ".each.", part, received.rows())));
    }

    private static Stream<String> keys(String parent, Map<String, String> expressions, Dataset<Row> rows) {
        return expressions.entrySet().stream()
                .filter(given -> fails(given.getValue(), rows))
                .map(given -> parent + given.getKey());
    }

    private static boolean fails(String expression, Dataset<Row> rows) {
        try {
            // A digest of all values: Spark leaves out what a plain count does not need.
            rows.select(expr(expression).cast("string").as("value"))
                    .agg(max(xxhash64(col("value"))))
                    .collectAsList();
            return false;
        } catch (Exception failure) {
            return error(failure).isPresent();
        }
    }

    /** The name of Spark's error where a value was at fault, or an expression raised one of its own. */
    private static Optional<String> error(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SparkThrowable error && ofValue(error.getSqlState())) {
                return Optional.of(error.getCondition());
            }
        }
        return Optional.empty();
    }

    /** Classes of the SQL standard: 22 are faults of data, P0 is raise_error. */
    private static boolean ofValue(String state) {
        return state != null && (state.startsWith("22") || state.startsWith("P0"));
    }
}
