package io.linkage.jobs.cli;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.publish.Manifest;
import io.linkage.jobs.publish.ReleaseName;
import io.linkage.jobs.publish.Releases;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linkage tables}: which tables there are, how many rows the current release has, and what columns mean. */
@Command(
        name = "tables",
        description = "Lists the tables, or shows the columns of one.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  linkage tables --conf conf/acme", "  linkage tables mart_customer_value"})
final class TablesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "a table, to see its columns")
    private String name;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        (name == null ? list() : describe(table(name))).forEach(out::println);
        return 0;
    }

    private List<String> list() throws IOException {
        Optional<Manifest> release = release();
        TextTable text = new TextTable(List.of("table", "zone", "rows", "business date", "grain"));
        for (Table table : Nights.tables()) {
            Optional<Manifest> in = table.published() ? release : Optional.empty();
            text.add(List.of(
                    table.name(),
                    table.zone(),
                    in.map(manifest -> rows(manifest, table)).orElse(""),
                    in.map(Manifest::businessDate).orElse(""),
                    table.grain()));
        }
        return text.lines();
    }

    private static List<String> describe(Table table) {
        TextTable text = new TextTable(List.of("column", "type", "unit", "key", "required", "allowed", "meaning"));
        for (Field field : table.fields()) {
            text.add(List.of(
                    field.name(),
                    field.domain().type().simpleString(),
                    field.domain().unit(),
                    table.keys().contains(field) ? "key" : "",
                    field.required() ? "yes" : "no",
                    field.domain().allowed(),
                    field.meaning()));
        }
        List<String> lines = new java.util.ArrayList<>(
                List.of(table.name() + ": " + table.meaning(), "Grain: " + table.grain() + ".", ""));
        lines.addAll(text.lines());
        return lines;
    }

    private static Table table(String name) {
        return Nights.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Stop.configuration(
                        "There is no table '" + name + "'. 'linkage tables' lists those there are."));
    }

    /** Rows stand in the manifest: no session is needed. */
    private Optional<Manifest> release() throws IOException {
        if (target.conf == null && target.warehouse == null) {
            return Optional.empty();
        }
        Warehouse warehouse = target.warehouse();
        Releases releases = new Releases(warehouse.curated());
        Optional<ReleaseName> current = releases.current();
        return current.isEmpty() ? Optional.empty() : Optional.of(Manifest.read(releases.folder(current.get())));
    }

    private static String rows(Manifest manifest, Table table) {
        return manifest.tables().stream()
                .filter(entry -> entry.table().equals(table.name()))
                .map(entry -> Long.toString(entry.rows()))
                .findFirst()
                .orElse("");
    }
}
