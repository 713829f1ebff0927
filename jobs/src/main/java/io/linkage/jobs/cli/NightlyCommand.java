package io.linkage.jobs.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linkage nightly}: the whole night of a business date. */
@Command(
        name = "nightly",
        description =
                "Runs the whole night: ingest, conform, score, mart and publish. A night that failed or was killed"
                        + " goes on where it ended; one that is complete is left alone.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage nightly --demo",
            "  linkage nightly --conf conf/acme",
            "  linkage nightly --conf conf/acme --date 2026-01-31 --dry-run"
        })
final class NightlyCommand implements Callable<Integer> {
    @Mixin
    private Target target;

    @Mixin
    private How how;

    @Option(names = "--date", description = "business date (default: yesterday where the company is)")
    private LocalDate date;

    @Option(names = "--demo", description = "run the demo company, and make it first where it is not there yet")
    private boolean demo;

    @Override
    public Integer call() {
        if (demo) {
            return Demo.run(target, how, date);
        }
        return how.night(target, System::getenv, date);
    }
}
