package io.linkage.jobs.job;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Which try of a night this is: a first one, one that goes on where the last one failed, or a new one of a complete
 * night. Only company, date and number of the try name a night.
 */
final class Attempt {
    private final JobRepository repository;
    private final String job;
    private final JobParameters parameters;
    private final Optional<JobExecution> last;

    private Attempt(JobRepository repository, String job, JobParameters parameters, Optional<JobExecution> last) {
        this.repository = repository;
        this.job = job;
        this.parameters = parameters;
        this.last = last;
    }

    /** The try that a request leads to. */
    static Attempt of(JobRepository repository, Request request) {
        String job = request.job().text();
        long number = 1;
        Attempt attempt = numbered(repository, job, request, number);
        for (Attempt next = attempt; next.last.isPresent(); next = numbered(repository, job, request, number)) {
            attempt = next;
            number++;
        }
        return request.force() && attempt.complete() ? numbered(repository, job, request, number) : attempt;
    }

    /** Whether the night was done before. */
    boolean complete() {
        return last.filter(execution -> execution.getStatus() == BatchStatus.COMPLETED)
                .isPresent();
    }

    /** The execution that this one goes on from. */
    Optional<JobExecution> last() {
        return last;
    }

    /** Starts the job, or goes on after its last complete step. The caller holds the lock of the warehouse. */
    JobExecution run(JobOperator operator, Job definition) throws Exception {
        if (last.isEmpty()) {
            return operator.start(definition, parameters);
        }
        JobExecution before = last.get();
        settle(before);
        return operator.restart(before);
    }

    /**
     * What is said to run was cut off, since no other process has the warehouse; and what ended while the repository was away
     * is not known: both are done again. Spring Batch starts nothing anew before it is told so.
     */
    private void settle(JobExecution before) {
        for (StepExecution step : before.getStepExecutions()) {
            if (open(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
                repository.update(step);
            }
        }
        if (open(before.getStatus())) {
            before.setStatus(BatchStatus.FAILED);
            before.setExitStatus(ExitStatus.FAILED);
            before.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
            repository.update(before);
        }
    }

    private static boolean open(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    /** Steps of the night that are done. */
    boolean done(String step) {
        JobInstance instance = repository.getJobInstance(job, parameters);
        return instance != null
                && Optional.ofNullable(repository.getLastStepExecution(instance, step))
                        .filter(execution -> execution.getStatus() == BatchStatus.COMPLETED)
                        .isPresent();
    }

    private static Attempt numbered(JobRepository repository, String job, Request request, long number) {
        JobParametersBuilder builder = new JobParametersBuilder()
                .addString("company", request.company().name())
                .addString("date", request.date().toString());
        if (number > 1) {
            builder.addLong("attempt", number);
        }
        JobParameters parameters = builder.toJobParameters();
        return new Attempt(
                repository, job, parameters, Optional.ofNullable(repository.getLastJobExecution(job, parameters)));
    }
}
