package io.linkage.jobs.job;

import io.linkage.jobs.Stop;
import io.linkage.jobs.Stop.Exit;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Spill;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.RepositorySettings;
import io.linkage.jobs.settings.RunSettings;
import io.linkage.jobs.step.Night;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.util.function.SingletonSupplier;

/** Runs a job for a business date: under the lock, after the last complete step, and with a record of how it went. */
public final class Runner {
    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private final Function<Request, Lake> lakes;
    private final NightOpening opening;
    private final Progress progress;

    /** Opens what the tasks of a run work with. */
    @FunctionalInterface
    public interface NightOpening {
        /** The night of a request. */
        Night open(Request request, Lake lake, Stamp stamp);
    }

    /**
     * A runner.
     *
     * @param lakes opens the lake of a request; called once, when there is something to do
     * @param opening opens the night on it
     */
    public Runner(Function<Request, Lake> lakes, NightOpening opening, Progress progress) {
        this.lakes = lakes;
        this.opening = opening;
        this.progress = progress;
    }

    /** Runs the request with the steps that the plan has for it. */
    public Report run(Request request, Plan plan) {
        Instant started = Instant.now();
        String run = RUN.format(started) + "-" + ProcessHandle.current().pid();
        try (WarehouseLock lock = WarehouseLock.take(request.warehouse(), request.text());
                Repository repository =
                        Repository.open(request.warehouse(), request.company().settings(RepositorySettings.class))) {
            lock.dead().ifPresent(owner -> progress.say("Taking over from " + owner.text() + ": it ended early."));
            sweep(request.warehouse());
            Attempt attempt = Attempt.of(repository.batch(), request);
            if (attempt.complete()) {
                Report done = report(
                        request,
                        run,
                        started,
                        plan.of(request.job()),
                        repository,
                        attempt.last().get());
                // Where the process was killed after the last step, nothing has told so yet.
                return RunHistory.tells(done) ? already(request, run, started) : done.in(Summary.write(done));
            }
            Report report = execute(request, plan, run, started, repository, attempt);
            return report.in(Summary.write(report));
        }
    }

    /** What killed processes spilled holds rows of persons: the next run takes it away. */
    private void sweep(Warehouse warehouse) {
        Spill.sweep(warehouse)
                .forEach(left -> progress.say("An earlier process may have left rows in " + left
                        + ", which could not be removed: remove it when no other command of Linkage runs."));
    }

    /** The steps that a run would do now. */
    public static List<Plan.Entry> pending(Request request, Plan plan) {
        try (WarehouseLock lock = WarehouseLock.take(request.warehouse(), "dry run");
                Repository repository =
                        Repository.open(request.warehouse(), request.company().settings(RepositorySettings.class))) {
            Attempt attempt = Attempt.of(repository.batch(), request);
            return attempt.complete()
                    ? List.of()
                    : plan.of(request.job()).stream()
                            .filter(entry -> !attempt.done(entry.task().name()))
                            .toList();
        }
    }

    private Report execute(
            Request request, Plan plan, String run, Instant started, Repository repository, Attempt attempt) {
        List<Plan.Entry> entries = plan.of(request.job());
        long todo = entries.stream()
                .filter(entry -> !attempt.done(entry.task().name()))
                .count();
        attempt.last()
                .ifPresent(last -> progress.say("Going on after " + (entries.size() - todo) + " of " + entries.size()
                        + " steps that are done."));
        progress.begin(request.text(), (int) todo);
        Supplier<Night> night =
                SingletonSupplier.of(() -> opening.open(request, lakes.apply(request), new Stamp(run, request.date())));
        TaskSteps steps = new TaskSteps(repository.batch(), night, new InTurn(progress));
        int atOnce = request.company().settings(RunSettings.class).stepsAtOnce();
        try (GracefulStop stop = new GracefulStop()) {
            Job job = steps.job(request.job().text(), entries, atOnce, stop);
            JobOperator operator = repository.operator(job);
            stop.through(operator);
            JobExecution execution = attempt.run(operator, job);
            Report report = report(request, run, started, entries, repository, execution);
            return stop.requested() && report.exit() != Exit.DONE ? report.stopped() : report;
        } catch (Exception fault) {
            return failed(request, run, started, fault);
        }
    }

    private static Report report(
            Request request,
            String run,
            Instant started,
            List<Plan.Entry> entries,
            Repository repository,
            JobExecution execution) {
        List<StepRecord> steps = new ArrayList<>();
        for (Plan.Entry entry : entries) {
            StepExecution last = repository
                    .batch()
                    .getLastStepExecution(
                            execution.getJobInstance(), entry.task().name());
            if (last != null) {
                steps.add(StepRecord.of(last));
            }
        }
        Optional<Throwable> cause = execution.getAllFailureExceptions().stream().findFirst();
        Exit exit = execution.getStatus() == BatchStatus.COMPLETED ? Exit.DONE : exit(cause);
        return new Report(
                run,
                request,
                exit,
                started,
                Instant.now(),
                List.copyOf(steps),
                exit == Exit.DONE ? Optional.empty() : cause.map(Faults::words),
                cause,
                Optional.empty());
    }

    private static Exit exit(Optional<Throwable> cause) {
        return cause.flatMap(Faults::stop).map(Stop::exit).orElse(Exit.FAULT);
    }

    private static Report already(Request request, String run, Instant started) {
        return new Report(
                run,
                request,
                Exit.DONE,
                started,
                Instant.now(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Report failed(Request request, String run, Instant started, Exception fault) {
        return new Report(
                run,
                request,
                exit(Optional.of(fault)),
                started,
                Instant.now(),
                List.of(),
                Optional.of(Faults.words(fault)),
                Optional.of(fault),
                Optional.empty());
    }
}
