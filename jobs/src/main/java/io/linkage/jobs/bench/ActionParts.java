package io.linkage.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainParquet;
import io.linkage.jobs.settings.Company;
import io.linkage.model.action.spark.BuildNextBestAction;
import io.linkage.table.core.DimProduct;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctConsent;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.score.ScoreProspect;
import io.linkage.table.score.ScoreWinBack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The next best action of made customers: the build of the night itself, from Parquet to Parquet. Digests of the customer's number
 * make values, chances, contacts, consents and ten order lines a customer, so that every action is an offer to some.
 *
 * @param root folder below which the customers lie, made where they are not there yet, and what a run makes
 */
public record ActionParts(SparkSession spark, Company company, LocalDate asOf, long customers, Path root) {
    private static final int LINES = 10;
    private static final int PRODUCTS = 400;

    /** Makes the customers; what lies there already stays. */
    public void make() {
        Dataset<Row> numbers = spark.range(1, customers + 1).toDF("id");
        table(CustomerValue.TABLE, numbers, """
                id customer_key; concat('segment-', id % 5) segment_code;
                if(u(1) < 0.1, 'prospect', if(u(1) < 0.25, 'lost', 'active')) life_cycle_phase_code;
                u(1) < 0.1 is_prospect; if(u(1) >= 0.1, u(2) * u(2), null) churn_probability;
                cast(600 * u(3) * u(3) - 20 as decimal(18,2)) clv_amount;
                cast(1000 * u(4) as decimal(18,2)) net_revenue_amount; cast(400 * u(4) as decimal(18,2)) margin_amount;
                cast(60 * u(5) as decimal(18,2)) recent_cost_to_serve_amount;
                cast(600 * u(3) * u(3) - 60 * u(5) as decimal(18,2)) net_value_amount;
                if(u(6) < 0.3, cast(floor(11 * u(7)) as double), null) last_nps_score;
                cast(40 as decimal(18,2)) promoter_value_amount; cast(300 * u(8) as decimal(18,2)) potential_value_amount""");
        table(
                ScoreWinBack.TABLE,
                numbers.filter(uniform("u(1) >= 0.1 and u(1) < 0.25")),
                "id customer_key; u(11) * u(12) return_probability; cast(500 * u(13) as decimal(18,2)) second_lifetime_value_amount");
        table(ScoreProspect.TABLE, numbers.filter(uniform("u(1) < 0.1")), """
                id customer_key; u(11) * u(12) conversion_probability; cast(500 * u(13) as decimal(18,2)) expected_value_amount;
                if(u(14) < 0.5, cast(20 * u(15) as decimal(18,2)), null) acquisition_cost_amount""");
        table(FctConsent.TABLE, numbers, "id customer_key; 'marketing' purpose_code; u(9) < 0.8 is_granted");
        table(FctCampaignContact.TABLE, numbers.filter("id % 3 = 0"), """
                id customer_key; date_sub(date'%s', cast(60 * u(10) as int)) contact_date; 'treated' group_code""".formatted(asOf));
        table(DimProduct.TABLE, spark.range(1, PRODUCTS + 1).toDF("id"), """
                id product_key; cast(id as string) product_source_id; concat('family-', id % 20) family_code""");
        table(
                FctOrderLine.TABLE,
                numbers.crossJoin(spark.range(LINES).toDF("line")).filter(uniform("u(1) >= 0.1")),
                """
                id customer_key; date_sub(date'%s', cast(500 * u(line + 20) as int)) order_date;
                cast(1 + floor(%d * u(line + 40) * u(line + 60)) as string) product_source_id;
                cast(1 + floor(3 * u(line + 80)) as decimal(18,3)) quantity;
                cast(1 + 60 * u(line + 100) as decimal(18,2)) net_revenue_amount""".formatted(asOf, PRODUCTS));
    }

    /** Runs the build into a new folder and gives its seconds. */
    public double run(String name) {
        long began = System.nanoTime();
        ParquetInputs inputs = new ParquetInputs(spark, List.of(root.resolve("customers")), company, asOf);
        PlainParquet.write(BuildNextBestAction.BUILD.from().apply(inputs), made(name));
        return (System.nanoTime() - began) / 1e9;
    }

    /** What a run made: rows, a digest of all of them whatever their order, cost, value, gap, and the naive value. */
    public Row found(String name) {
        Column[] all =
                NextBestAction.TABLE.fields().stream().map(field -> field.col()).toArray(Column[]::new);
        return PlainParquet.read(spark, made(name), NextBestAction.TABLE.schema())
                .withColumn(
                        "_digest", org.apache.spark.sql.functions.xxhash64(all).cast("decimal(38,0)"))
                .selectExpr(
                        "count(*)",
                        "sum(_digest)",
                        "max(plan_cost_amount)",
                        "max(plan_value_amount)",
                        "max(plan_gap_share)",
                        "max(naive_value_amount)",
                        "count(distinct planned_action_code)")
                .first();
    }

    private Path made(String name) {
        return root.resolve(name).resolve(NextBestAction.TABLE.name());
    }

    /** Rows in the shape of a table from expressions, u(n) being a number from 0 to below 1 of the row. */
    private void table(Table table, Dataset<Row> numbers, String expressions) {
        Path folder = root.resolve("customers").resolve(table.name());
        if (Files.isDirectory(folder)) {
            return;
        }
        Dataset<Row> rows = numbers.selectExpr(Arrays.stream(expressions.split(";"))
                .map(text -> uniform(text.strip()))
                .toArray(String[]::new));
        List<String> given = List.of(rows.columns());
        Column[] columns = table.fields().stream()
                .map(field -> given.contains(field.name()) ? field.is(col(field.name())) : field.is(lit(null)))
                .toArray(Column[]::new);
        PlainParquet.write(table.shape(rows.select(columns)), folder);
    }

    private static String uniform(String expression) {
        return expression.replaceAll(
                "u\\(([^()]+)\\)", "(shiftrightunsigned(xxhash64(id, $1), 11) / cast(9007199254740992 as double))");
    }
}
