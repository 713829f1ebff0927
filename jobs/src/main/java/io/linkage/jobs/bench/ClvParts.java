package io.linkage.jobs.bench;

import io.linkage.contract.Build;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainParquet;
import io.linkage.jobs.settings.Company;
import io.linkage.model.BuildModel;
import io.linkage.model.clv.spark.BuildScoreClv;
import io.linkage.model.clv.spark.ClvModels;
import io.linkage.model.feature.BuildFeatureCustomer;
import io.linkage.model.registry.ModelEntry;
import io.linkage.table.ops.Model;
import io.linkage.table.score.ScoreClv;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Order lines to histories, histories to models, models to scores: the builds of the night themselves, each from Parquet to
 * Parquet, with the seconds that each took.
 *
 * @param in folder with a folder of Parquet files for {@code fct_order_line} and {@code dim_customer}
 * @param out new folder, where what is made goes under the tables' names
 */
public record ClvParts(SparkSession spark, Company company, LocalDate asOf, Path in, Path out) {

    /**
     * What a run took and found.
     *
     * @param seconds by part
     * @param models what was fitted
     */
    public record Run(Map<String, Double> seconds, List<ModelEntry> models) {}

    /** Runs all parts, one after the other. */
    public Run run() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        ParquetInputs inputs = new ParquetInputs(spark, List.of(out, in), company, asOf);
        long began = System.nanoTime();
        build(BuildFeatureCustomer.BUILD, inputs);
        began = lap(seconds, "histories", began);
        List<ModelEntry> models = ClvModels.of(inputs);
        write(Model.TABLE, BuildModel.rows(inputs, models.stream()));
        began = lap(seconds, "fit", began);
        build(BuildScoreClv.BUILD, inputs);
        lap(seconds, "score", began);
        return new Run(seconds, models);
    }

    /** How many customers have a score, and the sum of their values. */
    public Row totals() {
        return PlainParquet.read(spark, out.resolve(ScoreClv.TABLE.name()), ScoreClv.TABLE.schema())
                .selectExpr("count(*)", "sum(" + ScoreClv.CLV_AMOUNT.name() + ")")
                .first();
    }

    private void build(Build build, ParquetInputs inputs) {
        write(build.writes(), build.from().apply(inputs));
    }

    private void write(Table table, Dataset<Row> rows) {
        PlainParquet.write(rows, out.resolve(table.name()));
    }

    private static long lap(Map<String, Double> seconds, String part, long began) {
        long now = System.nanoTime();
        seconds.put(part, (now - began) / 1e9);
        return now;
    }
}
