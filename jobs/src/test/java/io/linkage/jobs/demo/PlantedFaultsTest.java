package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.settings.Companies;
import io.linkage.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staging finds exactly the odd rows that were planted, in a company of a size for every day. */
class PlantedFaultsTest {
    @TempDir
    Path folder;

    @Test
    void stagingSetsAsideThePlantedRowsForThePlantedReasonsAndNothingElse() throws IOException {
        DemoPlan plan = new DemoPlan(1_500, 400, 3, DemoPlan.STANDARD_END, folder.toString(), DemoPlan.Form.POSTGRES);
        DemoCompany.generate(TestSpark.session(), plan);

        try (DemoDatabase database = DemoDatabase.start(folder)) {
            Companies companies = new Companies(Tables.ALL, DemoCompany.variables(folder, database)::get);
            new PlantedFaults(plan, companies.require(Path.of("..", "conf", "demo")))
                    .areFoundAndNothingElseIs(rows(folder));
        }
    }

    /** Rows by table, as truth.json counts them. */
    static Map<String, Long> rows(Path folder) throws IOException {
        JsonNode truth = new ObjectMapper().readTree(folder.resolve(Truth.FILE).toFile());
        Map<String, Long> rows = new TreeMap<>();
        truth.get("rows")
                .fields()
                .forEachRemaining(
                        table -> rows.put(table.getKey(), table.getValue().asLong()));
        assertThat(rows).isNotEmpty();
        return rows;
    }
}
