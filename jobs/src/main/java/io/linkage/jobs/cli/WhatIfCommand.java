package io.linkage.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.table.mart.ServiceProfitChain;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage whatif}: what goes with a change of a unit's engagement, from the current release alone. */
@Command(
        name = "whatif",
        description =
                "Shows which change of experience, leaving, spend and lifetime value goes with a change of a unit's"
                        + " engagement: an association, with its interval; refuses where these data do not show one.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage whatif --conf conf/acme --unit U003 --engagement +7.5",
            "  linkage whatif --conf conf/acme --unit U003 --engagement -5 --months 6 --json"
        })
final class WhatIfCommand implements Callable<Integer> {
    private static final double MOST = 25;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "UNIT",
            description = "unit_source_id, as HR writes it, or all")
    private String unit;

    @Option(
            names = "--engagement",
            required = true,
            paramLabel = "POINTS",
            description = "change of engagement, in points of 0 to 100, -25 to 25; 0.3 on a scale of 1 to 5 is 7.5")
    private double points;

    @Option(
            names = "--months",
            defaultValue = "3",
            paramLabel = "MONTHS",
            description = "months in which customers were followed, 3 or 6 (default: ${DEFAULT-VALUE})")
    private int months;

    @Option(names = "--json", description = "as one line of JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (points == 0 || !(Math.abs(points) <= MOST)) {
            throw Stop.configuration("--engagement must be -25 to 25 points, and not 0, but is " + points
                    + ": what lies farther was never seen in these data. Give a smaller change.");
        }
        Warehouse warehouse = target.warehouse();
        LogFile.in(warehouse);
        WhatIf answer = WhatIf.of(chain(warehouse), unit, points, months);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(answer.tree()));
        } else {
            answer.lines().forEach(out::println);
        }
        return 0;
    }

    /** Rows whose cause is engagement: some for the units together, a few for each. */
    private static List<Row> chain(Warehouse warehouse) throws IOException {
        CurrentRelease release =
                CurrentRelease.of(warehouse, ", so nothing is known of units. Run 'linkage nightly' first.");
        SparkSession spark = SparkSessions.start(warehouse);
        release.showIn(spark);
        String mart = ServiceProfitChain.TABLE.name();
        if (!spark.catalog().tableExists(mart)
                || !List.of(spark.table(mart).columns()).contains(ServiceProfitChain.UNIT_SOURCE_ID.name())) {
            throw Stop.configuration("Release " + release.name().text()
                    + " is of an earlier Linkage, whose chain does not end in" + " euro. Run 'linkage nightly' again.");
        }
        return spark.table(mart)
                .filter(ServiceProfitChain.CAUSE_CODE.col().equalTo(ServiceProfitChain.ENGAGEMENT))
                .collectAsList();
    }
}
