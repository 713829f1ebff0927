package io.linkage.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.publish.Views;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linkage sql}: a question to the current release, or to the inner tables. */
@Command(
        name = "sql",
        description = "Answers a question in Spark SQL about the current release; tables go by their names.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  linkage sql --conf conf/acme \"select * from mart_customer_value\" --csv")
final class SqlCommand implements Callable<Integer> {
    private static final String FORMULA = "=+-@\t\r";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(paramLabel = "QUESTION", description = "a SELECT")
    private String question;

    @Option(
            names = "--zone",
            defaultValue = "curated",
            description = "curated: the current release; all: the lake's"
                    + " tables as they stand, save those of the restricted zone (default: ${DEFAULT-VALUE})")
    private Zone zone;

    @Option(names = "--limit", defaultValue = "1000", description = "most rows shown (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--csv", description = "as CSV")
    private boolean csv;

    @Option(names = "--json", description = "as JSON, one row a line")
    private boolean json;

    /** As the command line writes it. */
    enum Zone {
        curated,
        all
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw Stop.configuration("--limit " + limit + " is no number of rows: give 0 or more.");
        }
        Warehouse warehouse = target.warehouse();
        LogFile.in(warehouse);
        Query.Answer answer = new Query(open(warehouse), question).answer(limit + 1);
        List<Row> rows = answer.rows();
        print(
                answer.columns(),
                rows.subList(0, Math.min(limit, rows.size())),
                spec.commandLine().getOut());
        if (rows.size() > limit) {
            spec.commandLine().getErr().println("Only the first " + limit + " rows are shown; --limit shows more.");
        }
        return 0;
    }

    private SparkSession open(Warehouse warehouse) throws IOException {
        if (zone == Zone.all) {
            SparkSession spark = SparkSessions.start(warehouse);
            Views.ofLake(new Lake(spark, warehouse, Nights.tables()), Nights.tables());
            return spark;
        }
        CurrentRelease release =
                CurrentRelease.of(warehouse, ". Run 'linkage nightly' first, or ask the inner tables with --zone all.");
        SparkSession spark = SparkSessions.start(warehouse);
        release.showIn(spark);
        return spark;
    }

    private void print(List<String> columns, List<Row> rows, PrintWriter out) throws IOException {
        if (json) {
            ObjectMapper mapper = new ObjectMapper();
            for (Row row : rows) {
                out.println(mapper.writeValueAsString(named(columns, row)));
            }
        } else if (csv) {
            CSVPrinter printer = new CSVPrinter(
                    out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
            printer.printRecord(columns);
            for (Row row : rows) {
                printer.printRecord(
                        texts(row).stream().map(SqlCommand::harmless).toList());
            }
            printer.flush();
        } else {
            TextTable table = new TextTable(columns);
            rows.forEach(row -> table.add(texts(row)));
            table.lines().forEach(out::println);
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < row.size(); index++) {
            Object value = row.get(index);
            texts.add(
                    value instanceof BigDecimal exact
                            ? exact.toPlainString()
                            : value == null ? null : value.toString());
        }
        return texts;
    }

    private static Map<String, Object> named(List<String> columns, Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int index = 0; index < row.size(); index++) {
            Object value = row.get(index);
            boolean plain = value == null || value instanceof Number || value instanceof Boolean;
            values.put(columns.get(index), plain ? value : value.toString());
        }
        return values;
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe before it; a number stays a number. */
    private static String harmless(String text) {
        return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 || text.matches("-?[0-9.E-]+")
                ? text
                : "'" + text;
    }
}
