package io.linkage.jobs.cli;

import io.linkage.jobs.Stop;
import io.linkage.jobs.job.RunHistory;
import io.linkage.jobs.job.StaleNights;
import io.linkage.jobs.lake.Warehouse;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage status}: what runs now, and how the last runs went. */
@Command(
        name = "status",
        description = "Shows what runs now and how the last runs went.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--last", defaultValue = "10", description = "how many runs (default: ${DEFAULT-VALUE})")
    private int last;

    @Override
    public Integer call() {
        if (last < 0) {
            throw Stop.configuration("--last " + last + " is no number of runs: give 0 or more.");
        }
        Warehouse warehouse = target.warehouse();
        PrintWriter out = spec.commandLine().getOut();
        out.println(RunHistory.now(warehouse).map(text -> "Running: " + text).orElse("Nothing runs now."));
        StaleNights.all(warehouse)
                .forEach(night ->
                        out.println("Stale: " + night + " was built before an earlier night was loaded. The next"
                                + " nightly or backfill builds it again."));
        List<String> runs = RunHistory.last(warehouse, last);
        if (runs.isEmpty()) {
            out.println("No run so far in " + warehouse.root() + ".");
        }
        runs.forEach(out::println);
        return 0;
    }
}
