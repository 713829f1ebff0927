package io.linkage.jobs.night;

import static io.linkage.jobs.night.WarehouseRows.lines;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.cli.LinkageCommand;
import io.linkage.jobs.demo.DemoDatabase;
import io.linkage.jobs.demo.DemoPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The night of a company of all feeds gives the same rows, however often it is run and wherever it is killed. */
class DemoNightIT {
    private static final LocalDate DATE = DemoPlan.STANDARD_END;
    /** A start costs as much as many steps: {@code -Dlinkage.kills=10} has the time for more. */
    private static final int KILLS = Integer.getInteger("linkage.kills", 5);

    private static final int KILLED = 137;
    private static final long SEED = 20_261_122;

    @TempDir
    static Path folder;

    private static DemoDatabase database;
    private static Path conf;
    private static Map<String, List<String>> undisturbed;

    @BeforeAll
    static void runTheNightOnce() throws Exception {
        // First of all: a session that the night itself began would spill into a folder that ends with this class.
        TestSpark.session();
        Path silos = folder.resolve("silos");
        assertThat(LinkageCommand.run("generate", "--customers", "300", "--seed", "7", "--out", silos.toString()))
                .isZero();
        database = DemoDatabase.start(silos);
        conf = Files.createDirectory(folder.resolve("conf"));
        String demo = Files.readString(Path.of("..", "conf", "demo", "company.yaml"));
        Files.writeString(
                conf.resolve("company.yaml"),
                demo.replace("${DEMO}", silos.toString())
                        // Of 300 customers fewer than 30 contracts end: the standard guard would value none of them.
                        .replace("models:\n", "models:\n  contract: {least-ends: 5}\n")
                        .replace("${DEMO_JDBC}", database.url())
                        .replace(
                                "pseudonym-key: generate", "pseudonym-key: ${file:" + WarehouseRows.key(folder) + "}"));
        NightProcess night = NightProcess.first(classes(), arguments("undisturbed"));
        assertThat(night.exit()).as(night.said()).isZero();
        undisturbed = rows("undisturbed");
    }

    @AfterAll
    static void stopTheDatabase() {
        database.close();
    }

    /** What is charged and what is unused are the ledger, by activity and month; orders are what the marts show. */
    @Test
    void moneyAddsUpToTheCentFromTheLedgerAndTheOrdersToTheMarts() {
        Dataset<Row> ledger = stored("staging/stg_activity_cost")
                .where("month_date < date_trunc('month', date'" + DATE.plusDays(1) + "')");
        String sums = "sum(cost_amount)";
        assertThat(lines(stored("core/fct_cost_to_serve")
                        .groupBy("activity_code", "month_date")
                        .agg(expr(sums))))
                .hasSizeGreaterThan(100)
                .isEqualTo(lines(ledger.groupBy("activity_code", "month_date").agg(expr(sums))));
        assertThat(lines(stored("core/fct_cost_to_serve")
                        .where("driver_code = 'time' and customer_key = -2")
                        .selectExpr("count(*) > 5", "sum(cost_amount) > 0")))
                .containsExactly("true|true");
        assertThat(lines(stored("mart/mart_customer_value")
                        .selectExpr(
                                "count_if(net_value_amount is not null) = count(clv_amount)",
                                "max(abs(clv_amount - cost_to_serve_amount - retention_cost_amount - acquisition_cost_amount"
                                        + " - net_value_amount))",
                                "count(distinct clv_basis_code)")))
                .containsExactly("true|0.00|3");
        assertThat(lines(stored("ops/ops_reconciliation").where("not is_balanced")))
                .isEmpty();
    }

    /** Telling customers changes nothing in what they buy: nothing was planted. */
    @Test
    void feedbackIsLostWhereThePlantedStagesEnd() throws IOException {
        JsonNode planted = new ObjectMapper()
                .readTree(folder.resolve("silos/truth.json").toFile())
                .path("feedback_reached");
        List<String> expected = new ArrayList<>();
        planted.properties()
                .forEach(stage -> stage.getValue()
                        .properties()
                        .forEach(
                                theme -> expected.add(stage.getKey() + "|" + theme.getKey() + "|" + theme.getValue())));

        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(lines(stored("mart/mart_energy_leak")
                        .groupBy("stage_code", "theme_code")
                        .agg(expr("sum(reached_count)"))
                        .where("`sum(reached_count)` > 0")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Of the units that are shown as many disagree as planted, give or take four standard errors. */
    @Test
    void employeesSeeTheLeaksThatArePlanted() throws IOException {
        JsonNode planted = new ObjectMapper()
                .readTree(folder.resolve("silos/truth.json").toFile())
                .path("employees_who_disagree");
        Dataset<Row> shown = stored("mart/mart_employee_leak").where("suppression_code = 'shown'");
        Dataset<Row> last = shown.join(shown.selectExpr("max(wave_date) wave_date"), "wave_date");
        Map<String, Double> off = new TreeMap<>();
        Map<String, Double> variance = new TreeMap<>();
        for (Row group : last.collectAsList()) {
            String construct = group.getAs("construct_code");
            String unit = group.getAs("unit_source_id");
            long disagree = group.<Long>getAs("disagree_count");
            long n = group.<Long>getAs("respondent_count");
            double share = planted.path(construct).path(unit).asDouble();
            off.merge(construct, unit.equals("all") ? disagree : -n * share, Double::sum);
            variance.merge(construct, n * share * (1 - share), Double::sum);
        }

        assertThat(off).hasSize(5);
        off.forEach((construct, difference) ->
                assertThat(difference).as(construct).isCloseTo(0, within(4 * Math.sqrt(variance.get(construct)))));
    }

    private static Dataset<Row> stored(String table) {
        return new WarehouseRows(folder.resolve("undisturbed")).stored(table);
    }

    @Test
    void theSameNightAgainGivesTheSameRows() throws IOException {
        assertThat(undisturbed).hasSizeGreaterThan(30);
        assertThat(undisturbed.get("fct_customer_employee")).hasSizeGreaterThan(300);

        assertThat(night("undisturbed", "--force")).isZero();

        assertThat(rows("undisturbed")).isEqualTo(undisturbed);
    }

    @Test
    void aNightKilledAtManyMomentsGivesTheSameRows() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            NightProcess night = start(1 + random.nextInt(3));
            night.awaitSteps();
            if (kill == KILLS / 2) {
                turnsAwayASecond(night);
            }
            Thread.sleep(random.nextInt(2500));
            assertThat(night.kill()).as(night.said()).isEqualTo(KILLED);
            assertThat(folder.resolve("killed/curated/current")).doesNotExist();
        }
        NightProcess last = start(0);
        assertThat(last.exit()).as(last.said()).isZero();
        assertThat(last.said()).contains("Taking over from", "Going on after");

        assertThat(rows("killed")).isEqualTo(undisturbed);
    }

    private static void turnsAwayASecond(NightProcess first) throws Exception {
        NightProcess second = start(0);
        assertThat(second.exit()).as(second.said()).isEqualTo(4);
        assertThat(second.said()).contains("process " + first.pid());
    }

    private static NightProcess start(int steps) throws IOException {
        return NightProcess.start(classes(), steps, arguments("killed"));
    }

    /** Where the night that nobody disturbs leaves the classes it loaded: those that are killed start with them. */
    private static Path classes() {
        return folder.resolve("classes.jsa");
    }

    private static int night(String warehouse, String... more) {
        return LinkageCommand.run(arguments(warehouse, more));
    }

    private static String[] arguments(String warehouse, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "nightly",
                "--conf",
                conf.toString(),
                "--date",
                DATE.toString(),
                "--warehouse",
                folder.resolve(warehouse).toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static Map<String, List<String>> rows(String name) {
        return new WarehouseRows(folder.resolve(name)).asOf(DATE);
    }
}
