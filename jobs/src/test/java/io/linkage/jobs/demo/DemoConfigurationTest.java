package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Table;
import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Company;
import io.linkage.table.Tables;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoConfigurationTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DEMO", "/demo", "DEMO_JDBC", "jdbc:postgresql://127.0.0.1:5432/postgres");

    @Test
    void theDemosConfigurationHasNoFaultAndReadsEveryFeed() {
        Companies companies = new Companies(Tables.ALL, ENVIRONMENT::get);

        Company demo = companies.require(Path.of("..", "conf", "demo"));

        assertThat(demo.sources())
                .containsOnlyKeys(Tables.ALL.stream()
                        .map(Table::feed)
                        .filter(feed -> feed != null)
                        .toList());
    }
}
