package io.linkage.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.bench.ClvParts;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import io.linkage.table.ops.Model;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Option(names = "--again", description = "fit and score a second time in the same process")
    private boolean again;

    @Option(names = "--alone", description = "fit and score what lies in memory, and write no score")
    private boolean alone;

    @Override
    public Integer call() throws JsonProcessingException {
        Company company = target.company(System::getenv);
        Warehouse warehouse = target.warehouse(company);
        ClvParts parts = new ClvParts(
                SparkSessions.start(warehouse),
                company,
                date,
                in.toAbsolutePath(),
                warehouse.root().resolve("made"));
        ClvParts.Run run = alone ? parts.alone() : parts.run(again);
        Row totals = parts.totals();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("seconds", run.seconds());
        told.put("parameters", parameters(run));
        told.put("customers", totals.getLong(0));
        told.put("value", totals.getDecimal(1));
        spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(told));
        return 0;
    }

    private static Map<String, Double> parameters(ClvParts.Run run) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        run.models().stream()
                .filter(entry -> entry.fit().role().equals(Model.CHAMPION))
                .filter(entry -> Double.isFinite(entry.error()))
                .forEach(entry -> parameters.put(entry.fit().model() + " " + entry.parameter(), entry.estimate()));
        return parameters;
    }
}
