package io.linkage.jobs.cli;

import io.linkage.jobs.demo.DemoCompany;
import io.linkage.jobs.demo.DemoPlan;
import io.linkage.jobs.demo.Effects;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage generate}: makes a company with known truth, of any size. */
@Command(
        name = "generate",
        description = "Makes a company with known truth: marketing database, surveys, HR exports and truth.json.",
        mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--customers", defaultValue = "2000", description = "customers (default: ${DEFAULT-VALUE})")
    private long customers;

    @Option(names = "--days", defaultValue = "730", description = "days of the window (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--seed", defaultValue = "1", description = "seed of all draws (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--end", defaultValue = "2026-06-30", description = "last day (default: ${DEFAULT-VALUE})")
    private LocalDate end;

    @Option(names = "--as", defaultValue = "postgres", description = "marketing silo as postgres or parquet")
    private Form form;

    @Option(
            names = "--effects",
            defaultValue = "standard",
            description = "effects to plant: standard or none (default: ${DEFAULT-VALUE})")
    private Planted effects;

    @Option(
            names = "--effect",
            description = "one effect by name and size, such as engagement-on-nps=0; may be repeated (docs/demo.md)")
    private Map<String, Double> changes = Map.of();

    @Option(names = "--out", required = true, description = "new folder to fill")
    private Path out;

    /** As the command line writes it. */
    enum Form {
        postgres,
        parquet
    }

    /** Where the effects start from. */
    enum Planted {
        standard,
        none
    }

    @Override
    public Integer call() throws Exception {
        DemoPlan.Form stored = DemoPlan.Form.valueOf(form.name().toUpperCase(Locale.ROOT));
        Effects planted = (effects == Planted.none ? Effects.NONE : Effects.STANDARD).with(changes);
        DemoPlan plan =
                new DemoPlan(customers, days, seed, end, out.toAbsolutePath().toString(), stored, planted);
        DemoCompany.generate(SparkSessions.start(aside()), plan);
        spec.commandLine()
                .getOut()
                .printf(
                        "Made %d customers from %s to %s in %s; what was planted: truth.json and truth/%n",
                        customers, plan.start(), plan.end(), out);
        return 0;
    }

    /** Where Spark spills: gone when the program ends, after Spark emptied it. */
    private static Warehouse aside() throws IOException {
        Warehouse aside = new Warehouse(Files.createTempDirectory("linkage-generate"));
        aside.root().toFile().deleteOnExit();
        aside.temporary().toFile().deleteOnExit();
        return aside;
    }
}
