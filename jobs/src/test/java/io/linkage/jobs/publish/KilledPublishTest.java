package io.linkage.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Table;
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
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

        for (String point : List.of("table", "pointer")) {
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
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledPublishTest.class.getName(),
                root.toString(),
                point));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output.txt").toFile())
                .start()
                .waitFor();
    }

    /** The process that dies: once a table is written, or when all is written and the pointer should move. */
    public static void main(String[] arguments) throws IOException {
        Warehouse warehouse = new Warehouse(Path.of(arguments[0]));
        LocalDate tuesday = MONDAY.plusDays(1);
        Content content = content(warehouse, tuesday);
        Content dying = arguments[1].equals("table") ? new Dying(content) : content;
        new Publisher(warehouse.curated(), List.of(Sales.TABLE), (curated, release) -> die())
                .publish(dying, "Acme", "run-1", tuesday, 14);
    }

    /** Dies when it is asked for the version of a table, whose rows it gave before. */
    private record Dying(Content content) implements Content {
        @Override
        public Dataset<Row> rows(Table table) {
            return content.rows(table);
        }

        @Override
        public OptionalLong version(Table table) {
            die();
            return content.version(table);
        }
    }

    private static void die() {
        Runtime.getRuntime().halt(KILLED);
    }

    private static void publish(Warehouse warehouse, LocalDate date) throws IOException {
        Publisher.of(warehouse.curated(), List.of(Sales.TABLE))
                .publish(content(warehouse, date), "Acme", "run-1", date, 14);
    }

    private static Content content(Warehouse warehouse, LocalDate date) {
        Lake lake = new Lake(TestSpark.session(), warehouse, List.of(Sales.TABLE));
        lake.write(Sales.TABLE, Shops.sales(date, 1L, 3L), new Stamp("run-1", date));
        return Content.of(lake, date);
    }
}
