package io.linkage.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Purchases of three customers, of whom one only brought back and one did nothing; calibration ends a month before the night. */
class PurchaseHistoryTest {
    private static final LocalDate END = LocalDate.of(2024, 5, 31);
    private static Dataset<Row> features;

    @BeforeAll
    static void night() {
        features = TestInputs.asOf("2024-06-30")
                .with(new ClvSettings("auto", Optional.of(END), 12, .1, 1, 91, "none", "none"))
                .with(DimCustomer.TABLE, """
                        customer_sk|customer_key|is_current
                        1|1|true
                        2|2|true
                        3|3|true
                        """)
                .with(FctOrderLine.TABLE, """
                        order_id|line_number|customer_key|order_date|line_type_code|net_revenue_amount|cost_amount
                        a|1|1|2024-01-01|sale|10.00|
                        a|2|1|2024-01-01|sale|5.55|
                        b|1|1|2024-01-11|sale|20.00|12.01
                        c|1|1|2024-01-11|return|-5.00|
                        d|1|1|2024-06-10|sale|7.00|
                        e|1|2|2023-05-05|return|-3.00|
                        f|1|2|2024-02-02|adjustment|-9.00|
                        """)
                .with(FctSurveyAnswer.TABLE, """
                        customer_key|answer_date|instrument_code|answer_score|scale_share
                        1|2024-03-01|nps|10|0
                        1|2024-03-20|nps|1|0.9
                        """)
                .build(BuildFeatureCustomer.BUILD)
                .orderBy("customer_key")
                .cache();
    }

    /** Of more than 365 days: the last one that ended; what came back within it ends none. */
    @Test
    void aPauseIsKnownByItsTwoEnds() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-30")
                                .with(DimCustomer.TABLE, "customer_sk|customer_key|is_current\n1|1|true\n2|2|true")
                                .with(FctOrderLine.TABLE, """
                                        order_id|line_number|customer_key|order_date|line_type_code|net_revenue_amount|cost_amount
                                        a|1|1|2019-01-01|sale|10.00|
                                        b|1|1|2020-06-01|sale|10.00|
                                        c|1|1|2021-01-01|return|-10.00|
                                        d|1|1|2021-06-02|sale|10.00|
                                        e|1|1|2021-07-01|sale|10.00|
                                        f|1|2|2021-06-02|sale|10.00|
                                        g|1|2|2022-06-02|sale|10.00|
                                        """)
                                .build(BuildFeatureCustomer.BUILD),
                        "customer_key",
                        "pause_started_date",
                        "pause_ended_date"))
                .containsExactly("1|2020-06-01|2021-06-02", "2|null|null");
    }

    /** 0 is the best answer here: 1 makes a promoter. */
    @Test
    void theLastAnswerOnRecommendationIsReadTheWayItWasAsked() {
        assertThat(TableRows.lines(features.selectExpr("customer_key", "last_nps_score")))
                .isEqualTo(List.of("1|9.0", "2|null", "3|null"));
    }

    @Test
    void daysAreMergedAndTheFirstIsNeitherInFrequencyNorInSpend() {
        assertThat(TableRows.lines(features.selectExpr(
                        "customer_key",
                        "frequency_count",
                        "round(7 * recency_weeks)",
                        "round(7 * age_weeks)",
                        "repeat_spend_amount",
                        "purchase_day_count")))
                .isEqualTo(List.of("1|1|10.0|151.0|20.00|3", "2|null|null|null|null|0", "3|null|null|null|null|0"));
    }

    @Test
    void moneyOfAllLinesIsExactToTheCent() {
        assertThat(TableRows.lines(
                        features,
                        "customer_key",
                        "net_revenue_amount",
                        "return_amount",
                        "margin_amount",
                        "net_revenue_last_365_days_amount"))
                .isEqualTo(List.of("1|37.55|-5.00|25.54|37.55", "2|-3.00|-3.00|-3.00|0.00", "3|0.00|0.00|0.00|0.00"));
    }
}
