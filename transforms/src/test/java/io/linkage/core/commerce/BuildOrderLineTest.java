package io.linkage.core.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ReportingSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildOrderLineTest {
    private static final String HEADER = "order_id|line_number|customer_source_id|product_source_id|ordered_at"
            + "|line_type_code|quantity|unit_price|currency_code|discount_original|unit_cost\n";

    @Test
    void roundsEachLineHalfUpToTheCentBeforeAnySum() {
        Dataset<Row> lines = build(HEADER + "o1|1|c1||2024-05-01 10:00:00|sale|3|0.335||0|\n"
                + "o1|2|c1||2024-05-01 10:00:00|return|-3|0.335|||");

        assertThat(TableRows.lines(lines, "net_amount")).containsExactly("-1.01", "1.01");
    }

    @Test
    void usesTheRateThatHoldsOnTheDayAndTheCostOfTheLineBeforeTheProducts() {
        Dataset<Row> lines = build(HEADER + "o1|1|c1|p1|2024-05-02 10:00:00|sale|2|10.00|USD|1.00|\n"
                + "o1|2|c1|p1|2024-05-04 10:00:00|sale|2|10.00|USD||3.00\n"
                + "o1|3|c1||2024-05-04 10:00:00|sale|2|10.00|||");

        assertThat(TableRows.lines(lines, "line_number", "net_original", "net_amount", "cost_amount"))
                .containsExactly("1|19.00|17.10|8.00", "2|20.00|16.00|4.80", "3|20.00|20.00|null");
    }

    @Test
    void takesTheVersionOfTheCustomerOnTheDayOrASpecialMember() {
        Dataset<Row> lines = build(HEADER + "o1|1|c1||2024-04-30 10:00:00|sale|1|1|||\n"
                + "o1|2|c1||2024-05-01 10:00:00|sale|1|1|||\n"
                + "o1|3|||2024-05-01 10:00:00|sale|1|1|||\n"
                + "o1|4|nobody||2024-05-01 10:00:00|sale|1|1|||");

        assertThat(TableRows.lines(lines, "line_number", "customer_sk", "customer_key"))
                .containsExactly("1|101|11", "2|102|11", "3|0|0", "4|-1|-1");
    }

    @Test
    void showsNothingOfDaysAfterTheBusinessDateInTheCompanysZone() {
        Dataset<Row> lines = inputs(HEADER + "o1|1|c1||2024-05-31 21:59:59|sale|1|1|||\n"
                        + "o1|2|c1||2024-05-31 22:00:00|sale|1|1|||")
                .with(new ReportingSettings("EUR", ZoneId.of("Europe/Amsterdam")))
                .build(BuildOrderLine.BUILD);

        assertThat(TableRows.lines(lines, "line_number", "order_date")).containsExactly("1|2024-05-31");
    }

    @Test
    void countsOnlySalesAndReturnsAsRevenue() {
        Dataset<Row> lines = build(HEADER + "o1|1|c1||2024-05-01 10:00:00|adjustment|1|-500|||\n"
                + "o1|2|||2024-05-01 10:00:00|stock|-4|0|||\no1|3|c1||2024-05-01 10:00:00|sale|1|2|||");

        assertThat(TableRows.lines(lines, "line_number", "net_amount", "net_revenue_amount"))
                .containsExactly("1|-500.00|0.00", "2|0.00|0.00", "3|2.00|2.00");
    }

    private static Dataset<Row> build(String lines) {
        return inputs(lines).build(BuildOrderLine.BUILD);
    }

    private static TestInputs inputs(String lines) {
        return TestInputs.asOf("2024-05-31")
                .with(OrderLine.TABLE, lines)
                .with(FxRate.TABLE, "currency_code|rate_date|fx_rate\nUSD|2024-05-01|0.9\nUSD|2024-05-03|0.8")
                .with(Product.TABLE, "product_source_id|unit_cost\np1|4.00")
                .with(DimCustomer.TABLE, """
                        customer_sk|customer_key|customer_source_id|valid_from|valid_to
                        101|11|c1|1900-01-01|2024-05-01
                        102|11|c1|2024-05-01|9999-12-31
                        """);
    }
}
