package io.linkage.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ntile;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.mart.CustomerValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.junit.jupiter.api.Test;

/** Ranks without a sort of the whole are those of a sort of the whole. */
class RankingTest {
    private static final int BUYERS = 1_037;

    /** Amounts of many sizes and both signs, a third of them equal, in whole euro, cents and nothing. */
    private static final Dataset<Row> CUSTOMERS = TableRows.of(
            CustomerValue.TABLE,
            "customer_key|is_prospect|net_revenue_amount|margin_amount\n" + amounts(new Random(7)));

    @Test
    void percentilesAreThoseOfSql() {
        Dataset<Row> sorted = CUSTOMERS
                .withColumn(
                        "percentile_number",
                        ntile(100).over(Window.orderBy(col("net_revenue_amount").desc())))
                .groupBy("percentile_number")
                .agg(
                        count(lit(1)).as("customer_count"),
                        sum("net_revenue_amount").as("measure_amount"));

        assertThat(curve("revenue", "percentile_number", "customer_count", "measure_amount"))
                .isEqualTo(TableRows.lines(
                        sorted.withColumn(
                                "measure_amount", col("measure_amount").cast("decimal(18,2)")),
                        "percentile_number",
                        "customer_count",
                        "measure_amount"))
                .hasSize(100);
    }

    /** 1 euro each of four, 0 of one: (2 (1 x 0 + 2 + 3 + 4 + 5) / (5 x 4)) - 6 / 5. */
    @Test
    void giniAndBestFifthAreThoseOfTheSortedAmounts() {
        Dataset<Row> curve =
                TestInputs.asOf("2024-05-01").with(CustomerValue.TABLE, """
                customer_key|is_prospect|net_revenue_amount|margin_amount
                1|false|1|10
                2|false|1|0
                3|false|1|0
                4|false|1|0
                5|false|0|0
                """).build(BuildValueConcentration.BUILD);

        assertThat(TableRows.lines(curve.filter("measure_code = 'revenue'"), "gini_ratio", "best_fifth_ratio"))
                .hasSize(5)
                .containsOnly((6 / 5.0 - 2 * (1 + 2 + 3 + 4) / 4.0 / 5) + "|0.25");
        assertThat(TableRows.lines(curve.filter("measure_code = 'margin'"), "gini_ratio", "best_fifth_ratio"))
                .containsOnly((6 / 5.0 - 2 / 5.0) + "|1.0");
    }

    /** Of 3.01 spent on three equal buyers each has a third, to the cent; profit is what margin leaves of all cost. */
    @Test
    void effortGoesWithTheBuyersAndIsPartedEvenlyAmongEqualOnes() {
        Dataset<Row> curve = TestInputs.asOf("2024-05-01")
                .with(CustomerValue.TABLE, """
                        customer_key|is_prospect|net_revenue_amount|margin_amount
                        1|false|9|5
                        2|false|9|5
                        3|false|9|5
                        """)
                .with(FctCostToServe.TABLE, """
                        customer_key|activity_code|month_date|goal_code|cost_amount
                        1|advertising|2024-04-01|acquire|2.01
                        2|website|2024-04-01|keep|1.00
                        3|desk|2024-04-01|serve|8.00
                        -2|desk|2024-04-01|serve|70.00
                        """)
                .build(BuildValueConcentration.BUILD);

        assertThat(TableRows.lines(curve.filter("measure_code = 'revenue'"), "percentile_number", "marketing_amount"))
                .containsExactly("1|1.00", "2|1.01", "3|1.00");
        assertThat(TableRows.lines(
                        curve.filter("measure_code = 'profit'"),
                        "percentile_number",
                        "cumulative_amount",
                        "cumulative_marketing_amount"))
                .containsExactly("1|4.00|1.00", "2|6.99|3.01", "3|3.99|3.01");
    }

    private static List<String> curve(String measure, String... columns) {
        return TableRows.lines(
                TestInputs.asOf("2024-05-01")
                        .with(CustomerValue.TABLE, CUSTOMERS)
                        .build(BuildValueConcentration.BUILD)
                        .filter(col("measure_code").equalTo(measure)),
                columns);
    }

    private static String amounts(Random random) {
        return IntStream.range(0, BUYERS)
                .mapToObj(i -> i + "|false|" + amount(random) + "|0")
                .collect(Collectors.joining("\n"));
    }

    private static BigDecimal amount(Random random) {
        long size = (long) Math.pow(10, random.nextInt(9));
        long cents = random.nextInt(3) == 0 ? random.nextInt(4) : (long) (random.nextDouble() * size);
        return BigDecimal.valueOf(random.nextInt(5) == 0 ? -cents : cents, 2);
    }
}
