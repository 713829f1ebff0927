package io.linkage.jobs.cli;

import io.linkage.jobs.demo.DemoCompany;
import io.linkage.jobs.demo.DemoDatabase;
import io.linkage.jobs.demo.DemoPlan;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Runs a night of the demo company, whose silos it makes where they are not there yet. */
final class Demo {
    private static final long CUSTOMERS = 2_000;
    private static final int DAYS = 730;
    private static final long SEED = 1;

    private Demo() {}

    static int run(Target target, How how, LocalDate date) {
        if (target.conf == null) {
            target.conf = Path.of(System.getProperty("linkage.home", "."), "conf", "demo");
        }
        Path silos = Path.of("warehouse/demo-silos").toAbsolutePath();
        Warehouse warehouse =
                new Warehouse(Optional.ofNullable(target.warehouse).orElse(Path.of("warehouse/demo")));
        LogFile.in(warehouse);
        DemoPlan plan =
                new DemoPlan(CUSTOMERS, DAYS, SEED, DemoPlan.STANDARD_END, silos.toString(), DemoPlan.Form.POSTGRES);
        DemoCompany.ensure(SparkSessions.start(warehouse), plan);
        try (DemoDatabase database = DemoDatabase.start(silos)) {
            Map<String, String> own = Map.of("DEMO", silos.toString(), "DEMO_JDBC", database.url());
            return how.night(
                    target,
                    name -> own.getOrDefault(name, System.getenv(name)),
                    Optional.ofNullable(date).orElse(DemoPlan.STANDARD_END));
        }
    }
}
