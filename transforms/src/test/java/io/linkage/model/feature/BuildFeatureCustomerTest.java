package io.linkage.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildFeatureCustomerTest {
    private static final String LINES = """
            order_id|line_number|customer_key|order_date|line_type_code|net_revenue_amount|cost_amount
            o1|1|11|2024-01-01|sale|10.00|
            o1|2|11|2024-01-01|sale|5.00|
            o2|1|11|2024-01-15|sale|20.00|8.00
            o3|1|11|2024-01-15|return|-4.00|
            o4|1|11|2024-02-05|sale|30.00|
            o5|1|12|2024-02-20|sale|9.00|
            """;

    @Test
    void mergesThePurchasesOfADayAndLeavesTheFirstDayOutOfFrequencyAndSpend() {
        Dataset<Row> features = build(Optional.empty());

        assertThat(TableRows.lines(
                        features,
                        "customer_key",
                        "frequency_count",
                        "recency_weeks",
                        "age_weeks",
                        "repeat_spend_amount"))
                .containsExactly(
                        "11|2|5.0|" + 60 / 7.0 + "|50.00", "12|0|0.0|" + 10 / 7.0 + "|0.00", "13|null|null|null|null");
    }

    @Test
    void endsTheHistoryAtTheEndOfCalibrationButNotTheTotals() {
        Dataset<Row> features = build(Optional.of(LocalDate.parse("2024-01-31")));

        assertThat(TableRows.lines(
                        features,
                        "customer_key",
                        "frequency_count",
                        "repeat_spend_amount",
                        "purchase_day_count",
                        "net_revenue_amount"))
                .containsExactly("11|1|20.00|3|61.00", "12|null|null|1|9.00", "13|null|null|0|0.00");
    }

    @Test
    void assumesTheMarginOfTheSettingWhereTheCostIsNotKnown() {
        assertThat(TableRows.lines(
                        build(Optional.empty()).filter("customer_key = 11"), "margin_amount", "last_nps_score"))
                .containsExactly("32.50|6.0");
    }

    private static Dataset<Row> build(Optional<LocalDate> calibrationEnd) {
        return TestInputs.asOf("2024-03-01")
                .with(new ClvSettings("auto", calibrationEnd, 12, 0.10, 0.5))
                .with(
                        DimCustomer.TABLE,
                        "customer_sk|customer_key|is_current\n1|11|true\n2|12|true\n3|13|true\n4|13|false\n0|0|true")
                .with(FctOrderLine.TABLE, LINES)
                .with(FctSurveyAnswer.TABLE, """
                        respondent_id|customer_key|answer_date|instrument_code|answer_score
                        r1|11|2024-01-04|nps|9
                        r2|11|2024-02-04|nps|8
                        r3|11|2024-02-04|nps|6
                        """)
                .build(BuildFeatureCustomer.BUILD);
    }
}
