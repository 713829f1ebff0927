package io.linkage.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Table;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.Shops.Shop;
import io.linkage.jobs.lake.Warehouse;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledNightTest {
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    @Test
    void aNightKilledAtEveryPointAndResumedEqualsOneThatWasNot() throws Exception {
        Path killed = folder.resolve("killed");
        for (String point : List.of("dim_shop:before", "dim_shop:after-write", "mart_shop_sales:after-write")) {
            assertThat(night(killed, point)).as(point).isEqualTo(KILLED);
        }
        assertThat(night(killed, "")).isZero();
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(night(undisturbed, "")).isZero();

        assertThat(rows(killed, Shop.TABLE)).isEqualTo(rows(undisturbed, Shop.TABLE));
        assertThat(rows(killed, Sales.TABLE)).isEqualTo(rows(undisturbed, Sales.TABLE));
        assertThat(Runner.pending(ShopsNight.request(killed), ShopsNight.plan()))
                .isEmpty();
    }

    @Test
    void ofTwoNightsAtOnceTheSecondLeavesAndTouchesNothing() throws Exception {
        try (WarehouseLock held = WarehouseLock.take(new Warehouse(folder), "nightly shops 2026-03-02")) {
            assertThat(night(folder, "")).isEqualTo(4);
            assertThat(held.dead()).isEmpty();
        }
        assertThat(folder.resolve("core")).doesNotExist();
        assertThat(folder.resolve("batch")).doesNotExist();
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws IOException {
        Warehouse warehouse = new Warehouse(folder);
        LockOwner self = LockOwner.self("nightly shops 2026-03-01");
        new LockOwner(4_194_305, self.host(), self.processStarted(), self.command(), self.seen())
                .write(folder.resolve(".lock-owner"), self.seen());

        assertThat(WarehouseLock.owner(warehouse)).isEmpty();
        try (WarehouseLock lock = WarehouseLock.take(warehouse, "nightly shops 2026-03-02")) {
            assertThat(lock.dead().orElseThrow().process()).isEqualTo(4_194_305);
            assertThat(WarehouseLock.owner(warehouse).orElseThrow().command()).isEqualTo("nightly shops 2026-03-02");
        }
        assertThat(Files.exists(folder.resolve(".lock-owner"))).isFalse();
    }

    private static int night(Path warehouse, String haltAt) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ShopsNight.class.getName(), warehouse.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-night.log")));
        if (!haltAt.isEmpty()) {
            builder.environment().put("LINKAGE_HALT_AT", haltAt);
        }
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static List<Row> rows(Path warehouse, Table table) {
        return ShopsNight.lake(new Warehouse(warehouse))
                .read(table, ShopsNight.DATE)
                .orderBy(table.keyColumns())
                .collectAsList();
    }
}
