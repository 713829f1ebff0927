package io.linkage.jobs.step;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What one build may see of a night: the tables it declared, as of the business date. */
final class NightInputs implements Inputs {
    private final Night night;
    private final Build build;
    private final LocalDate asOf;

    NightInputs(Night night, Build build) {
        this(night, build, night.asOf());
    }

    private NightInputs(Night night, Build build, LocalDate asOf) {
        this.night = night;
        this.build = build;
        this.asOf = asOf;
    }

    @Override
    public Dataset<Row> rows(Table table) {
        requireDeclared(table);
        Dataset<Row> known = night.lake().read(table, asOf);
        return table.slice() == null ? known : known.where(table.slice().col().equalTo(functions.lit(asOf)));
    }

    @Override
    public Dataset<Row> before() {
        return night.lake().read(build.writes(), asOf.minusDays(1));
    }

    @Override
    public Optional<LocalDate> before(Table table) {
        requireDeclared(table);
        return night.lake().nightBefore(table, asOf);
    }

    @Override
    public Inputs earlier(LocalDate date) {
        if (!date.isBefore(asOf)) {
            throw new IllegalArgumentException(
                    "The night of " + asOf + " may see what an earlier one saw, but not that of " + date
                            + ": results must not depend on the order in which nights came.");
        }
        return new NightInputs(night, build, date);
    }

    private void requireDeclared(Table table) {
        if (!build.reads().contains(table)) {
            throw new IllegalStateException("The build of " + build.writes().name() + " reads " + table.name()
                    + ", which it does not declare. Add the table to its declaration.");
        }
    }

    @Override
    public Dataset<Row> one() {
        return night.lake().spark().sql("SELECT 1 AS one");
    }

    @Override
    public LocalDate asOf() {
        return asOf;
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
