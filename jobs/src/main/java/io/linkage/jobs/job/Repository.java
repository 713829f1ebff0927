package io.linkage.jobs.job;

import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.RepositorySettings;
import io.linkage.jobs.settings.Secrets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Where Spring Batch remembers what ran: an H2 file in the warehouse, or a PostgreSQL database. */
final class Repository implements AutoCloseable {
    private static final String SCHEMA = "org/springframework/batch/core/schema-%s.sql";

    private final DataSource source;
    private final boolean embedded;
    private final JobRepository repository;

    private Repository(DataSource source, boolean embedded) throws Exception {
        this.source = source;
        this.embedded = embedded;
        prepare();
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(source);
        factory.setTransactionManager(new JdbcTransactionManager(source));
        factory.setSerializer(new PlainContexts());
        factory.afterPropertiesSet();
        this.repository = factory.getObject();
    }

    /** Opens it, with its tables made. */
    static Repository open(Warehouse warehouse, RepositorySettings settings) {
        boolean embedded = settings.url().isEmpty();
        try {
            return new Repository(embedded ? h2(warehouse) : postgresql(settings), embedded);
        } catch (Stop stop) {
            throw stop;
        } catch (Exception fault) {
            throw Stop.unreachable(
                    "The job repository " + settings.url().orElse("in " + warehouse.batch())
                            + " cannot be opened: " + reason(fault) + ". Check that it runs and that its user may"
                            + " create tables, then run the same command.",
                    fault);
        }
    }

    /** Spring Batch's own repository. */
    JobRepository batch() {
        return repository;
    }

    /** Starts, restarts and stops one job. */
    JobOperator operator(Job job) throws Exception {
        MapJobRegistry registry = new MapJobRegistry();
        registry.register(job);
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(registry);
        operator.afterPropertiesSet();
        return operator;
    }

    @Override
    public void close() {
        if (embedded) {
            try (Connection connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException alreadyClosed) {
                // Nothing is lost: every commit was on disk before the next step began.
                return;
            }
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = source.getConnection()) {
            String folded = embedded ? "BATCH_JOB_INSTANCE" : "batch_job_instance";
            try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), folded, null)) {
                if (!tables.next()) {
                    String schema = String.format(SCHEMA, embedded ? "h2" : "postgresql");
                    new ResourceDatabasePopulator(new ClassPathResource(schema)).populate(connection);
                }
            }
        }
    }

    /** Every commit goes to disk at once, and Linkage itself closes the file, after the last step. */
    private static DataSource h2(Warehouse warehouse) {
        String file = warehouse.batch().resolve("linkage").toString();
        return driver(
                new org.h2.Driver(),
                "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
                Optional.of("linkage"),
                Optional.of(""));
    }

    private static DataSource postgresql(RepositorySettings settings) {
        return driver(
                new org.postgresql.Driver(),
                settings.url().orElseThrow(),
                settings.user(),
                settings.password().map(Secrets::reveal));
    }

    private static DataSource driver(Driver driver, String url, Optional<String> user, Optional<String> password) {
        return new SimpleDriverDataSource(driver, url, user.orElse(null), password.orElse(null));
    }

    private static String reason(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage().lines().findFirst().orElse("");
    }
}
