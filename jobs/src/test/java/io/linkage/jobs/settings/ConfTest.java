package io.linkage.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfTest {
    private static final Path CONF = Path.of("..", "conf");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DEMO", "/demo", "DEMO_JDBC", "jdbc:postgresql://127.0.0.1:5432/postgres");

    @ParameterizedTest
    @MethodSource("companies")
    void everyCompanyUnderConfIsFreeOfFaults(Path folder) {
        assertThat(new Companies(Tables.ALL, ENVIRONMENT::get).read(folder).faults())
                .extracting(Fault::text)
                .isEmpty();
    }

    static Stream<Path> companies() throws IOException {
        return Files.walk(CONF)
                .filter(path -> path.endsWith(Companies.FILE))
                .map(Path::getParent)
                .sorted();
    }
}
