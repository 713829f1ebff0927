package io.linkage.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.Shops;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.table.ops.Intake;
import io.linkage.table.staging.FxRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        lake = new Lake(TestSpark.session(), new Warehouse(folder), List.of(FxRate.TABLE));
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

    private Night night(LocalDate date) {
        return new Night(Shops.company(), lake, new Stamp("run", date), new Pseudonym(new byte[32]));
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
