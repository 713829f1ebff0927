package io.linkage.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.SparkSessions;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.table.core.CustomerIdentity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage explain}: value, risk, reasons, chances and action of one customer, from the current release. */
@Command(
        name = "explain",
        description = "Shows what one customer is worth, how likely they leave and why, or come, and what to do next.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage explain --conf conf/acme --customer 4711",
            "  linkage explain --conf conf/acme --customer 1311768467463790 --json"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Option(
            names = "--customer",
            required = true,
            paramLabel = "CUSTOMER",
            description = "identifier as a source writes it, or customer_key")
    private String customer;

    @Option(names = "--json", description = "as one line of JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Warehouse warehouse = target.warehouse();
        LogFile.in(warehouse);
        CurrentRelease release =
                CurrentRelease.of(warehouse, ", so nothing is known of customers. Run 'linkage nightly' first.");
        SparkSession spark = SparkSessions.start(warehouse);
        release.showIn(spark);
        Lake lake = new Lake(spark, warehouse, Nights.tables());
        Explanation explanation = named(lake)
                .flatMap(key -> Explanation.of(lake, key))
                .or(() -> key().flatMap(key -> Explanation.of(lake, key)))
                .orElseThrow(
                        () -> Stop.configuration("Release " + release.name().text() + " has no customer with this"
                                + " identifier or key. Give the identifier as the source writes it, or a customer_key as 'linkage"
                                + " sql \"select customer_key from mart_customer_value\"' lists them."));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(explanation.tree()));
        } else {
            explanation.lines().forEach(out::println);
        }
        return 0;
    }

    /** Key of the customer who has this identifier in a source. */
    private Optional<Long> named(Lake lake) {
        if (!lake.exists(CustomerIdentity.TABLE)) {
            return Optional.empty();
        }
        return lake
                .newest(CustomerIdentity.TABLE)
                .filter(CustomerIdentity.CUSTOMER_SOURCE_ID.col().equalTo(customer))
                .select(CustomerIdentity.CUSTOMER_KEY.col())
                .takeAsList(1)
                .stream()
                .map((Row row) -> row.getLong(0))
                .findFirst();
    }

    private Optional<Long> key() {
        return customer.matches("\\d{1,18}") ? Optional.of(Long.valueOf(customer)) : Optional.empty();
    }
}
