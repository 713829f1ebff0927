package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    @TempDir
    private Path root;

    @Test
    void whatAProcessSpillsStaysWhileItLivesAndIsRemovedOnceItWasKilled() throws Exception {
        Warehouse warehouse = new Warehouse(root);
        Process reader = reader();
        try {
            assertThat(Spill.sweep(warehouse)).isEmpty();
            assertThat(warehouse.temporary()).isDirectoryRecursivelyContaining("glob:**/rows");
        } finally {
            reader.destroyForcibly().waitFor();
        }
        assertThat(warehouse.temporary()).isDirectoryRecursivelyContaining("glob:**/rows");

        assertThat(Spill.sweep(warehouse)).isEmpty();
        assertThat(warehouse.temporary()).isEmptyDirectory();
    }

    @Test
    void aProcessKeepsItsOwn() {
        Warehouse warehouse = new Warehouse(root);
        Path own = Spill.of(warehouse);

        assertThat(Spill.sweep(warehouse)).isEmpty();
        assertThat(own).isDirectory();
        assertThat(Spill.of(warehouse)).isEqualTo(own);
    }

    /** Locks do not reach over every network disk. */
    @Test
    void whatAnotherMachineSpillsIsRemovedADayLater() throws IOException {
        Warehouse warehouse = new Warehouse(root);
        Path folder = Files.createDirectories(warehouse.temporary().resolve("other-1"));
        Path lock = Files.createFile(warehouse.temporary().resolve("other-1.lock"));

        Spill.sweep(warehouse);
        assertThat(folder).isDirectory();

        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Spill.sweep(warehouse);
        assertThat(warehouse.temporary()).isEmptyDirectory();
    }

    /** A process that spilled, and waits. */
    private Process reader() throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SpillTest.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('.');
        return process;
    }

    /** The other process. */
    public static void main(String[] arguments) throws IOException {
        Path own = Spill.of(new Warehouse(Path.of(arguments[0])));
        Files.writeString(own.resolve("rows"), "Dora Jansen");
        System.out.print('.');
        System.out.flush();
        System.in.read();
    }
}
