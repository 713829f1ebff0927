package io.linkage.jobs.cli;

import io.linkage.jobs.Stop.Exit;
import io.linkage.jobs.job.Bar;
import io.linkage.jobs.job.JobName;
import io.linkage.jobs.job.Lines;
import io.linkage.jobs.job.Plan;
import io.linkage.jobs.job.Progress;
import io.linkage.jobs.job.Report;
import io.linkage.jobs.job.Request;
import io.linkage.jobs.job.RunHistory;
import io.linkage.jobs.job.Runner;
import io.linkage.jobs.job.StaleNights;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say how a job is run, and the running of it. */
final class How {
    /** Schedulers look for the line that begins so. */
    private static final String SUMMARY = "Summary: ";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--force", description = "run a night that is complete once more")
    private boolean force;

    @Option(names = "--dry-run", description = "only show the steps that would run")
    private boolean dryRun;

    @Option(
            names = "--leave-later",
            description = "do not build later nights again that had not seen what this one loaded")
    private boolean leaveLater;

    /** What a command works on, read once however many nights it runs. */
    private record Work(Company company, Warehouse warehouse, Plan plan) {
        static Work of(Target target, Function<String, String> environment) {
            Company company = target.company(environment);
            return new Work(company, target.warehouse(company), Nights.plan(company));
        }

        LocalDate orYesterday(LocalDate date) {
            return Optional.ofNullable(date).orElseGet(() -> BusinessDate.yesterday(company));
        }
    }

    /** Runs a night, then builds those after it again that had not seen what it loaded; gives the exit code. */
    int night(Target target, Function<String, String> environment, LocalDate date) {
        Work work = Work.of(target, environment);
        return nights(work, List.of(work.orYesterday(date)));
    }

    /** The same for nights from one date to another, both included, until one does not end well. */
    int nights(Target target, Function<String, String> environment, LocalDate from, LocalDate to) {
        return nights(
                Work.of(target, environment), from.datesUntil(to.plusDays(1)).toList());
    }

    /** Runs a job of the company that the target names; gives the exit code. */
    int run(Target target, Function<String, String> environment, JobName job, LocalDate date) {
        Work work = Work.of(target, environment);
        return run(work, job, work.orYesterday(date), force);
    }

    private int nights(Work work, List<LocalDate> dates) {
        for (LocalDate date : dates) {
            int code = run(work, JobName.NIGHTLY, date, force);
            if (code != Exit.DONE.code()) {
                return code;
            }
        }
        return dryRun || leaveLater ? Exit.DONE.code() : later(work);
    }

    /** Builds nights again that have not seen what earlier nights loaded, in their order. */
    private int later(Work work) {
        for (var night = StaleNights.first(work.warehouse());
                night.isPresent();
                night = StaleNights.first(work.warehouse())) {
            spec.commandLine()
                    .getOut()
                    .println(night.get() + " was built before an earlier night was loaded. It is"
                            + " built again from what is landed.");
            int code = run(work, JobName.REBUILD, night.get(), true);
            if (code != Exit.DONE.code()) {
                return code;
            }
        }
        return Exit.DONE.code();
    }

    private int run(Work work, JobName job, LocalDate date, boolean again) {
        Request request = new Request(work.company(), work.warehouse(), job, date, again);
        return dryRun ? show(request, work.plan()) : run(request, work.plan());
    }

    private int show(Request request, Plan plan) {
        List<Plan.Entry> pending = Runner.pending(request, plan);
        PrintWriter out = spec.commandLine().getOut();
        out.println("linkage " + request.text() + " would run " + pending.size() + " steps:");
        pending.forEach(entry -> out.printf(
                "  %-8s %-36s %s%n",
                entry.job().text(),
                entry.task().name(),
                String.join(", ", entry.task().reads())));
        return Exit.DONE.code();
    }

    private int run(Request request, Plan plan) {
        try (Progress progress = progress()) {
            Report report = Nights.runner(progress).run(request, plan);
            progress.close();
            tell(report);
            return report.exit().code();
        }
    }

    private void tell(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (report.alreadyComplete()) {
            out.println(report.request().text() + " is already complete. Nothing was done; --force runs it again.");
            RunHistory.completed(report.request()).ifPresent(file -> out.println(SUMMARY + file));
            return;
        }
        if (report.exit() == Exit.DONE) {
            EndText.done(report).forEach(out::println);
        } else {
            report.failure().ifPresent(spec.commandLine().getErr()::println);
        }
        if (report.exit() == Exit.FAULT && report.cause().isPresent()) {
            LoggerFactory.getLogger(How.class)
                    .error("The run failed", report.cause().get());
            spec.commandLine().getErr().println("Log: " + LogFile.path());
        }
        report.summary().ifPresent(file -> out.println(SUMMARY + file));
    }

    /** A bar for a person, lines for a scheduler. */
    static Progress progress() {
        return System.console() == null ? new Lines(System.err) : new Bar(System.err);
    }
}
