package io.linkage.jobs.cli;

import io.linkage.jobs.bench.ActionParts;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage bench-actions}: the workload of {@code bench/actions}, told as a line of JSON per run. */
@Command(
        name = "bench-actions",
        hidden = true,
        description = "Decides the next best action of made customers, in several ways of parting them.",
        mixinStandardHelpOptions = true)
final class BenchActionsCommand implements Callable<Integer> {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--customers", defaultValue = "1000000", description = "how many (default: ${DEFAULT-VALUE})")
    private long customers;

    @Option(names = "--parts", split = ",", defaultValue = "16,5", description = "parts of shuffled rows, a run each")
    private int[] parts;

    @Override
    public Integer call() {
        Company company = target.company(System::getenv);
        Warehouse warehouse = target.warehouse(company);
        SparkSession spark = SparkSessions.start(warehouse);
        ActionParts bench =
                new ActionParts(spark, company, DAY, customers, warehouse.root().resolve("actions-" + customers));
        bench.make();
        PrintWriter out = spec.commandLine().getOut();
        for (int run = 0; run < parts.length; run++) {
            spark.conf().set("spark.sql.shuffle.partitions", parts[run]);
            String name = "made-" + System.nanoTime();
            double seconds = bench.run(name);
            Row found = bench.found(name);
            out.printf(
                    java.util.Locale.ROOT,
                    "{\"parts\": %d, \"seconds\": %.1f, \"customers\": %d, \"digest\": \"%s\", \"cost\": %s, \"value\": %s,"
                            + " \"gap\": %s, \"naive\": %s, \"actions\": %d}%n",
                    parts[run],
                    seconds,
                    found.getLong(0),
                    found.getDecimal(1),
                    found.getDecimal(2),
                    found.getDecimal(3),
                    found.get(4),
                    found.getDecimal(5),
                    found.getLong(6));
        }
        return 0;
    }
}
