package io.linkage.jobs.demo;

import io.linkage.jobs.Stop;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The demo company's marketing database: PostgreSQL on the loopback, its data under {@code postgres/} of the folder, so
 * that a later night can start it again.
 */
public final class DemoDatabase implements AutoCloseable {
    /** Role that may only read. */
    public static final String READER = "linkage_reader";

    static final String OWNER = "postgres";
    private static final int PORT_LINE = 3;

    private final int port;
    private final AutoCloseable server;

    private DemoDatabase(int port, AutoCloseable server) {
        this.port = port;
        this.server = server;
    }

    /** Where a company in this folder keeps its database. */
    static Path data(Path folder) {
        return folder.resolve("postgres");
    }

    /**
     * Starts the database of a company, on a free port. One that a killed night left running is taken over.
     *
     * @throws Stop when it cannot be started
     */
    public static DemoDatabase start(Path folder) {
        Path data = data(folder).toAbsolutePath();
        try {
            Optional<DemoDatabase> left = leftRunning(data);
            if (left.isPresent()) {
                return left.get();
            }
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC")
                    .start();
            return new DemoDatabase(server.getPort(), server);
        } catch (IOException | IllegalStateException fault) {
            throw Stop.unreachable(
                    "Cannot start the demo database in " + data + ": " + fault.getMessage()
                            + ". Remove the folder and generate the company again.",
                    fault);
        }
    }

    private static Optional<DemoDatabase> leftRunning(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = ProcessHandle.of(
                        Long.parseLong(lines.get(0).strip()))
                .filter(handle -> handle.info().command().orElse("").endsWith("postgres"));
        if (process.isEmpty() || lines.size() <= PORT_LINE) {
            Files.delete(pidFile);
            return Optional.empty();
        }
        // SIGTERM lets PostgreSQL serve those still connected and then end: nobody is cut off.
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return Optional.of(new DemoDatabase(port, process.get()::destroy));
    }

    /** For Linkage: the role that may only read. */
    public String url() {
        return url(READER);
    }

    /** For the generator. */
    String ownerUrl() {
        return url(OWNER);
    }

    private String url(String user) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + user;
    }

    /** Stops the database; the data stay. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception fault) {
            throw new IllegalStateException("The demo database on port " + port + " did not stop", fault);
        }
    }
}
