package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.split_part;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Codes where an answer would stand, such as 9 for "don't know": no answer, no fault, and counted. */
final class NoAnswers {
    /** What a code means of which nothing is said. */
    private static final String UNNAMED = "no-answer";

    private NoAnswers() {}

    /**
     * What the code means; null where the text is an answer, or nothing.
     *
     * @param text as received
     * @param number what the text reads as: 9, 9.0 and 09 are one code
     * @param codes each code with its meaning
     */
    static Column meaning(Column text, Column number, Column codes) {
        Column given = get(
                filter(
                        split(codes, ","),
                        entry -> part(entry, 1)
                                .equalTo(text.cast("string"))
                                .or(part(entry, 1).try_cast("double").equalTo(number))),
                lit(0));
        return when(given.isNotNull(), coalesce(nullif(part(given, 2), lit("")), lit(UNNAMED)));
    }

    private static Column part(Column entry, int place) {
        return trim(split_part(entry, lit("="), lit(place)));
    }

    /** The same rows, with a warning on each kept one whose answer is such a code. */
    static Dataset<Row> warned(Table contract, Dataset<Row> rows) {
        if (contract.noAnswer() == null) {
            return rows;
        }
        Column coded = col(Deduplicate.OUTCOME)
                .equalTo(Deduplicate.KEPT)
                .and(contract.noAnswer().reason().col().isNotNull());
        String warning = contract.noAnswer().answer().name() + ": NO_ANSWER";
        return rows.withColumn(Deduplicate.WARNING, coalesce(col(Deduplicate.WARNING), when(coded, lit(warning))));
    }
}
