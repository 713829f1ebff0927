package io.linkage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Company;
import io.linkage.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Airflow makes the demo's DAG from is the plan of the demo. */
class PlanFileTest {
    private static final Path FILE = Path.of("..", "airflow-dags", "companies", "demo.json");
    private static final String COMMAND = "./mvnw -q -B -pl jobs -am test -Dtest=PlanFileTest -Dlinkage.write-docs=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DEMO", "/demo", "DEMO_JDBC", "jdbc:postgresql://127.0.0.1:5432/postgres");

    private Company demo;

    @BeforeEach
    void readTheDemo() {
        demo = new Companies(Tables.ALL, ENVIRONMENT::get).require(Path.of("..", "conf", "demo"));
    }

    @Test
    void committedPlanIsUpToDate() throws IOException {
        String plan = PlanCommand.json(demo) + "\n";
        if (Boolean.getBoolean("linkage.write-docs")) {
            Files.writeString(FILE, plan);
        }

        assertThat(FILE).as("%s is stale. Run: %s", FILE, COMMAND).content().isEqualTo(plan);
    }

    @Test
    void onlyTheLastJobPublishes() {
        Map<String, Object> document = PlanCommand.document(demo);

        assertThat(document).containsEntry("time_zone", "UTC");
        assertThat((List<?>) document.get("jobs"))
                .extracting(
                        job -> ((Map<?, ?>) job).get("job"),
                        job -> ((List<?>) ((Map<?, ?>) job).get("publishes")).contains("mart_customer_value"))
                .extracting(Object::toString)
                .containsExactly(
                        "(\"ingest\", false)",
                        "(\"conform\", false)",
                        "(\"score\", false)",
                        "(\"mart\", false)",
                        "(\"publish\", true)");
    }
}
