package io.linkage.staging;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of one source as they were received, and how its company reads them.
 *
 * @param source name of the source
 * @param load what each of its deliveries holds
 * @param rows received columns as strings under their own names, beside the columns of {@link Landing}
 * @param columns contract column to Spark SQL expression over the received columns
 * @param formats how the source writes numbers, dates and absence
 */
public record Received(String source, Load load, Dataset<Row> rows, Map<String, String> columns, Formats formats) {}
