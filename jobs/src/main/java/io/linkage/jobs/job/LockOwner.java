package io.linkage.jobs.job;

import io.linkage.jobs.lake.Machine;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;

/**
 * Who holds the lock of a warehouse, as its file tells it.
 *
 * @param process process id
 * @param host name of the machine
 * @param processStarted when the process began: a process id alone may be used again
 * @param command what it runs
 * @param seen its last sign of life
 */
record LockOwner(long process, String host, Instant processStarted, String command, Instant seen) {

    private static final Duration SILENT = Duration.ofSeconds(60);

    /** This process. */
    static LockOwner self(String command) {
        ProcessHandle self = ProcessHandle.current();
        return new LockOwner(self.pid(), Machine.name(), started(self), command, Instant.now());
    }

    /** What the file says; empty where there is none, or none that can be read. */
    static Optional<LockOwner> read(Path file) {
        try {
            Properties text = new Properties();
            text.load(new StringReader(Files.readString(file)));
            return Optional.of(new LockOwner(
                    Long.parseLong(text.getProperty("process")),
                    text.getProperty("host"),
                    Instant.parse(text.getProperty("process-started")),
                    text.getProperty("command"),
                    Instant.parse(text.getProperty("seen"))));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes the file in one move, so that a reader never sees half of it. */
    void write(Path file, Instant now) {
        String text = "process=" + process + "\nhost=" + host + "\nprocess-started=" + processStarted + "\ncommand="
                + command + "\nseen=" + now + "\n";
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Whether it runs on another machine, where this one cannot see processes. */
    boolean elsewhere() {
        return !host.equals(Machine.name());
    }

    /** Whether the process still runs; of another machine, whether it gave a sign of life of late. */
    boolean alive() {
        if (elsewhere()) {
            return silence().compareTo(SILENT) < 0;
        }
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(LockOwner::started)
                .filter(processStarted::equals)
                .isPresent();
    }

    /** Time since its last sign of life. */
    Duration silence() {
        return Duration.between(seen, Instant.now());
    }

    /** For a person. */
    String text() {
        return "process " + process + " on " + host + ", started " + processStarted.truncatedTo(ChronoUnit.SECONDS)
                + ", which runs '" + command + "' and was last seen "
                + Math.max(0, silence().toSeconds())
                + " s ago";
    }

    private static Instant started(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }
}
