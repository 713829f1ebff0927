package io.linkage.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.Shops;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.RepositorySettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class RepositoryTest {
    @TempDir
    private Path folder;

    @Test
    void remembersInAFileOfTheWarehouse() {
        remembers(new RepositorySettings(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(folder.resolve("batch/linkage.mv.db")).exists();
    }

    @Test
    void remembersInPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            remembers(new RepositorySettings(Optional.of(url), Optional.of("postgres"), Optional.empty()));
        }
        assertThat(folder.resolve("batch")).doesNotExist();
    }

    /** Writes through one repository and reads through another, as two processes would. */
    private void remembers(RepositorySettings settings) {
        Warehouse warehouse = new Warehouse(folder);
        try (Repository repository = Repository.open(warehouse, settings)) {
            JobRepository batch = repository.batch();
            var parameters = new JobParametersBuilder()
                    .addString("company", "shops")
                    .addString("date", "2026-03-02")
                    .toJobParameters();
            JobExecution execution = batch.createJobExecution(
                    batch.createJobInstance("nightly", parameters), parameters, new ExecutionContext());
            execution.setStatus(BatchStatus.COMPLETED);
            batch.update(execution);
        }
        try (Repository repository = Repository.open(warehouse, settings)) {
            Request request =
                    new Request(Shops.company(), warehouse, JobName.NIGHTLY, LocalDate.parse("2026-03-02"), false);
            assertThat(Attempt.of(repository.batch(), request).complete()).isTrue();
        }
    }
}
