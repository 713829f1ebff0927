package io.linkage.jobs.step;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What one build may see of a night: the tables it declared, as of the business date. */
final class NightInputs implements Inputs {
    private final Night night;
    private final Build build;

    NightInputs(Night night, Build build) {
        this.night = night;
        this.build = build;
    }

    @Override
    public Dataset<Row> rows(Table table) {
        if (!build.reads().contains(table)) {
            throw new IllegalStateException("The build of " + build.writes().name() + " reads " + table.name()
                    + ", which it does not declare. Add the table to its declaration.");
        }
        Dataset<Row> known = night.lake().read(table, night.asOf());
        return table.slice() == null ? known : known.where(table.slice().col().equalTo(functions.lit(night.asOf())));
    }

    @Override
    public Dataset<Row> before() {
        return night.lake().read(build.writes(), night.asOf().minusDays(1));
    }

    @Override
    public Dataset<Row> one() {
        return night.lake().spark().sql("SELECT 1 AS one");
    }

    @Override
    public LocalDate asOf() {
        return night.asOf();
    }

    @Override
    public <T> T settings(Class<T> type) {
        return night.company().settings(type);
    }

    @Override
    public Column pseudonym(Column identifier) {
        return night.pseudonym().of(identifier);
    }
}
