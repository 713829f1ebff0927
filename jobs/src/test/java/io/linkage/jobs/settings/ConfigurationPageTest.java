package io.linkage.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.settings.Setting;
import io.linkage.table.Tables;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md").normalize();

    @Test
    void thePageHoldsEveryKeyAsItIsRead() throws IOException {
        String page = ConfigurationPage.of(Tables.ALL);
        if (Boolean.getBoolean("linkage.write-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/configuration.md is stale. Run: %s", ConfigurationPage.COMMAND)
                .hasContent(page);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everySettingSaysWhatItMeansAndHasADefaultThatItAllows(Class<? extends Record> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            assertThat(setting)
                    .as("%s.%s carries no @Setting", type.getSimpleName(), component.getName())
                    .isNotNull();
            assertThat(setting.meaning()).hasSizeGreaterThan(10);
            if (setting.oneOf().length > 0 && !setting.standard().isEmpty()) {
                assertThat(setting.oneOf()).contains(setting.standard());
            }
        }
        Faults faults = new Faults();
        Binder binder = new Binder(new Variables(Map.of(), name -> null), faults);
        binder.bind(type, Place.empty("defaults"), Map.of());
        assertThat(faults.all()).extracting(Fault::why).allMatch(why -> why.startsWith("missing"));
    }

    static Stream<Class<? extends Record>> records() {
        return Stream.concat(
                Section.ALL.stream().map(Section::type),
                Stream.of(
                        SourceSettings.class,
                        FormatSettings.class,
                        CsvOptions.class,
                        JsonOptions.class,
                        ParquetOptions.class,
                        DeltaOptions.class,
                        JdbcOptions.class));
    }
}
