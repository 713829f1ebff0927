package io.linkage.jobs.night;

import static io.linkage.jobs.night.WarehouseRows.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company connected by a folder of files alone, on good nights and on bad ones. */
class OwnCompanyTest {
    private static final String BAD_LINES = """
            b5\t1\tk1\t30-02-2026 09:00\tV\t1\t1,50
            b6\t1\tk1\t03-05-2026 09:00\tV\t-1\t1,50
            b1\t1\tk1\t01-05-2026 09:00\tV\t2\t1,50
            """;

    @TempDir
    static Path home;

    private static Path published;

    private Bakery bakery;
    private Path warehouse;
    private String said;

    @BeforeEach
    void openTheBakery(@TempDir Path fresh) throws IOException {
        TestSpark.session();
        bakery = new Bakery(fresh.resolve("bakery"));
        warehouse = fresh.resolve("warehouse");
    }

    /** One whole night serves all tests that look at what was published. */
    private void publishOnce() throws IOException {
        bakery.lines(Bakery.LINES + BAD_LINES);
        warehouse = home.resolve("warehouse");
        if (published == null) {
            assertThat(night("2026-05-03")).as(said).isZero();
            published = warehouse.resolve("curated/current").toRealPath();
        }
    }

    @Test
    void publishesWhatItsFilesSay() throws IOException {
        publishOnce();

        assertThat(lines(released("mart_customer_value")
                        .selectExpr("segment_code", "net_revenue_amount", "return_amount", "purchase_day_count")))
                .containsExactly("nieuw|1.00|0.00|1", "vast|12.00|-1.50|1");
        assertThat(lines(released("mart_customer_equity")
                        .filter("movement_code = 'closing'")
                        .selectExpr("segment_code", "net_revenue_amount")))
                .contains("no customer: Missing|3.00");
        assertThat(lines(released("ops_model")
                        .where("subject_code = 'clv-purchases'")
                        .selectExpr("model_code", "status_code")))
                .allMatch(line -> line.endsWith("TOO_FEW_REPEATERS"))
                .isNotEmpty();
        assertThat(lines(released("mart_experience"))).isEmpty();
    }

    @Test
    void accountsForEveryRowThatItReceived() throws IOException {
        publishOnce();

        assertThat(lines(released("ops_reconciliation")
                        .where("feed_code = 'order_line'")
                        .selectExpr("outcome_code", "reason_code", "row_count", "is_balanced")))
                .containsExactly(
                        "duplicate|key: REPEATED|1|true",
                        "kept|none|5|true",
                        "quarantined|ordered_at: DATE_FORMAT|1|true",
                        "quarantined|quantity: NEGATIVE|1|true",
                        "received|none|8|true");
    }

    @Test
    void keepsWhatWasPublishedWhereAFeedShrankOrCameEmpty() throws IOException {
        publishOnce();

        bakery.lines(Bakery.LINES.lines().findFirst().orElseThrow() + "\n");
        assertThat(night("2026-05-04")).as(said).isEqualTo(3);
        assertThat(said).contains("order_line", "shrank from 8 to 1");
        bakery.lines("");
        assertThat(night("2026-05-05")).as(said).isEqualTo(3);
        assertThat(warehouse.resolve("curated/current").toRealPath()).isEqualTo(published);
    }

    @Test
    void stopsWithoutPublishingWhereTooManyRowsAreBad() throws IOException {
        bakery.lines(Bakery.LINES.replace(",", "."));

        assertThat(night("2026-05-03")).as(said).isEqualTo(3);
        assertThat(said).contains("order_line", "quarantine", "NUMBER_FORMAT");
        assertThat(warehouse.resolve("curated/current")).doesNotExist();
    }

    @Test
    void stopsWithoutPublishingWhereTheDelimiterIsWrong() throws IOException {
        bakery.customers(Bakery.CUSTOMERS.replace(";", ","));

        assertThat(night("2026-05-03")).as(said).isEqualTo(3);
        assertThat(said).contains("klanten.csv", "delimiter");
        assertThat(warehouse.resolve("curated/current")).doesNotExist();
    }

    @Test
    void saysThatAFileIsNotThereAndThatItIsWorthARetry() throws IOException {
        Files.delete(bakery.folder().resolve("data/bonnen.csv.gz"));

        assertThat(night("2026-05-03")).as(said).isEqualTo(5);
        assertThat(said).contains("bonnen.csv.gz");
    }

    @Test
    void showsEveryFaultOfTheConfigurationAtOnce() throws IOException {
        bakery.configuration(Bakery.CONFIGURATION
                .replace("time-zone: Europe/Amsterdam", "time-zone: Mars")
                .replace("unit_price: prijs", "unit_prise: prijs")
                .replace("minimum-group: 5", "minimum-group: 2")
                .replace("maximum-shrink-share: 0.5", "maximum-shrinkage: 0.5"));

        assertThat(night("2026-05-03")).as(said).isEqualTo(2);
        assertThat(said).contains("Mars", "unit_prise", "minimum-group", "maximum-shrinkage", "company.yaml");
        assertThat(warehouse.resolve("staging")).doesNotExist();
    }

    private int night(String date) {
        int exit = bakery.night(warehouse, date);
        said = bakery.said();
        return exit;
    }

    private Dataset<Row> released(String table) {
        return new WarehouseRows(warehouse).released(table);
    }
}
