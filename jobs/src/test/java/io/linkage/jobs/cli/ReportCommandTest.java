package io.linkage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.contract.Table;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.publish.Content;
import io.linkage.jobs.publish.Publisher;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.EmployeeLeak;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.mart.ServiceProfitChain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The board's page of a release: two nights of value, a month of experience, links of the chain, two customers' actions. */
class ReportCommandTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 3, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<Table> MARTS = List.of(
            CustomerEquity.TABLE, Experience.TABLE, ServiceProfitChain.TABLE, EmployeeLeak.TABLE, NextBestAction.TABLE);

    @TempDir
    private static Path root;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void publish() throws IOException {
        Warehouse warehouse = new Warehouse(root);
        Lake lake = new Lake(TestSpark.session(), warehouse, MARTS);
        equity(lake, BEFORE, """
                closing | 1000 | 90
                """);
        equity(lake, DAY, """
                opening      | 1000 | 90
                acquired     | 300.50 | 20
                lost         | -100.25 | 10
                moved-in     | 40 | 1
                moved-out    | -40 | 1
                closing      | 1200.25 | 100
                """);
        lake.write(Experience.TABLE, TableRows.of(Experience.TABLE, """
                as_of_date|month_date|level_code|subject_code|metric_code|answer_count|metric_estimate|low_estimate|high_estimate|standard_error
                2026-03-02|2026-02-01|organisation|all|nps|60|12.5|2|23|5
                2026-03-02|2025-02-01|organisation|all|nps|60|-20|-30|-10|5
                2026-03-02|2026-02-01|unit|U-large|nps|41|20|10|30|5
                2026-03-02|2026-02-01|unit|U-next|nps|12|5|-10|20|8
                2026-03-02|2026-02-01|unit|U-small|nps|3|-33|-90|30|30
                """), new Stamp("run-1", DAY));
        lake.write(ServiceProfitChain.TABLE, TableRows.of(ServiceProfitChain.TABLE, """
                as_of_date|unit_source_id|cause_code|outcome_code|through_code|lag_months|unit_count|verdict_code|effect_estimate|low_estimate|high_estimate|total_estimate|total_low_estimate|total_high_estimate|customer_window_count
                2026-03-02|all|engagement|experience|none|0|12|NOT_SEEN|0.4|-1|2||||
                2026-03-02|all|engagement|experience|none|3|12|SEEN|1.5|0.5|2.5||||
                2026-03-02|all|engagement|value|experience|3|12|SEEN|2.25|1|4|4500|2000|8000|2000
                2026-03-02|U-own|engagement|value|experience|3|12|SEEN|7.77|1|9|700|200|800|90
                """), new Stamp("run-1", DAY));
        lake.write(EmployeeLeak.TABLE, TableRows.of(EmployeeLeak.TABLE, """
                as_of_date|wave_date|unit_source_id|construct_code|suppression_code|respondent_count|disagree_count|disagree_share|disagree_low_share|disagree_high_share|benchmark_share|benchmark_count|difference_low_estimate
                2026-03-02|2026-01-15|all|listening|shown|100|80|0.8|0.71|0.87|0.63|1012|0.08
                2026-03-02|2026-01-15|all|room-to-solve|shown|100|50|0.5|0.4|0.6|0.51|1012|-0.1
                2026-03-02|2025-01-15|all|improvements|shown|100|90|0.9|0.82|0.94|0.6|1012|0.2
                2026-03-02|2026-01-15|U-own|improvements|shown|40|39|0.97|0.87|0.99|0.6|1012|0.2
                """), new Stamp("run-1", DAY));
        lake.write(NextBestAction.TABLE, TableRows.of(NextBestAction.TABLE, """
                as_of_date|customer_key|action_code|basis_code|action_cost_amount|expected_value_amount|act_until_date
                2026-03-02|900000001|keep|assumed|5|30.25|2026-04-01
                2026-03-02|900000002|keep|assumed|5|9.75|2026-03-20
                """), new Stamp("run-1", DAY));
        Publisher.of(warehouse.curated(), MARTS)
                .in("EUR")
                .publish(Content.of(lake, DAY), "Acme & <Sons>", "run-1", DAY, 14);
    }

    @Test
    void theBoardReadsWhatChangedAndWhatToDoWithItsFigures() throws IOException {
        String page = page("en");

        assertThat(page)
                .contains("<html lang=\"en\"", "Acme &amp; &lt;Sons&gt;: board report")
                .contains("went from €1,000 to €1,200: +€200.25 (+20%)")
                .contains(
                        "What raised the value of the customer base most: Acquired (+€300.50).",
                        "What lowered the value of the customer base most: Lost (\u2212€100.25).")
                .contains("NPS went from \u221220.0 (February 2025) to 12.5 (February 2026), more than chance explains")
                .contains("Do next: keep for 2 customers (expected €40.00).", "20 March 2026")
                .contains("Without figures in this release: mart_steering, mart_value_concentration");
        assertThat(page).doesNotContain("90000000");
    }

    /** Of the links only those of all units together: a unit's own value is for what-if. */
    @Test
    void theChainTellsWhatAPointMoreEngagementIsWorth() throws IOException {
        assertThat(page("en"))
                .contains("goes with +1.50 points of NPS 3 months later (90% interval +0.50 to +2.50, 12 units")
                .contains("goes with +€2.25 lifetime value per customer served (90% interval +€1.00 to +€4.00)")
                .contains("+€4,500 in all (+€2,000 to +€8,000), of 2,000 customers served")
                .doesNotContain("7.77", "U-own");
    }

    @Test
    void employeesStandBesideTheBenchmarkInTheLastWave() throws IOException {
        assertThat(page("en"))
                .contains("in the wave of 15 January 2026: we listen too little to customers (80%).")
                .contains("The benchmark is of 1,012 employees")
                .doesNotContain("97%");
    }

    @Test
    void theSameStandsThereInDutch() throws IOException {
        assertThat(page("nl"))
                .contains("<html lang=\"nl\"", "directierapport")
                .contains("van €\u00a01.000 naar €\u00a01.200: +€\u00a0200,25 (+20%)")
                .contains("Doe nu: behouden bij 2 klanten (verwacht €\u00a040,00).", "20 maart 2026");
    }

    /** U-small has three answers; with the next smallest it cannot be told apart from the total. */
    @Test
    void aSmallUnitIsWithheldWithTheOneThatWouldGiveItAway() throws IOException {
        assertThat(page("en")).contains("U-large", "2 groups are withheld").doesNotContain("U-small", "U-next");
    }

    @Test
    void nothingInThePagePointsToANetwork() throws IOException {
        assertThat(page("en")).contains("default-src 'none'").doesNotContain("http:", "https:", "src=", "//");
    }

    @Test
    void saysWhatToDoWithoutARelease(@TempDir Path empty) {
        assertThat(line().execute("--warehouse", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no release in").contains("linkage nightly");
    }

    private static void equity(Lake lake, LocalDate night, String movements) {
        StringBuilder rows = new StringBuilder(
                "as_of_date|segment_code|movement_code|clv_amount|customer_count|buyer_count|acquisition_cost_amount|acquired_value_amount|retention_cost_amount|retained_value_amount\n");
        movements.lines().forEach(line -> {
            String[] parts = line.split("\\|");
            rows.append(String.join(
                            "|",
                            night.toString(),
                            "private",
                            parts[0].trim(),
                            parts[1].trim(),
                            parts[2].trim(),
                            parts[2].trim()))
                    .append("|0|0|0|0\n");
        });
        lake.write(
                CustomerEquity.TABLE,
                TableRows.of(CustomerEquity.TABLE, rows.toString()),
                new Stamp("run-" + night, night));
    }

    /** The page without its scripts. */
    private String page(String language) throws IOException {
        Path file = root.resolve("page-" + language + ".html");
        int exit = line().execute("--warehouse", root.toString(), "--language", language, "--out", file.toString());
        assertThat(exit).as(err.toString()).isZero();
        return Files.readString(file).replaceAll("(?s)<script>.*?</script>", "");
    }

    private CommandLine line() {
        return new CommandLine(new ReportCommand())
                .setExecutionExceptionHandler(LinkageCommand::explain)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true));
    }
}
