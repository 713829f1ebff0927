package io.linkage.jobs.bench;

import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainParquet;
import io.linkage.jobs.settings.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What builds see of tables that lie as plain Parquet, a folder each; a table without a folder has no rows.
 *
 * @param folders looked through in turn for one of the table's name
 * @param company whose settings hold
 */
record ParquetInputs(SparkSession spark, List<Path> folders, Company company, LocalDate asOf) implements Inputs {
    @Override
    public Dataset<Row> rows(Table table) {
        return folders.stream()
                .map(folder -> folder.resolve(table.name()))
                .filter(Files::isDirectory)
                .findFirst()
                .map(folder -> PlainParquet.read(spark, folder, table.schema()))
                .orElseGet(() -> spark.createDataFrame(List.of(), table.schema()));
    }

    @Override
    public Dataset<Row> one() {
        return spark.range(1).toDF();
    }

    @Override
    public <T> T settings(Class<T> type) {
        return company.settings(type);
    }

    @Override
    public Dataset<Row> before() {
        throw oneNightOnly();
    }

    @Override
    public Optional<LocalDate> before(Table table) {
        throw oneNightOnly();
    }

    @Override
    public Inputs earlier(LocalDate date) {
        throw oneNightOnly();
    }

    @Override
    public Column pseudonym(Column identifier) {
        throw new UnsupportedOperationException(
                "The benchmark's tables name nobody: there is nothing to pseudonymise.");
    }

    private static UnsupportedOperationException oneNightOnly() {
        return new UnsupportedOperationException(
                "The benchmark has one night alone: its builds must not ask for earlier ones.");
    }
}
