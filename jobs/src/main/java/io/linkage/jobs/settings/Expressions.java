package io.linkage.jobs.settings;

import io.linkage.staging.Landing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Spark SQL expressions of a configuration: whether they can be evaluated, and which received columns they read. */
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

    /** Why the expression may not be used over received columns, all of them texts; empty where it may. */
    public static Optional<String> fault(String expression) {
        return fault(
                expression,
                // The one column that landing adds and expressions may read.
                name -> name.equalsIgnoreCase(Landing.RECORD) ? DataTypes.LongType : DataTypes.StringType);
    }

    /** The same over columns of these types, by their names. */
    static Optional<String> fault(String expression, Function<String, DataType> types) {
        try {
            Expression parsed = parse(expression);
            Optional<String> fault = forbidden(parsed).or(() -> unknown(parsed));
            return fault.isPresent() ? fault : Analysis.fault(parsed, relation(parsed, types));
        } catch (ParseException e) {
            return Optional.of("no Spark SQL expression: " + firstLine(e.getMessage()));
        }
    }

    /** The received columns that an expression reads, as it writes them. */
    public static Set<String> columns(String expression) {
        try {
            return columns(parse(expression));
        } catch (ParseException e) {
            throw new IllegalArgumentException("The expression " + expression + " does not parse", e);
        }
    }

    private static Set<String> columns(Expression expression) {
        Set<String> columns = new LinkedHashSet<>();
        visit(expression, node -> {
            if (node instanceof UnresolvedAttribute attribute) {
                columns.add(attribute.nameParts().head());
            }
        });
        return columns;
    }

    /** A relation with the columns that an expression reads; names that differ in case alone are one column. */
    private static StructType relation(Expression expression, Function<String, DataType> types) {
        Set<String> seen = new HashSet<>();
        StructType relation = new StructType();
        for (String column : columns(expression)) {
            if (seen.add(column.toLowerCase(Locale.ROOT))) {
                relation = relation.add(column, types.apply(column));
            }
        }
        return relation;
    }

    private static Optional<String> unknown(Expression expression) {
        List<String> unknown = new ArrayList<>();
        visit(expression, node -> {
            if (node instanceof UnresolvedFunction function) {
                Analysis.unknown(function).ifPresent(unknown::add);
            }
        });
        return unknown.stream().findFirst();
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
