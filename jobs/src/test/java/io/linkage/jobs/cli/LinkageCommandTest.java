package io.linkage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkageCommandTest {
    @TempDir
    private Path folder;

    private String said;

    @Test
    void aDateThatIsNoneEndsWithUsage() {
        assertThat(run("nightly", "--conf", "conf/demo", "--date", "../../etc")).isEqualTo(2);
        assertThat(said).contains("a date is written like 2026-01-31").doesNotContain("\tat ");
    }

    @Test
    void aYearFarAwayIsRefused() {
        assertThat(run("nightly", "--conf", "conf/demo", "--date", "9999-01-01"))
                .isEqualTo(2);
    }

    @Test
    void aFolderWithoutConfigurationIsNamed() {
        assertThat(run("nightly", "--conf", folder.toString(), "--date", "2026-01-31"))
                .isEqualTo(2);
        assertThat(said).contains("company.yaml").doesNotContain("\tat ");
    }

    @Test
    void anEffectThatIsNotThereIsRefusedByName() {
        String out = folder.resolve("demo").toString();
        assertThat(run("generate", "--out", out, "--effect", "engagement-on-rain=1"))
                .isEqualTo(2);
        assertThat(said).contains("engagement-on-rain is not one of engagement-on-nps");
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    @Test
    void aBackfillThatEndsBeforeItBeginsIsRefused() {
        assertThat(run("backfill", "--conf", folder.toString(), "--from", "2026-02-01", "--to", "2026-01-01"))
                .isEqualTo(2);
        assertThat(said).contains("--from 2026-02-01 --to 2026-01-01");
    }

    @Test
    void anUnknownCommandEndsWithUsage() {
        assertThat(run("nightmare")).isEqualTo(2);
    }

    @Test
    void helpListsTheCommandsAndExplainsOne() {
        assertThat(run("help")).isZero();
        assertThat(said).contains("Usage: linkage [-hV] [COMMAND]", "nightly", "backfill", "help ");
        assertThat(run("help", "backfill")).isZero();
        assertThat(said).contains("Usage: linkage backfill", "--from");
        assertThat(run("help", "nightmare")).isEqualTo(2);
    }

    @Test
    void statusOfAWarehouseWithoutRunsSaysSo() throws IOException {
        Files.createDirectories(folder.resolve("runs"));

        assertThat(run("status", "--warehouse", folder.toString())).isZero();
        assertThat(said).contains("Nothing runs now.", "No run so far");
        assertThat(run("status", "--warehouse", folder.toString(), "--last", "-1"))
                .isEqualTo(2);
        assertThat(said).contains("--last -1 is no number of runs");
    }

    private int run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(text, true, StandardCharsets.UTF_8);
        try {
            System.setOut(both);
            System.setErr(both);
            return LinkageCommand.run(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = text.toString(StandardCharsets.UTF_8);
        }
    }
}
