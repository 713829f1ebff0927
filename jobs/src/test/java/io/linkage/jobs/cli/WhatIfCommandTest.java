package io.linkage.jobs.cli;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.publish.Content;
import io.linkage.jobs.publish.Publisher;
import io.linkage.table.mart.ServiceProfitChain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WhatIfCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Table MART = ServiceProfitChain.TABLE;

    @TempDir
    private static Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Per point: 1.5 points of NPS, .2 % fewer who leave, 6 euro a customer; U02 is withheld, U03 is not seen. */
    @BeforeAll
    static void publishAChain() throws IOException {
        Warehouse warehouse = new Warehouse(root);
        Lake lake = new Lake(TestSpark.session(), warehouse, List.of(MART));
        Dataset<Row> rows = row("all", "experience", "none", 0, "SEEN", 1.5, 1.0, 2.0)
                .unionByName(row("all", "leaving", "experience", 3, "SEEN", -.002, -.003, -.001))
                .unionByName(row("all", "spend", "experience", 3, "NOT_SEEN", .5, -.5, 1.5))
                .unionByName(row("U01", "value", "experience", 3, "SEEN", 6.0, 2.0, 10.0))
                .unionByName(row("U02", "value", "experience", 3, "GROUPS_TOO_SMALL", null, null, null))
                .unionByName(row("U03", "value", "experience", 3, "NOT_SEEN", 1.0, -2.0, 4.0));
        lake.write(MART, rows, new Stamp("run-1", DAY));
        Publisher.of(warehouse.curated(), List.of(MART)).publish(Content.of(lake, DAY), "Acme", "run-1", DAY, 14);
    }

    @Test
    void tellsTheChangeOfEachLinkAndItsEuroWithTheirIntervalsAndThatItIsAnAssociation() {
        assertThat(run("--unit", "U01", "--engagement", "+0.5"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .startsWith("Unit U01 on 2026-03-02: engagement +0.50 points")
                .containsPattern("experience +0\\.7500 +0\\.5000 +1\\.000 ")
                .containsPattern("leaving +-0\\.001000 +-0\\.001500 +-0\\.0005")
                .containsPattern("spend +0\\.2500 +-0\\.2500 +0\\.7500 ")
                .containsPattern("value +3\\.000 +1\\.000 +5\\.000 ")
                .containsPattern("value of a year +300\\.0 +100\\.0 +500\\.0 ")
                .contains("This is an association", "12 units over 20 months");
    }

    @Test
    void lessEngagementTurnsTheEndsOfTheInterval() throws IOException {
        assertThat(run("--unit", "U01", "--engagement", "-2", "--json"))
                .as(err.toString())
                .isZero();

        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.at("/value/expected").asDouble()).isEqualTo(-12);
        assertThat(told.at("/value/low").asDouble()).isEqualTo(-20);
        assertThat(told.at("/value/high").asDouble()).isEqualTo(-4);
        assertThat(told.at("/value_of_a_year/expected").asDouble()).isEqualTo(-1200);
        assertThat(told.at("/claim").asText()).isEqualTo("association");
    }

    @Test
    void refusesWithTheReasonWhereAUnitIsWithheldOrTheChainIsNotSeen() {
        assertThat(run("--unit", "U02", "--engagement", "1")).isEqualTo(2);
        assertThat(run("--unit", "U03", "--engagement", "1")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("unit U02 (GROUPS_TOO_SMALL): why U02", "unit U03 (NOT_SEEN): why U03")
                .contains("mart_service_profit_chain");
    }

    @Test
    void saysWhatToDoWhereThereIsNoSuchUnitOrChangeOrRelease(@TempDir Path empty) {
        assertThat(run("--unit", "U09", "--engagement", "1")).isEqualTo(2);
        assertThat(run("--unit", "U01", "--engagement", "60")).isEqualTo(2);
        assertThat(line().execute("--unit", "U01", "--engagement", "1", "--warehouse", empty.toString()))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("no unit U09", "U01, U02, U03")
                .contains("must be -25 to 25 points")
                .contains("There is no release", "linkage nightly");
    }

    private static Dataset<Row> row(
            String unit, String to, String through, int lag, String verdict, Double effect, Double low, Double high) {
        Map<Field, Object> values = new HashMap<>();
        values.put(ServiceProfitChain.AS_OF_DATE, java.sql.Date.valueOf(DAY));
        values.put(ServiceProfitChain.UNIT_SOURCE_ID, unit);
        values.put(ServiceProfitChain.CAUSE_CODE, "engagement");
        values.put(ServiceProfitChain.OUTCOME_CODE, to);
        values.put(ServiceProfitChain.THROUGH_CODE, through);
        values.put(ServiceProfitChain.LAG_MONTHS, lag);
        values.put(ServiceProfitChain.UNIT_COUNT, 12L);
        values.put(ServiceProfitChain.UNIT_MONTH_COUNT, 240L);
        values.put(ServiceProfitChain.MONTH_COUNT, 20L);
        values.put(ServiceProfitChain.VERDICT_CODE, verdict);
        values.put(ServiceProfitChain.REASON, "why " + unit);
        values.put(ServiceProfitChain.EFFECT_ESTIMATE, effect);
        values.put(ServiceProfitChain.LOW_ESTIMATE, low);
        values.put(ServiceProfitChain.HIGH_ESTIMATE, high);
        values.put(ServiceProfitChain.MEAN_CLV_ESTIMATE, 250.0);
        values.put(ServiceProfitChain.CUSTOMER_WINDOW_COUNT, 100L);
        values.put(ServiceProfitChain.TOTAL_ESTIMATE, hundred(effect));
        values.put(ServiceProfitChain.TOTAL_LOW_ESTIMATE, hundred(low));
        values.put(ServiceProfitChain.TOTAL_HIGH_ESTIMATE, hundred(high));
        Column[] columns = MART.fields().stream()
                .map(field -> field.is(lit(values.get(field))))
                .toArray(Column[]::new);
        return MART.shape(TestSpark.session().range(1).select(columns));
    }

    private static Double hundred(Double value) {
        return value == null ? null : Double.valueOf(100 * value);
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--warehouse";
        all[arguments.length + 1] = root.toString();
        return line().execute(all);
    }

    private CommandLine line() {
        return new CommandLine(new WhatIfCommand())
                .setExecutionExceptionHandler(LinkageCommand::explain)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
