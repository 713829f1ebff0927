package io.linkage.jobs.settings;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import scala.jdk.javaapi.CollectionConverters;

/** Spark SQL expressions of a configuration: whether they parse, and which received columns they read. */
public final class Expressions {
    /** They would make the rows of a rerun differ, run code, or see more than the row at hand. */
    private static final Set<String> FORBIDDEN = Set.of(
            "current_database",
            "current_date",
            "current_timestamp",
            "curdate",
            "input_file_name",
            "java_method",
            "localtimestamp",
            "monotonically_increasing_id",
            "now",
            "rand",
            "randn",
            "random",
            "randstr",
            "reflect",
            "shuffle",
            "spark_partition_id",
            "try_reflect",
            "uniform",
            "uuid");

    private Expressions() {}

    /** Why the expression may not be used; empty where it may. */
    public static Optional<String> fault(String expression) {
        try {
            return forbidden(parse(expression));
        } catch (ParseException e) {
            return Optional.of("no Spark SQL expression: " + firstLine(e.getMessage()));
        }
    }

    /** The received columns that an expression reads, as it writes them. */
    public static Set<String> columns(String expression) {
        Set<String> columns = new LinkedHashSet<>();
        try {
            visit(parse(expression), node -> {
                if (node instanceof UnresolvedAttribute attribute) {
                    columns.add(attribute.nameParts().head());
                }
            });
        } catch (ParseException e) {
            throw new IllegalArgumentException("The expression " + expression + " does not parse", e);
        }
        return columns;
    }

    /** The parser is Scala: the compiler does not know that it throws. */
    private static Expression parse(String expression) throws ParseException {
        return new CatalystSqlParser().parseExpression(expression);
    }

    private static Optional<String> forbidden(Expression expression) {
        Set<String> found = new LinkedHashSet<>();
        visit(expression, node -> {
            if (node instanceof SubqueryExpression) {
                found.add("a query within it");
            } else if (node instanceof UnresolvedFunction function) {
                String name = function.nameParts().last().toLowerCase(Locale.ROOT);
                if (FORBIDDEN.contains(name)) {
                    found.add(name);
                }
            } else if (!node.deterministic()) {
                found.add(node.prettyName());
            }
        });
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("must depend on the row alone, but uses " + String.join(", ", found));
    }

    private static void visit(Expression node, java.util.function.Consumer<Expression> visitor) {
        visitor.accept(node);
        CollectionConverters.asJava(node.children()).forEach(child -> visit(child, visitor));
    }

    private static String firstLine(String message) {
        return message.strip()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }
}
