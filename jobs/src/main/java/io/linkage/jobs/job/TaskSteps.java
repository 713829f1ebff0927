package io.linkage.jobs.job;

import io.linkage.jobs.step.Night;
import io.linkage.jobs.step.Outcome;
import io.linkage.jobs.step.StepLog;
import io.linkage.jobs.step.Task;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Makes a Spring Batch job of tasks: one step each, that waits for those it works from. */
final class TaskSteps {
    private final JobRepository repository;
    private final Supplier<Night> night;
    private final Progress progress;

    TaskSteps(JobRepository repository, Supplier<Night> night, Progress progress) {
        this.repository = repository;
        this.night = night;
        this.progress = progress;
    }

    /** The job. */
    Job job(String name, List<Plan.Entry> entries, int atOnce, JobExecutionListener listener) {
        GraphJob job = new GraphJob(name, atOnce);
        job.setJobRepository(repository);
        job.registerJobExecutionListener(listener);
        entries.forEach(entry -> job.add(step(entry), entry.after()));
        return job;
    }

    private Step step(Plan.Entry entry) {
        return new StepBuilder(entry.task().name(), repository)
                .tasklet((contribution, chunk) -> {
                    run(entry, contribution.getStepExecution());
                    return RepeatStatus.FINISHED;
                })
                .build();
    }

    private void run(Plan.Entry entry, StepExecution execution) {
        Task task = entry.task();
        Instant started = Instant.now();
        progress.step(task.name());
        long began = System.nanoTime();
        Outcome outcome = task.run(night.get().ofStep(task.name()));
        long millis = (System.nanoTime() - began) / 1_000_000;
        log(entry, started, outcome, millis);
        StepRecord.keep(execution, outcome, millis, night.get().stamp().run());
        progress.done(StepRecord.of(execution));
    }

    private void log(Plan.Entry entry, Instant started, Outcome outcome, long millis) {
        Night done = night.get();
        new StepLog(done.lake().warehouse(), done.asOf())
                .keep(new StepLog.Entry(
                        entry.task().name(),
                        entry.job().text(),
                        done.stamp().run(),
                        started,
                        millis / 1000.0,
                        outcome.rows(),
                        outcome.version()));
    }
}
