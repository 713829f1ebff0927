package io.linkage.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import io.linkage.jobs.cli.LinkageCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company connected by a folder of files alone, on good nights and on bad ones. */
class OwnCompanyTest {
    @TempDir
    Path home;

    private Bakery bakery;
    private Path warehouse;
    private String said;

    @BeforeEach
    void openTheBakery() throws IOException {
        TestSpark.session();
        bakery = new Bakery(home.resolve("bakery"));
        warehouse = home.resolve("warehouse");
    }

    @Test
    void publishesWhatItsFilesSay() {
        assertThat(night("2026-05-03")).as(said).isZero();

        assertThat(lines(released("mart_customer_value")
                        .selectExpr("segment_code", "net_revenue_amount", "return_amount", "purchase_day_count")))
                .containsExactly("nieuw|1.00|0.00|1", "vast|12.00|-1.50|1");
        assertThat(lines(released("mart_customer_equity").selectExpr("segment_code", "net_revenue_amount")))
                .contains("no customer: Missing|3.00");
        assertThat(lines(released("ops_reconciliation")
                        .where("outcome_code = 'received'")
                        .selectExpr("feed_code", "row_count", "is_balanced")))
                .containsExactly("customer|2|true", "order_line|5|true");
        assertThat(lines(released("ops_model")
                        .selectExpr("subject_code", "status_code")
                        .where("subject_code = 'clv-purchases'")))
                .containsExactly("clv-purchases|TOO_FEW_REPEATERS");
        assertThat(lines(released("mart_experience"))).isEmpty();
    }

    @Test
    void quarantinesBadRowsAndPublishesTheRest() throws IOException {
        bakery.lines(
                Bakery.LINES + "b5\t1\tk1\t30-02-2026 09:00\tV\t1\t1,50\nb6\t1\tk1\t03-05-2026 09:00\tV\t-1\t1,50\n"
                        + "b1\t1\tk1\t01-05-2026 09:00\tV\t2\t1,50\n");

        assertThat(night("2026-05-03")).as(said).isZero();
        assertThat(lines(released("ops_reconciliation")
                        .where("feed_code = 'order_line'")
                        .selectExpr("outcome_code", "reason_code", "row_count")))
                .containsExactly(
                        "duplicate|key: REPEATED|1",
                        "kept|none|5",
                        "quarantined|ordered_at: DATE_FORMAT|1",
                        "quarantined|quantity: NEGATIVE|1",
                        "received|none|8");
    }

    @Test
    void stopsWithoutPublishingWhereTooManyRowsAreBad() throws IOException {
        bakery.lines(Bakery.LINES.replace(",", "."));

        assertThat(night("2026-05-03")).isEqualTo(3);
        assertThat(said).contains("order_line", "quarantine", "NUMBER_FORMAT");
        assertThat(warehouse.resolve("curated/current")).doesNotExist();
    }

    @Test
    void stopsWithoutPublishingWhereTheDelimiterIsWrong() throws IOException {
        bakery.customers(Bakery.CUSTOMERS.replace(";", ","));

        assertThat(night("2026-05-03")).isEqualTo(3);
        assertThat(said).contains("klanten.csv", "delimiter");
        assertThat(warehouse.resolve("curated/current")).doesNotExist();
    }

    @Test
    void stopsWhereAFeedIsEmptyOrLostMostOfItsRowsAndKeepsTheNightBefore() throws IOException {
        assertThat(night("2026-05-03")).as(said).isZero();
        Path before = warehouse.resolve("curated/current").toRealPath();

        bakery.lines(Bakery.LINES.lines().findFirst().orElseThrow() + "\n");
        assertThat(night("2026-05-04")).isEqualTo(3);
        assertThat(said).contains("order_line");
        bakery.lines("");
        assertThat(night("2026-05-05")).isEqualTo(3);
        assertThat(warehouse.resolve("curated/current").toRealPath()).isEqualTo(before);
    }

    @Test
    void saysThatAFileIsNotThereAndThatItIsWorthARetry() throws IOException {
        Files.delete(bakery.folder().resolve("data/bonnen.csv.gz"));

        assertThat(night("2026-05-03")).isEqualTo(5);
        assertThat(said).contains("bonnen.csv.gz");
    }

    @Test
    void showsEveryFaultOfTheConfigurationAtOnce() throws IOException {
        bakery.configuration(Bakery.CONFIGURATION
                .replace("time-zone: Europe/Amsterdam", "time-zone: Mars")
                .replace("unit_price: prijs", "unit_prise: prijs")
                .replace("load:", "loads:")
                .replace("minimum-group: 5", "minimum-group: 2")
                .replace("maximum-shrink-share: 0.5", "maximum-shrinkage: 0.5"));

        assertThat(night("2026-05-03")).isEqualTo(2);
        assertThat(said).contains("Mars", "unit_prise", "minimum-group", "maximum-shrinkage", "company.yaml");
        assertThat(warehouse.resolve("staging")).doesNotExist();
    }

    @Test
    void givesEqualTablesWhenTheSameNightRunsAgain() {
        assertThat(night("2026-05-03")).as(said).isZero();
        List<String> first = lines(released("mart_customer_value"));
        assertThat(night("2026-05-03", "--force")).as(said).isZero();

        assertThat(lines(released("mart_customer_value"))).isEqualTo(first);
    }

    private int night(String date, String... more) {
        String[] line = {
            "nightly", "--conf", bakery.folder().toString(), "--date", date, "--warehouse", warehouse.toString()
        };
        String[] all = java.util.Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8)) {
            System.setOut(ear);
            System.setErr(ear);
            return LinkageCommand.run(all);
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = heard.toString(StandardCharsets.UTF_8);
        }
    }

    private Dataset<Row> released(String table) {
        SparkSession spark = TestSpark.session();
        return spark.read()
                .parquet(warehouse.resolve("curated/current").resolve(table).toString());
    }

    private static List<String> lines(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> row.mkString("|"))
                .sorted()
                .toList();
    }
}
