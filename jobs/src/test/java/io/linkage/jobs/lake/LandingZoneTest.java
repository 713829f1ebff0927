package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingZoneTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir
    private Path folder;

    @Test
    void aNightReplacesWhatItReceivedAndTakesInNewColumns() {
        LandingZone landing = new LandingZone(new Lake(TestSpark.session(), new Warehouse(folder), List.of()));

        landing.write("product", "shop", received("'a' AS id"), new Stamp("r1", MONDAY));
        landing.write("product", "shop", received("'b' AS id, 'red' AS colour"), new Stamp("r2", TUESDAY));
        landing.write("product", "shop", received("'c' AS id"), new Stamp("r3", MONDAY));

        assertThat(ids(landing.all("product", "shop", TUESDAY).orElseThrow())).containsExactly("b", "c");
        assertThat(ids(landing.all("product", "shop", MONDAY).orElseThrow())).containsExactly("c");
        assertThat(ids(landing.last("product", "shop", TUESDAY).orElseThrow())).containsExactly("b");
        assertThat(ids(landing.last("product", "shop", TUESDAY.plusDays(5)).orElseThrow()))
                .containsExactly("b");
        assertThat(landing.last("product", "shop", MONDAY.minusDays(1))).isEmpty();
        assertThat(landing.last("product", "other", MONDAY)).isEmpty();
    }

    private static Dataset<Row> received(String columns) {
        return TestSpark.session().sql("SELECT " + columns + ", 1L AS _record");
    }

    private static List<String> ids(Dataset<Row> rows) {
        return rows.select("id").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }
}
