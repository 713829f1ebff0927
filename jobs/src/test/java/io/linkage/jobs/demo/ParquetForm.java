package io.linkage.jobs.demo;

import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.ParquetOptions;
import io.linkage.jobs.settings.Source;
import io.linkage.table.Tables;
import java.nio.file.Path;
import java.util.Map;

/** The demo company without a database: its marketing silo is Parquet. */
final class ParquetForm {
    private ParquetForm() {}

    /** The company of the demo's configuration, in the plan's folder. */
    static Company company(DemoPlan plan) {
        Map<String, String> variables =
                Map.of("DEMO", plan.folder(), "DEMO_JDBC", "jdbc:postgresql://127.0.0.1:5432/postgres");
        return new Companies(Tables.ALL, variables::get).require(Path.of("..", "conf", "demo"));
    }

    /** The source as it can be read without the database. */
    static Source readable(Source source, DemoPlan plan) {
        if (plan.form() == DemoPlan.Form.POSTGRES || !source.format().equals("jdbc")) {
            return source;
        }
        return new Source(
                source.feed(),
                source.name(),
                "parquet",
                plan.folder() + "/marketing/" + source.feed() + ".parquet",
                new ParquetOptions(false),
                source.load(),
                source.columns(),
                source.formats(),
                source.change());
    }
}
