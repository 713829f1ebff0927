package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.mart.CustomerValue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildValueConcentrationTest {
    /** 200 buyers of 1 to 200 euro: the best hundredth holds 399 of 20,100. */
    @Test
    void cumulatesFromTheBestHundredthToTheWhole() {
        String buyers = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> i + "|false|" + i + "|" + -i + "|")
                .collect(Collectors.joining("\n"));
        Dataset<Row> curve = TestInputs.asOf("2024-05-01")
                .with(
                        CustomerValue.TABLE,
                        "customer_key|is_prospect|net_revenue_amount|margin_amount|clv_amount\n" + buyers
                                + "\n999|true|0|0|")
                .build(BuildValueConcentration.BUILD);

        assertThat(TableRows.lines(
                        curve.filter("measure_code = 'revenue' and percentile_number in (1, 100)"),
                        "percentile_number",
                        "customer_count",
                        "cumulative_amount",
                        "cumulative_ratio"))
                .containsExactly("100|2|20100.00|1.0", "1|2|399.00|" + 399 / 20100.0);
        assertThat(curve.filter("measure_code = 'margin' and cumulative_ratio is not null")
                        .count())
                .isZero();
        assertThat(curve.filter("measure_code = 'value'").count()).isZero();
    }
}
