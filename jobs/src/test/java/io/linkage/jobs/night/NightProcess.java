package io.linkage.jobs.night;

import io.linkage.jobs.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A night in a process of its own, as a scheduler starts it, which a test can kill. */
final class NightProcess {
    private static final int PATIENCE_MINUTES = 15;

    private final Process process;
    private final Thread ear;
    private final List<String> heard = new ArrayList<>();
    private final CountDownLatch enough;

    private NightProcess(Process process, int steps) {
        this.process = process;
        this.enough = new CountDownLatch(steps);
        this.ear = new Thread(this::listen, "ear");
        ear.start();
    }

    /** Runs a first command, and leaves the classes that it loaded in an archive. */
    static NightProcess first(Path archive, String... arguments) throws IOException {
        return start("-XX:ArchiveClassesAtExit=" + archive, 0, arguments);
    }

    /**
     * Starts a command.
     *
     * @param archive classes that a first command left
     * @param steps how many steps {@link #awaitSteps} waits for
     */
    static NightProcess start(Path archive, int steps, String... arguments) throws IOException {
        return start("-XX:SharedArchiveFile=" + archive, steps, arguments);
    }

    /** As the launcher does: from the packed jars. */
    private static NightProcess start(String classes, int steps, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("@../conf/jvm.options", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-Xlog:disable", classes));
        command.addAll(List.of("-cp", jars(), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new NightProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start(), steps);
    }

    private static String jars() throws IOException {
        try (var spark = Files.list(Path.of("target", "spark"))) {
            return Stream.concat(Stream.of(Path.of("target", "linkage.jar")), spark.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Waits until so many steps are done, or the process has ended. */
    void awaitSteps() throws InterruptedException {
        if (!enough.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("Too few steps: " + said());
        }
    }

    /** SIGKILL, which no process can answer. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return exit();
    }

    /** Exit code, once it has ended; 137 where it was killed. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("No end: " + said());
        }
        ear.join();
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    String said() {
        synchronized (heard) {
            return String.join("\n", heard);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (heard) {
                    heard.add(line);
                }
                if (line.startsWith("[")) {
                    enough.countDown();
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            while (enough.getCount() > 0) {
                enough.countDown();
            }
        }
    }
}
