package io.linkage.jobs.demo;

import io.linkage.jobs.Stop;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The demo company's marketing database: PostgreSQL on the loopback, its data under {@code postgres/} of the folder, so
 * that a later night can start it again.
 */
public final class DemoDatabase implements AutoCloseable {
    /** Role that may only read. */
    public static final String READER = "linkage_reader";

    private static final String OWNER = "postgres";
    private static final String PASSWORD_FILE = "owner-password";
    private static final int PORT_LINE = 3;
    private static final int PATIENCE_SECONDS = 10;
    /** Without it every user of the machine would be the owner, who can run programs; the reader sees made-up rows. */
    private static final String RIGHTS = """
            host all linkage_reader 127.0.0.1/32 trust
            host all postgres 127.0.0.1/32 scram-sha-256
            """;

    private final Path data;
    private final int port;
    private final AutoCloseable server;

    private DemoDatabase(Path data, int port, AutoCloseable server) {
        this.data = data;
        this.port = port;
        this.server = server;
    }

    /** Starts a new, empty database, whose owner has a password of its own. */
    static DemoDatabase create(Path folder) {
        DemoDatabase database = start(folder);
        String password = new BigInteger(160, new SecureRandom()).toString(36);
        String trusted = "jdbc:postgresql://127.0.0.1:" + database.port + "/postgres?user=" + OWNER;
        try (Connection connection = DriverManager.getConnection(trusted);
                Statement statement = connection.createStatement()) {
            Files.writeString(database.data.resolve(PASSWORD_FILE), password);
            Files.writeString(database.data.resolve("pg_hba.conf"), RIGHTS);
            statement.execute("alter role " + OWNER + " password '" + password + "'");
            statement.execute("select pg_reload_conf()");
            return database;
        } catch (SQLException | IOException fault) {
            database.close();
            throw new IllegalStateException("Cannot prepare the demo database", fault);
        }
    }

    /**
     * Starts the database of a company, on a free port. One that a killed night left running is taken over.
     *
     * @throws Stop when it cannot be started
     */
    public static DemoDatabase start(Path folder) {
        Path data = folder.resolve("postgres").toAbsolutePath();
        try {
            Optional<DemoDatabase> left = leftRunning(data);
            return left.isPresent() ? left.get() : started(data);
        } catch (IOException | IllegalStateException fault) {
            throw Stop.unreachable(
                    "Cannot start the demo database in " + data + ": " + fault.getMessage()
                            + ". Remove the folder and generate the company again.",
                    fault);
        }
    }

    /** Ends a database that a killed run left behind, before its folder is emptied. */
    static void endLeft(Path folder) throws IOException {
        Optional<DemoDatabase> left = leftRunning(folder.resolve("postgres").toAbsolutePath());
        left.ifPresent(DemoDatabase::close);
    }

    private static DemoDatabase started(Path data) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC");
        if (Files.exists(data.resolve(PASSWORD_FILE))) {
            builder.setConnectConfig("password", password(data));
        }
        EmbeddedPostgres server = builder.start();
        return new DemoDatabase(data, server.getPort(), server);
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
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return Optional.of(new DemoDatabase(data, port, () -> end(process.get())));
    }

    /** SIGTERM lets PostgreSQL serve those still connected and then end: nobody is cut off. */
    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** JDBC URL without a user: {@link #READER} may read, without a password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** For the generator. */
    String ownerUrl() {
        try {
            return url() + "?user=" + OWNER + "&password=" + password(data);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String password(Path data) throws IOException {
        return Files.readString(data.resolve(PASSWORD_FILE));
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
