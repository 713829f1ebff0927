package io.linkage.jobs.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Resolves expressions as a night will, with Spark's own analyzer and functions but without a Spark session. */
final class Analysis {
    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.builtin();

    private Analysis() {}

    /** Made at the first expression that needs it: its classes take a while to load. */
    private static final class Lazy {
        static final Analyzer ANALYZER = new Analyzer(new SessionCatalog(
                new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
                FUNCTIONS,
                TableFunctionRegistry.builtin()));
    }

    /** Why a function is not one of Spark's own, by its plain name; empty where it is. */
    static Optional<String> unknown(UnresolvedFunction function) {
        List<String> parts = CollectionConverters.asJava(function.nameParts());
        String name = parts.get(parts.size() - 1);
        if (parts.size() == 1 && FUNCTIONS.functionExists(new FunctionIdentifier(name))) {
            return Optional.empty();
        }
        List<String> names = CollectionConverters.asJava(FUNCTIONS.listFunction()).stream()
                .map(FunctionIdentifier::funcName)
                .toList();
        return Optional.of("Spark SQL has no function " + String.join(".", parts)
                + Nearest.to(name, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }

    /** Why the expression yields no value for a row with these columns; empty where it does. */
    static Optional<String> fault(Expression expression, StructType columns) {
        try {
            LogicalPlan plan = analyzed(expression, columns);
            boolean ofRow = plan instanceof Project project && project.child() instanceof LocalRelation;
            return ofRow
                    ? Optional.empty()
                    : Optional.of("must depend on the row alone, but uses an aggregate, a window or a function that"
                            + " yields several rows");
        } catch (AnalysisException e) {
            return Optional.of("Spark SQL cannot evaluate it: " + plain(e));
        }
    }

    /** The analyzer is Scala: the compiler does not know that it throws. */
    private static LogicalPlan analyzed(Expression expression, StructType columns) throws AnalysisException {
        NamedExpression value = new Alias(
                expression, "value", NamedExpression.newExprId(), seq(List.of()), Option.empty(), seq(List.of()));
        List<Attribute> attributes = Arrays.stream(columns.fields())
                .<Attribute>map(field -> new AttributeReference(
                        field.name(),
                        field.dataType(),
                        true,
                        Metadata.empty(),
                        NamedExpression.newExprId(),
                        seq(List.of())))
                .toList();
        LogicalPlan relation = new LocalRelation(seq(attributes), seq(List.<InternalRow>of()), false, Option.empty());
        LogicalPlan plan = Lazy.ANALYZER.execute(new Project(seq(List.of(value)), relation));
        Lazy.ANALYZER.checkAnalysis(plan);
        return plan;
    }

    private static <T> Seq<T> seq(List<T> items) {
        return CollectionConverters.asScala(items).toSeq();
    }

    /** What Spark says, without its codes and its place in a query that the reader does not see. */
    private static String plain(AnalysisException thrown) {
        String said = thrown.getSimpleMessage().strip().lines().findFirst().orElse("");
        return said.replaceFirst("^\\[[A-Z0-9_.]+\\] ", "").replaceFirst("\\.?\\s*SQLSTATE: .*$", "");
    }
}
