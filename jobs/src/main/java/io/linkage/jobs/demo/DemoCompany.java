package io.linkage.jobs.demo;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** A company with known truth, made by the generator: all silos and {@code truth.json}. */
public final class DemoCompany {
    private DemoCompany() {}

    /** Fills the plan's folder; the same plan gives the same rows on one core or on a cluster. */
    public static void generate(SparkSession spark, DemoPlan plan) {
        Path folder = Path.of(plan.folder());
        Folders.prepare(folder);
        World world = new World(plan);
        if (plan.form() == DemoPlan.Form.PARQUET) {
            Exports.marketing(spark, world, folder);
        } else {
            try (DemoDatabase database = DemoDatabase.create(folder)) {
                MarketingDatabase.fill(spark, world, database.ownerUrl());
            }
        }
        Exports.survey(spark, world, folder);
        Exports.wallet(spark, world, folder);
        Exports.staff(spark, world, folder);
        Exports.finance(world, folder);
        CsvLines.export(ShopCustomers.TABLE, spark, world, folder.resolve("webshop"));
        Exports.truth(spark, world, folder);
        Truth.write(world, Tally.of(spark, world), folder);
    }

    /** Variables that {@code conf/demo/company.yaml} uses, for a company whose database runs. */
    public static Map<String, String> variables(Path folder, DemoDatabase database) {
        return Map.of("DEMO", folder.toAbsolutePath().toString(), "DEMO_JDBC", database.url());
    }

    /** Generates unless the folder already holds exactly the company of this plan. */
    public static void ensure(SparkSession spark, DemoPlan plan) {
        if (!Truth.isOf(plan, Path.of(plan.folder()))) {
            generate(spark, plan);
        }
    }
}
