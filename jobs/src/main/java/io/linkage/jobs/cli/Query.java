package io.linkage.jobs.cli;

import io.linkage.jobs.Stop;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;

/** A question in SQL: it may read the views, and nothing else. */
final class Query {
    private final SparkSession spark;
    private final String sql;

    Query(SparkSession spark, String sql) {
        this.spark = spark;
        this.sql = sql;
        // Dates and moments as the query sees them, not in the zone of this machine; no file by its path.
        spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
        spark.conf().set("spark.sql.runSQLOnFiles", "false");
    }

    /** What came back: names of the columns, and rows. */
    record Answer(List<String> columns, List<Row> rows) {}

    /**
     * At most so many rows.
     *
     * @throws Stop when the question cannot be answered; the message is Spark's own, on one line
     */
    Answer answer(int most) {
        try {
            requireQuestion();
            Dataset<Row> rows = spark.sql(sql);
            return new Answer(List.of(rows.columns()), new ArrayList<>(rows.takeAsList(most)));
        } catch (Exception refused) {
            throw explained(refused);
        }
    }

    private void requireQuestion() throws Exception {
        LogicalPlan plan = ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .sqlParser()
                .parsePlan(sql);
        if ((Boolean) plan.exists(Query::changes)) {
            throw Stop.configuration("Only questions are answered here: SELECT, WITH or VALUES. To see what tables and"
                    + " columns there are, use 'linkage tables'.");
        }
    }

    private static boolean changes(LogicalPlan plan) {
        String name = plan.getClass().getSimpleName();
        return plan instanceof Command
                || plan instanceof ParsedStatement
                || name.contains("ExecuteImmediate")
                || name.contains("Compound");
    }

    private static RuntimeException explained(Exception refused) {
        for (Throwable at = refused; at != null; at = at.getCause()) {
            if (at instanceof SparkThrowable && at.getMessage() != null) {
                return Stop.configuration("The question cannot be answered: " + oneLine(at.getMessage()));
            }
        }
        return refused instanceof RuntimeException fault ? fault : new IllegalStateException(refused);
    }

    /** Without the plan and the caret that Spark draws below its message. */
    private static String oneLine(String message) {
        String words = message.split("\\R== SQL|;\\R'|\\RSQLSTATE", 2)[0];
        return words.replaceAll("\\s+", " ").replaceAll(" ?SQLSTATE: .*", "").strip();
    }
}
