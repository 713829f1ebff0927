package io.linkage.jobs.cli;

import io.linkage.jobs.job.JobName;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linkage run}: one job of a night, for schedulers. */
@Command(
        name = "run",
        description =
                "Runs one job of a night. In order: ingest, conform, score, mart, publish. Rebuild is all of these but"
                        + " ingest; nightly is all of them.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  linkage run conform --conf conf/acme --date 2026-01-31")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "one of: ${COMPLETION-CANDIDATES}")
    private JobName job;

    @Mixin
    private Target target;

    @Mixin
    private How how;

    @Option(names = "--date", description = "business date (default: yesterday where the company is)")
    private LocalDate date;

    @Override
    public Integer call() {
        return how.run(target, System::getenv, job, date);
    }
}
