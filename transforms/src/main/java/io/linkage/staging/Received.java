package io.linkage.staging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of one source as they were received, and how its company reads them.
 *
 * @param source name of the source
 * @param load what each of its deliveries holds
 * @param rows received columns as strings under their own names, beside the columns of {@link Landing}
 * @param columns contract column to Spark SQL expression over the received columns
 * @param each for each of the rows that one record gives, expressions that stand in for those of columns; empty: a record
 *     is a row
 * @param formats how the source writes numbers, dates and absence
 * @param since business date of its first delivery; empty where that does not matter, as of full extracts
 */
public record Received(
        String source,
        Load load,
        Dataset<Row> rows,
        Map<String, String> columns,
        List<Map<String, String>> each,
        Formats formats,
        Optional<LocalDate> since) {

    /** A source of which no row is late. */
    public Received(
            String source,
            Load load,
            Dataset<Row> rows,
            Map<String, String> columns,
            List<Map<String, String>> each,
            Formats formats) {
        this(source, load, rows, columns, each, formats, Optional.empty());
    }

    /** A source whose records are rows. */
    public Received(String source, Load load, Dataset<Row> rows, Map<String, String> columns, Formats formats) {
        this(source, load, rows, columns, List.of(), formats, Optional.empty());
    }

    /** Whether the source gives a contract column at all. */
    boolean gives(String column) {
        return columns.containsKey(column) || gives(column, each);
    }

    /** Whether rows of a record give it themselves. */
    private static boolean gives(String column, List<Map<String, String>> each) {
        return each.stream().anyMatch(part -> part.containsKey(column));
    }

    /** Whether its records give it, the same for all of their rows. */
    boolean shares(String column) {
        return !gives(column, each);
    }
}
