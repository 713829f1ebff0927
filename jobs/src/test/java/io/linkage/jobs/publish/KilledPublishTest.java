package io.linkage.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.Shops;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies while it publishes leaves readers with the release before. */
class KilledPublishTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int KILLED = 137;

    @TempDir
    private Path root;

    @Test
    void readersKeepTheReleaseBefore() throws Exception {
        Warehouse warehouse = new Warehouse(root);
        publish(warehouse, MONDAY);

        for (String point : List.of("release.mart_shop_sales", "release.current")) {
            assertThat(die(point)).isEqualTo(KILLED);

            Releases releases = new Releases(warehouse.curated());
            assertThat(releases.current()).contains(new ReleaseName(MONDAY, 1));
        }

        publish(warehouse, MONDAY.plusDays(1));
        Releases releases = new Releases(warehouse.curated());
        assertThat(releases.current().orElseThrow().date()).isEqualTo(MONDAY.plusDays(1));
        assertThat(Manifest.read(releases.folder(releases.current().orElseThrow()))
                        .tables()
                        .get(0)
                        .rows())
                .isEqualTo(2);
    }

    /** Publishes Tuesday in another process, which dies at a point. */
    private int die(String point) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Duser"))
                .toList());
        command.addAll(List.of(
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Dlinkage.halt.at=" + point + ":before",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledPublishTest.class.getName(),
                root.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output.txt").toFile())
                .start()
                .waitFor();
    }

    /** The process that dies. */
    public static void main(String[] arguments) throws IOException {
        publish(new Warehouse(Path.of(arguments[0])), MONDAY.plusDays(1));
    }

    private static void publish(Warehouse warehouse, LocalDate date) throws IOException {
        Lake lake = new Lake(TestSpark.session(), warehouse, List.of(Sales.TABLE));
        lake.write(Sales.TABLE, Shops.sales(date, 1L, 3L), new Stamp("run-1", date));
        Publisher.of(warehouse.curated(), List.of(Sales.TABLE))
                .publish(Content.of(lake, date), "Acme", "run-1", date, 14);
    }
}
