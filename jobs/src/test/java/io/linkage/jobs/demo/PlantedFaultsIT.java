package io.linkage.jobs.demo;

import io.linkage.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Path;
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

        new PlantedFaults(plan, ParquetForm.company(plan)).areFoundAndNothingElseIs(PlantedFaultsTest.rows(folder));
    }
}
