package io.linkage.jobs.cli;

import io.linkage.jobs.bench.ClvParts;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import io.linkage.table.ops.Model;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage bench-clv}: Linkage's side of {@code bench/clv}, told as one line of JSON. */
@Command(
        name = "bench-clv",
        hidden = true,
        description = "Makes histories, models and scores from order lines in Parquet, and tells what each part took.",
        mixinStandardHelpOptions = true)
final class BenchClvCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(names = "--in", required = true, description = "folder with fct_order_line and dim_customer in Parquet")
    private Path in;

    @Option(names = "--date", required = true, description = "business date")
    private LocalDate date;

    @Override
    public Integer call() {
        Company company = target.company(System::getenv);
        Warehouse warehouse = target.warehouse(company);
        ClvParts parts = new ClvParts(
                SparkSessions.start(warehouse),
                company,
                date,
                in.toAbsolutePath(),
                warehouse.root().resolve("made"));
        ClvParts.Run run = parts.run();
        Row totals = parts.totals();
        String seconds = run.seconds().entrySet().stream()
                .map(part -> quoted(part.getKey(), String.format(Locale.ROOT, "%.3f", part.getValue())))
                .collect(Collectors.joining(", "));
        String parameters = run.models().stream()
                .filter(entry -> entry.fit().role().equals(Model.CHAMPION))
                .filter(entry -> Double.isFinite(entry.error()))
                .map(entry -> quoted(entry.fit().model() + " " + entry.parameter(), Double.toString(entry.estimate())))
                .collect(Collectors.joining(", "));
        spec.commandLine()
                .getOut()
                .println("{\"seconds\": {" + seconds + "}, \"parameters\": {" + parameters + "}, \"customers\": "
                        + totals.getLong(0) + ", \"value\": " + totals.getDecimal(1) + "}");
        return 0;
    }

    private static String quoted(String name, String number) {
        return "\"" + name + "\": " + number;
    }
}
