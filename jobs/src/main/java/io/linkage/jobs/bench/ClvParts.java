package io.linkage.jobs.bench;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.jobs.lake.PlainParquet;
import io.linkage.jobs.settings.Company;
import io.linkage.model.BuildModel;
import io.linkage.model.clv.spark.BuildScoreClv;
import io.linkage.model.clv.spark.ClvModels;
import io.linkage.model.feature.BuildFeatureCustomer;
import io.linkage.model.registry.ModelEntry;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.RDDInfo;
import org.apache.spark.storage.StorageLevel;

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

    /**
     * Runs all parts, one after the other.
     *
     * @param again whether to fit and score a second time, as a process does that has done so before
     */
    public Run run(boolean again) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        histories(seconds);
        List<ModelEntry> models = fitAndScore(seconds, "", out);
        if (again) {
            fitAndScore(seconds, " again", out.resolve("again"));
        }
        return new Run(seconds, models);
    }

    /**
     * Fits and scores histories that lie in memory, twice, and writes no score: what a library in memory is timed at. Reading the
     * histories and writing the scores of the second time, for {@link #totals}, are in no part.
     */
    public Run alone() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        histories(seconds);
        hold(inputs(out).rows(FeatureCustomer.TABLE));
        List<ModelEntry> models = List.of();
        Path made = out;
        for (String turn : List.of(" alone", " alone again")) {
            made = out.resolve("turn" + turn.replace(' ', '-'));
            long began = System.nanoTime();
            models = fit(inputs(out, in), made);
            began = lap(seconds, "fit" + turn, began);
            PlainParquet.compute(BuildScoreClv.BUILD.from().apply(inputs(made, out, in)));
            lap(seconds, "score" + turn, began);
        }
        write(BuildScoreClv.BUILD, inputs(made, out, in), out);
        return new Run(seconds, models);
    }

    private void histories(Map<String, Double> seconds) {
        long began = System.nanoTime();
        write(BuildFeatureCustomer.BUILD, inputs(in), out);
        lap(seconds, "histories", began);
    }

    private List<ModelEntry> fitAndScore(Map<String, Double> seconds, String turn, Path made) {
        Inputs inputs = inputs(made, out, in);
        long began = System.nanoTime();
        List<ModelEntry> models = fit(inputs, made);
        began = lap(seconds, "fit" + turn, began);
        write(BuildScoreClv.BUILD, inputs, made);
        lap(seconds, "score" + turn, began);
        return models;
    }

    /** Spark finds a plan that it holds the rows of in any that asks for the same. */
    private void hold(Dataset<Row> rows) {
        rows.persist(StorageLevel.MEMORY_ONLY()).count();
        for (RDDInfo info : spark.sparkContext().getRDDStorageInfo()) {
            if (info.numCachedPartitions() < info.numPartitions()) {
                throw new IllegalStateException(
                        "The histories do not lie in memory as a whole: give it more (--memory).");
            }
        }
    }

    private static List<ModelEntry> fit(Inputs inputs, Path made) {
        List<ModelEntry> models = ClvModels.of(inputs);
        PlainParquet.write(BuildModel.rows(inputs, models.stream()), made.resolve(Model.TABLE.name()));
        return models;
    }

    private Inputs inputs(Path... folders) {
        return new ParquetInputs(spark, List.of(folders), company, asOf);
    }

    /** How many customers have a score, and the sum of their values. */
    public Row totals() {
        return PlainParquet.read(spark, out.resolve(ScoreClv.TABLE.name()), ScoreClv.TABLE.schema())
                .selectExpr("count(*)", "sum(" + ScoreClv.CLV_AMOUNT.name() + ")")
                .first();
    }

    private static void write(Build build, Inputs inputs, Path folder) {
        PlainParquet.write(
                build.from().apply(inputs), folder.resolve(build.writes().name()));
    }

    private static long lap(Map<String, Double> seconds, String part, long began) {
        long now = System.nanoTime();
        seconds.put(part, (now - began) / 1e9);
        return now;
    }
}
