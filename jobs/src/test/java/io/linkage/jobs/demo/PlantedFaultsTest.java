package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.contract.Table;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.feed.Feeds;
import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Load;
import io.linkage.staging.Received;
import io.linkage.staging.Stage;
import io.linkage.table.Tables;
import io.linkage.table.ops.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staging finds exactly the faults that were planted. */
class PlantedFaultsTest {
    private static final String DUPLICATE = "exact duplicate";

    @TempDir
    Path folder;

    @Test
    void stagingSetsAsideThePlantedFaultsAndNothingElse() throws IOException {
        DemoPlan plan = new DemoPlan(1_500, 400, 3, DemoPlan.STANDARD_END, folder.toString(), DemoPlan.Form.POSTGRES);
        DemoCompany.generate(TestSpark.session(), plan);
        JsonNode truth = new ObjectMapper().readTree(folder.resolve(Truth.FILE).toFile());

        try (DemoDatabase database = DemoDatabase.start(folder)) {
            Companies companies = new Companies(Tables.ALL, DemoCompany.variables(folder, database)::get);
            Company demo = companies.require(Path.of("..", "conf", "demo"));
            for (Table contract : Tables.ALL) {
                if (contract.feed() != null) {
                    Source source = demo.sources().get(contract.feed()).get(0);
                    assertThat(outcomes(contract, source, plan))
                            .as(contract.feed())
                            .isEqualTo(expected(truth, contract.feed()));
                }
            }
        }
    }

    private static Map<String, Long> expected(JsonNode truth, String feed) {
        long duplicates = truth.at("/faulty_rows/" + feed + "/" + DUPLICATE).asLong();
        long faulty = 0;
        for (JsonNode count : truth.at("/faulty_rows/" + feed)) {
            faulty += count.asLong();
        }
        Map<String, Long> outcomes = new TreeMap<>();
        outcomes.put("kept", truth.at("/rows/" + feed).asLong() - faulty);
        outcomes.put("duplicate", duplicates);
        outcomes.put("quarantined", faulty - duplicates);
        outcomes.values().removeIf(count -> count == 0);
        return outcomes;
    }

    private static Map<String, Long> outcomes(Table contract, Source source, DemoPlan plan) {
        Dataset<Row> rows = Feeds.read(TestSpark.session(), source, plan.end()).rows();
        Received received = new Received(source.name(), Load.FULL, rows, source.columns(), source.formats());
        Map<String, Long> outcomes = new TreeMap<>();
        Stage.counted(contract, Stage.judged(contract, List.of(received)), plan.end())
                .select(Intake.OUTCOME_CODE.col(), Intake.ROW_COUNT.col())
                .collectAsList()
                .forEach(row -> outcomes.merge(row.getString(0), row.getLong(1), Long::sum));
        return outcomes;
    }
}
