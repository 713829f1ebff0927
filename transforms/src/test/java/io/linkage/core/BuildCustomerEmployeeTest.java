package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildCustomerEmployeeTest {
    private static final String CONTACTS = """
            interaction_id|customer_key|unit_key|contact_date|handling_seconds|is_solved
            i1|11|1|2024-05-03|60|true
            i2|11|1|2024-05-09|60|false
            i3|11|2|2024-05-20|30|true
            """;
    private static final String LINES = """
            order_id|line_number|customer_key|order_date|net_revenue_amount|cost_amount
            o1|1|11|2024-05-10|100.00|10.01
            o2|1|11|2024-06-10|5.00|
            o3|1|0|2024-06-11|7.00|
            """;

    @Test
    void sharesTheMoneyOfAMonthByContactsToTheCent() {
        Dataset<Row> rows = build();

        assertThat(TableRows.lines(
                        rows,
                        "customer_key",
                        "unit_key",
                        "month_date",
                        "net_revenue_amount",
                        "cost_amount",
                        "exposure_weight"))
                .containsExactly(
                        "0|-2|2024-06-01|7.00|0.00|1.0",
                        "11|-2|2024-06-01|5.00|0.00|1.0",
                        "11|1|2024-05-01|66.67|6.67|" + 2.0 / 3,
                        "11|2|2024-05-01|33.33|3.34|" + 1.0 / 3);
    }

    @Test
    void takesTheLastWaveShownUpToTheMonthsEndAndBefore() {
        Dataset<Row> rows = build().filter("unit_key = 1");

        assertThat(TableRows.lines(
                        rows,
                        "engagement_share",
                        "engagement_1_month_before_share",
                        "engagement_3_months_before_share",
                        "engagement_6_months_before_share"))
                .containsExactly("0.8|0.8|0.6|null");
    }

    @Test
    void addsUpAnswersBesideContactsWithoutMultiplyingEither() {
        Dataset<Row> rows = build().filter("unit_key = 1");

        assertThat(TableRows.lines(
                        rows, "contact_count", "handling_seconds", "solved_count", "promoter_count", "csat_count"))
                .containsExactly("2|120|1|2|1");
    }

    private static Dataset<Row> build() {
        return TestInputs.asOf("2024-06-30")
                .with(FctInteraction.TABLE, CONTACTS)
                .with(FctOrderLine.TABLE, LINES)
                .with(FctSurveyAnswer.TABLE, """
                        respondent_id|customer_key|unit_key|answer_date|instrument_code|scale_share|promoter_count|passive_count|detractor_count
                        r1|11|1|2024-05-04|nps|0.9|1|0|0
                        r2|11|1|2024-05-05|nps|1.0|1|0|0
                        r2|11|1|2024-05-05|csat|1.0|0|0|0
                        """)
                .with(FctEngagement.TABLE, """
                        unit_key|wave_date|construct_code|scale_share
                        1|2024-01-15|engagement|0.6
                        1|2024-04-15|engagement|0.8
                        1|2024-04-15|energy|0.1
                        2|2024-04-15|engagement|
                        """)
                .build(BuildCustomerEmployee.BUILD);
    }
}
