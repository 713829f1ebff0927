package io.linkage.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.feed.Sources;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.LandingZone;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.settings.GateSettings;
import io.linkage.settings.ReportingSettings;
import io.linkage.staging.Load;
import io.linkage.table.ops.Intake;
import io.linkage.table.quarantine.Quarantined;
import io.linkage.table.staging.FxRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTaskTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final StageTask ABSENT = new StageTask(FxRate.TABLE, List.of());

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(
                TestSpark.session(), new Warehouse(folder), List.of(FxRate.TABLE, Quarantined.of(FxRate.TABLE)));
    }

    @Test
    void aFeedThatNoSourceDeliversHasATableWithoutRows() {
        ABSENT.run(night(MONDAY));
        long first = lake.version(FxRate.TABLE).orElseThrow();
        ABSENT.run(night(MONDAY.plusDays(1)));

        assertThat(lake.newest(FxRate.TABLE).isEmpty()).isTrue();
        assertThat(lake.version(FxRate.TABLE)).hasValue(first);
    }

    @Test
    void aFeedTakenOutLeavesNothingOfAnEarlierTryOfTheNight() {
        lake.write(FxRate.TABLE, rate(), night(MONDAY).stamp());
        SetAside aside = new SetAside(Intake.TABLE, night(MONDAY));
        aside.keep(ABSENT.name(), List.of(RowFactory.create("counted")));
        ABSENT.run(night(MONDAY.plusDays(1)));

        ABSENT.run(night(MONDAY));

        assertThat(lake.read(FxRate.TABLE, MONDAY).isEmpty()).isTrue();
        assertThat(aside.rows(List.of(ABSENT.name()))).isEmpty();
    }

    /** A column that has another name from one night on: expressions hold for the nights before too. */
    @Test
    void anExpressionThatCannotReadEarlierNightsStopsTheNight() {
        land(MONDAY, "nullif('1.10', '') AS rate");
        land(MONDAY.plusDays(1), "CAST(NULL AS STRING) AS rate, nullif('1.20', '') AS price");

        assertThat(staged("rate").run(night(MONDAY)).rows()).isEqualTo(1);
        assertThatThrownBy(() -> staged("price").run(night(MONDAY.plusDays(1))))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("1 of the 1 rows received on earlier nights")
                .hasMessageContaining("fx_rate: MISSING");
        assertThat(lake.read(FxRate.TABLE, MONDAY.plusDays(1)).count()).isEqualTo(1);
        assertThat(staged("coalesce(price, rate)")
                        .run(night(MONDAY.plusDays(1)))
                        .rows())
                .isEqualTo(2);
    }

    private void land(LocalDate night, String columns) {
        new LandingZone(lake)
                .write(
                        "fx_rate",
                        "bank",
                        lake.spark()
                                .sql("SELECT 'USD' AS currency, '" + night + "' AS day, " + columns
                                        + ", 'rates.csv' AS _file, 1L AS _record, CAST(NULL AS STRING) AS _fault,"
                                        + " CAST(NULL AS STRING) AS _change"),
                        night(night).stamp());
    }

    private static StageTask staged(String rate) {
        Map<String, String> columns = Map.of("currency_code", "currency", "rate_date", "day", "fx_rate", rate);
        return new StageTask(
                FxRate.TABLE,
                List.of(new Source(
                        "fx_rate", "bank", "csv", "rates.csv", null, Load.APPEND, columns, Sources.PLAIN, null)));
    }

    private Night night(LocalDate date) {
        Company company = new Company(
                "bank",
                folder,
                Map.of(),
                Map.of(
                        GateSettings.class, new GateSettings(.05, .5),
                        ReportingSettings.class, new ReportingSettings(Currency.getInstance("EUR"), ZoneOffset.UTC)));
        return new Night(company, lake, new Stamp("run", date), new Pseudonym(new byte[32]));
    }

    private org.apache.spark.sql.Dataset<Row> rate() {
        Row row = RowFactory.create(
                "USD",
                Date.valueOf(MONDAY),
                new BigDecimal("1.10000000"),
                Timestamp.from(Instant.parse("2026-03-02T00:00:00Z")),
                "bank",
                Date.valueOf(MONDAY));
        return lake.spark().createDataFrame(List.of(row), FxRate.TABLE.schema());
    }
}
