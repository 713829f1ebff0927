package io.linkage.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Shops;
import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.feed.Feeds;
import io.linkage.jobs.feed.Sources;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.CsvOptions;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Load;
import io.linkage.table.staging.FxRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedExpressionTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(TestSpark.session(), new Warehouse(folder), List.of(FxRate.TABLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cast(rate as double)      | CAST_INVALID_INPUT",
                "split(rate, ' ')[1]       | INVALID_ARRAY_INDEX",
                "1 / (length(rate) - 6)    | DIVIDE_BY_ZERO",
                "raise_error(rate)         | USER_RAISED_EXCEPTION",
            })
    void anExpressionThatFailsOnARowIsNamedWithoutTheRowsValue(String expression, String error) {
        Source bank = bank(Map.of("currency_code", "code", "rate_date", "day", "fx_rate", expression), null);
        new LandTask(bank, Feeds::read).run(night(MONDAY));

        assertThatThrownBy(() -> new StageTask(FxRate.TABLE, List.of(bank)).run(night(MONDAY)))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                .hasMessageContaining("feeds.fx_rate.bank.columns.fx_rate failed on a row with " + error)
                .hasMessageContaining("try_cast")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aChangeThatFailsOnARowIsNamedWithoutTheRowsValue() {
        Source bank = bank(Map.of("currency_code", "code", "rate_date", "day", "fx_rate", "rate"), "cast(rate as int)");

        assertThatThrownBy(() -> new LandTask(bank, Feeds::read).run(night(MONDAY)))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                .hasMessageContaining("feeds.fx_rate.bank.change failed on a row with CAST_INVALID_INPUT")
                .hasMessageNotContaining("secret");
    }

    private Source bank(Map<String, String> columns, String change) {
        Path file = folder.resolve("rates.csv");
        try {
            Files.writeString(file, "code,day,rate\nUSD,2026-03-02,1.1\nGBP,2026-03-02,secret\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CsvOptions options = new CsvOptions(true, List.of(), "UTF-8", ",", "\"", false);
        Load load = change == null ? Load.APPEND : Load.CHANGES;
        return new Source("fx_rate", "bank", "csv", file.toString(), options, load, columns, Sources.PLAIN, change);
    }

    private Night night(LocalDate date) {
        return new Night(Shops.company(), lake, new Stamp("run", date), new Pseudonym(new byte[32]));
    }
}
