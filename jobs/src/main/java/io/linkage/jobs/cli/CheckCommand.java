package io.linkage.jobs.cli;

import io.linkage.jobs.Stop;
import io.linkage.jobs.feed.Peek;
import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Fault;
import io.linkage.jobs.settings.Loaded;
import io.linkage.table.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage check}: every fault of a configuration at once, and of the sources it names. */
@Command(
        name = "check",
        description =
                "Shows every fault of a company's configuration at once, and whether its sources are there and hold"
                        + " the columns it reads.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  linkage check --conf conf/examples/online-retail")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--date", description = "business date whose deliveries are looked at (default: yesterday)")
    private LocalDate date;

    @Option(names = "--no-sources", description = "looks at the configuration only, and opens no source")
    private boolean configurationOnly;

    @Override
    public Integer call() {
        if (target.conf == null) {
            throw Stop.configuration("Which company? Name its folder, for example --conf conf/examples/online-retail.");
        }
        Loaded loaded = new Companies(Tables.ALL, System::getenv).read(target.conf);
        List<Fault> faults = new ArrayList<>(loaded.faults());
        if (!configurationOnly) {
            loaded.company()
                    .ifPresent(company ->
                            faults.addAll(Peek.faults(company, date == null ? BusinessDate.yesterday(company) : date)));
        }
        if (!faults.isEmpty()) {
            throw Stop.configuration(Companies.message(target.conf, faults));
        }
        spec.commandLine()
                .getOut()
                .println("No faults: " + target.conf + (configurationOnly ? "" : " and its sources") + ".");
        return 0;
    }
}
