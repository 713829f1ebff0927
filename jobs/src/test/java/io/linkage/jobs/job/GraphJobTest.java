package io.linkage.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.RepositorySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

class GraphJobTest {
    @TempDir
    private Path folder;

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private Repository repository;

    @BeforeEach
    void open() {
        repository = Repository.open(
                new Warehouse(folder), new RepositorySettings(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void stepsThatDoNotWaitForEachOtherRunSideBySide() throws Exception {
        CyclicBarrier meeting = new CyclicBarrier(2);
        GraphJob job = job(2);
        job.add(step("customer", () -> meeting.await(1, TimeUnit.MINUTES)), Set.of());
        job.add(step("unit", () -> meeting.await(1, TimeUnit.MINUTES)), Set.of());
        job.add(step("fact", () -> {}), Set.of("customer", "unit", "of another job"));

        assertThat(run(job).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(ran).containsExactlyInAnyOrder("customer", "unit", "fact").endsWith("fact");
    }

    @Test
    void oneAtOnceKeepsTheOrderOfThePlan() throws Exception {
        GraphJob job = job(1);
        job.add(step("customer", () -> {}), Set.of());
        job.add(step("mart", () -> {}), Set.of("customer"));
        job.add(step("unit", () -> {}), Set.of());

        run(job);

        assertThat(ran).containsExactly("customer", "mart", "unit");
    }

    @Test
    void afterAFaultNoStepBeginsAndThoseAtWorkComeToTheirEnd() throws Exception {
        CyclicBarrier meeting = new CyclicBarrier(2);
        GraphJob job = job(2);
        job.add(
                step("broken", () -> {
                    meeting.await(1, TimeUnit.MINUTES);
                    throw new IllegalStateException("broken");
                }),
                Set.of());
        job.add(step("whole", () -> meeting.await(1, TimeUnit.MINUTES)), Set.of());
        job.add(step("later", () -> {}), Set.of("whole"));
        job.add(step("last", () -> {}), Set.of("broken"));

        JobExecution execution = run(job);

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(execution.getAllFailureExceptions())
                .singleElement()
                .satisfies(fault -> assertThat(fault).hasMessage("broken"));
        assertThat(ran).contains("whole").doesNotContain("last");
        assertThat(execution.getStepExecutions())
                .filteredOn(step -> step.getStepName().equals("whole"))
                .extracting(StepExecution::getStatus)
                .containsExactly(BatchStatus.COMPLETED);
    }

    private GraphJob job(int atOnce) {
        GraphJob job = new GraphJob("nightly", atOnce);
        job.setJobRepository(repository.batch());
        return job;
    }

    private JobExecution run(GraphJob job) throws Exception {
        return repository.operator(job).start(job, new JobParameters());
    }

    /** What a step of a test does. */
    private interface Work {
        void go() throws Exception;
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name, repository.batch())
                .tasklet((contribution, chunk) -> {
                    work.go();
                    ran.add(name);
                    return RepeatStatus.FINISHED;
                })
                .build();
    }
}
