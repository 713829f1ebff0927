package io.linkage.jobs.lake;

import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Rule;
import io.linkage.contract.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table that one night owns.
 *
 * @param table the table
 * @param asOf business date of the night
 */
record Slice(Table table, LocalDate asOf) {

    /** Which rows they are, as SQL; empty: all of them. */
    Optional<String> predicate() {
        return Optional.ofNullable(table.slice()).map(column -> predicate(column.name(), asOf));
    }

    /** Rows of a business date, as SQL. */
    static String predicate(String column, LocalDate asOf) {
        return column + " = DATE'" + asOf + "'";
    }

    /** That each row belongs to it: Delta refuses others, and these say which column is at fault. */
    List<Rule> rules() {
        if (table.slice() == null) {
            return List.of();
        }
        String column = table.slice().name();
        return List.of(new Rule(
                column + ": SLICE",
                column + " must be " + asOf,
                table.slice().col().notEqual(lit(asOf))));
    }
}
