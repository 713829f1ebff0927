package io.linkage.jobs.demo;

import io.linkage.jobs.TestSpark;
import io.linkage.jobs.settings.Companies;
import io.linkage.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staging finds exactly the odd rows that were planted among 20,000 customers: every kind of them twenty times. */
class PlantedFaultsIT {
    @TempDir
    Path folder;

    @Test
    void stagingSetsAsideThePlantedRowsForThePlantedReasonsAndNothingElse() throws IOException {
        DemoPlan plan = new DemoPlan(20_000, 730, 1, DemoPlan.STANDARD_END, folder.toString(), DemoPlan.Form.PARQUET);
        DemoCompany.generate(TestSpark.session(), plan);

        Map<String, String> variables =
                Map.of("DEMO", folder.toString(), "DEMO_JDBC", "jdbc:postgresql://127.0.0.1:5432/postgres");
        Companies companies = new Companies(Tables.ALL, variables::get);
        new PlantedFaults(plan, companies.require(Path.of("..", "conf", "demo")))
                .areFoundAndNothingElseIs(PlantedFaultsTest.rows(folder));
    }
}
