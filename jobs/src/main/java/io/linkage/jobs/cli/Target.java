package io.linkage.jobs.cli;

import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Company;
import io.linkage.table.Tables;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Options that name a company and its warehouse. */
final class Target {
    @Option(names = "--conf", paramLabel = "FOLDER", description = "the company's folder, with its company.yaml")
    Path conf;

    @Option(
            names = "--warehouse",
            paramLabel = "FOLDER",
            description = "the company's warehouse (default: warehouse/<company>)")
    Path warehouse;

    /** The company, or a stop that lists all faults of its configuration. */
    Company company(Function<String, String> environment) {
        if (conf == null) {
            throw io.linkage.jobs.Stop.configuration(
                    "Which company? Name its folder, for example --conf conf/examples/online-retail.");
        }
        return new Companies(Tables.ALL, environment).require(conf);
    }

    /** The warehouse that is named, or else that of the company. */
    Warehouse warehouse() {
        return warehouse == null ? warehouse(company(System::getenv)) : new Warehouse(warehouse);
    }

    /** Its warehouse. */
    Warehouse warehouse(Company company) {
        Path root = warehouse == null ? Path.of("warehouse").resolve(folder(company.name())) : warehouse;
        Warehouse named = new Warehouse(root);
        LogFile.in(named);
        return named;
    }

    /** A name fit for a folder. */
    private static String folder(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
    }
}
