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
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.score.ScoreWinBack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private static Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void publishOneCustomer() throws IOException {
        List<Table> marts = List.of(CustomerValue.TABLE, NextBestAction.TABLE);
        Warehouse warehouse = new Warehouse(root);
        Lake lake = new Lake(
                TestSpark.session(),
                warehouse,
                List.of(marts.get(0), marts.get(1), CustomerIdentity.TABLE, ScoreWinBack.TABLE));
        Stamp stamp = new Stamp("run-1", DAY);
        lake.write(
                CustomerValue.TABLE,
                row(
                        CustomerValue.TABLE,
                        Map.of(
                                CustomerValue.AS_OF_DATE,
                                java.sql.Date.valueOf(DAY),
                                CustomerValue.CUSTOMER_KEY,
                                77L,
                                CustomerValue.CUSTOMER_PSEUDONYM,
                                "ab12",
                                CustomerValue.CLV_AMOUNT,
                                "812.50",
                                CustomerValue.CHURN_PROBABILITY,
                                0.25,
                                CustomerValue.FIRST_CHURN_REASON_CODE,
                                "recency_days=high")),
                stamp);
        lake.write(
                NextBestAction.TABLE,
                row(
                        NextBestAction.TABLE,
                        Map.of(
                                NextBestAction.AS_OF_DATE, java.sql.Date.valueOf(DAY),
                                NextBestAction.CUSTOMER_KEY, 77L,
                                NextBestAction.ACTION_CODE, "keep",
                                NextBestAction.EXPECTED_AMOUNT, "15.31",
                                NextBestAction.WHY, "keep: because.")),
                stamp);
        lake.write(
                ScoreWinBack.TABLE,
                row(
                        ScoreWinBack.TABLE,
                        Map.of(
                                ScoreWinBack.AS_OF_DATE,
                                java.sql.Date.valueOf(DAY),
                                ScoreWinBack.CUSTOMER_KEY,
                                77L,
                                ScoreWinBack.RETURN_PROBABILITY,
                                0.125)),
                stamp);
        lake.write(
                CustomerIdentity.TABLE,
                row(
                        CustomerIdentity.TABLE,
                        Map.of(CustomerIdentity.CUSTOMER_SOURCE_ID, "C-12", CustomerIdentity.CUSTOMER_KEY, 77L)),
                stamp);
        Publisher.of(warehouse.curated(), marts).publish(Content.of(lake, DAY), "Acme", "run-1", DAY, 14);
    }

    @Test
    void showsValueRiskAndActionByTheIdentifierOfASource() {
        assertThat(run("--customer", "C-12")).as(err.toString()).isZero();

        assertThat(out.toString())
                .startsWith("Customer 77 on 2026-03-02")
                .contains("clv_amount", "812.50", "recency_days=high", "15.31")
                .endsWith("keep: because.\n")
                .doesNotContain("C-12", "ab12", "customer_pseudonym");
    }

    @Test
    void showsTheSameByKeyAsJson() throws IOException {
        assertThat(run("--customer", "77", "--json")).as(err.toString()).isZero();

        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.at("/customer_key").asLong()).isEqualTo(77);
        assertThat(told.at("/value/clv_amount").asDouble()).isEqualTo(812.5);
        assertThat(told.at("/risk/churn_probability").asDouble()).isEqualTo(0.25);
        assertThat(told.at("/chance/return_probability").asDouble()).isEqualTo(0.125);
        assertThat(told.at("/action/action_code").asText()).isEqualTo("keep");
    }

    @Test
    void saysWhatToDoWhereThereIsNoSuchCustomerOrNoRelease(@TempDir Path empty) {
        assertThat(run("--customer", "nobody")).isEqualTo(2);
        assertThat(err.toString())
                .contains("has no customer with this")
                .contains("linkage sql")
                .doesNotContain("nobody");
        assertThat(line().execute("--customer", "77", "--warehouse", empty.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no release").contains("linkage nightly");
    }

    private static Dataset<Row> row(Table table, Map<Field, Object> values) {
        Column[] columns = table.fields().stream()
                .map(field -> field.is(lit(values.get(field))))
                .toArray(Column[]::new);
        return table.shape(TestSpark.session().range(1).select(columns));
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--warehouse";
        all[arguments.length + 1] = root.toString();
        return line().execute(all);
    }

    private CommandLine line() {
        return new CommandLine(new ExplainCommand())
                .setExecutionExceptionHandler(LinkageCommand::explain)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
