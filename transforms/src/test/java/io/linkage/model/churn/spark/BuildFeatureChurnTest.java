package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.score.FeatureChurn;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** As of 2024-06-30, a window of 90 days and a gap of 7: features on 2024-03-25, the window from 2024-04-02. */
class BuildFeatureChurnTest {
    private static final List<String> LATER_DAYS =
            List.of("", "2024-03-26", "2024-03-31", "2024-04-20", "2024-06-26", "2024-06-30");
    static final String BOUGHT = """
            customer_key|order_date|line_type_code|net_revenue_amount
            1|2024-03-01|sale|10
            """;
    private static final String CUSTOMERS = """
            customer_key|valid_from|valid_to|is_deleted|segment_code|first_seen_date
            1|1900-01-01|9999-12-31|false|a|2024-03-05
            2|1900-01-01|2024-05-01|false|a|2024-05-15
            2|2024-05-01|9999-12-31|false|b|2024-05-15
            3|1900-01-01|9999-12-31|false|a|
            4|1900-01-01|9999-12-31|false|a|
            5|1900-01-01|9999-12-31|false|a|
            """;

    @Test
    void whoDoesNotBuyInTheWindowLeftWhateverTheyDidInTheGap() {
        Dataset<Row> features = inputs("no-purchase")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|line_type_code|net_revenue_amount
                        1|2024-03-01|sale|10
                        1|2024-04-02|sale|10
                        2|2024-03-01|sale|10
                        2|2024-05-01|return|-10
                        3|2024-03-25|sale|10
                        3|2024-04-01|sale|10
                        4|2023-03-26|sale|10
                        5|2024-05-01|sale|10
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("population_code = 'at-risk'");

        assertThat(TableRows.lines(
                        features, "feature_date", "customer_key", "is_scored", "has_churned", "recency_days"))
                .containsExactly(
                        "2024-03-25|1|false|false|24",
                        "2024-03-25|2|false|true|24",
                        "2024-03-25|3|false|true|0",
                        "2024-06-30|1|true|null|89",
                        "2024-06-30|2|true|null|121",
                        "2024-06-30|3|true|null|90",
                        "2024-06-30|5|true|null|60");
    }

    @Test
    void sumsAreOfTheirWindowsAndCustomersAreAsTheyWereOnTheDay() {
        Dataset<Row> features = inputs("no-purchase")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|line_type_code|net_revenue_amount
                        2|2023-03-25|sale|1000
                        2|2023-03-27|sale|100
                        2|2024-01-01|sale|30
                        2|2024-03-20|sale|20
                        2|2024-03-25|return|-5
                        2|2024-03-26|sale|7
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25' and customer_key = 2");

        assertThat(TableRows.lines(
                        features,
                        "segment_code",
                        "seen_days",
                        "age_days",
                        "purchase_day_count",
                        "purchase_day_last_90_days_count",
                        "purchase_day_last_365_days_count",
                        "net_revenue_last_30_days_amount",
                        "net_revenue_last_90_days_amount",
                        "net_revenue_last_365_days_amount",
                        "return_last_365_days_amount"))
                .containsExactly("a|null|366|4|2|3|15.00|45.00|145.00|-5.00");
    }

    @Test
    void aContractThatRanThroughTheGapAndEndsInTheWindowIsAnEnd() {
        Dataset<Row> features = inputs("contract-end")
                .with(FctSubscription.TABLE, """
                        subscription_id|started_date|contract_started_date|customer_key|ended_date|is_last|monthly_amount
                        runs on|2024-01-25|2024-01-25|1||true|10
                        new price|2024-01-25|2024-01-25|2|2024-05-01|false|10
                        new price|2024-05-01|2024-01-25|2||true|12
                        ends|2023-03-25|2023-03-25|3|2024-04-02|true|10
                        ended in the gap|2023-03-25|2023-03-25|4|2024-04-01|true|10
                        begins later|2024-05-01|2024-05-01|5|2024-06-01|true|10
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("population_code = 'at-risk'");

        assertThat(TableRows.lines(
                        features,
                        "feature_date",
                        "customer_key",
                        "has_churned",
                        "contract_count",
                        "contract_monthly_amount",
                        "contract_tenure_months"))
                .containsExactly(
                        "2024-03-25|1|false|1|10.00|2",
                        "2024-03-25|2|false|1|10.00|2",
                        "2024-03-25|3|true|1|10.00|12",
                        "2024-06-30|1|null|1|10.00|5",
                        "2024-06-30|2|null|1|12.00|5");
    }

    /** Customer 1 pauses in the window, and is back before it closes; 5 had paused before the day. */
    @Test
    void aPauseIsAnEndAndWhoResumesAfterItReturned() {
        Dataset<Row> features = inputs("contract-end")
                .with(FctSubscription.TABLE, """
                        subscription_id|started_date|contract_started_date|customer_key|ended_date|is_last|monthly_amount
                        pauses|2024-01-25|2024-01-25|1|2024-04-20|true|10
                        pauses|2024-06-01|2024-06-01|1||true|10
                        paused|2023-03-25|2023-03-25|5|2024-03-01|true|10
                        paused|2024-05-01|2024-05-01|5||true|10
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25'");

        assertThat(TableRows.lines(
                        features,
                        "customer_key",
                        "population_code",
                        "has_churned",
                        "has_bought",
                        "contract_count",
                        "contract_ended_days"))
                .contains("1|at-risk|true|null|1|null", "5|lapsed|null|true|0|24");
    }

    @Test
    void inASnapshotWhetherTheContractEndedEntersNoFeature() {
        Dataset<Row> features =
                inputs("stated").with(FctSubscription.TABLE, """
                        subscription_id|started_date|contract_started_date|customer_key|ended_date|is_last|monthly_amount
                        left|2024-01-30|2024-01-30|1|2024-06-30|true|10
                        stayed|2024-01-30|2024-01-30|2||true|10
                        """).build(BuildFeatureChurn.BUILD);

        assertThat(TableRows.lines(
                        features,
                        "customer_key",
                        "is_scored",
                        "has_churned",
                        "contract_count",
                        "contract_monthly_amount",
                        "contract_tenure_months"))
                .containsExactly("1|false|true|1|10.00|5", "2|true|false|1|10.00|5");
    }

    @Test
    void autoIsTheEndOfContractsWhereThereAreContracts() {
        TestInputs inputs = inputs("auto").with(FctOrderLine.TABLE, """
                customer_key|order_date|line_type_code|net_revenue_amount
                1|2024-03-01|sale|10
                """);

        assertThat(TableRows.lines(inputs.build(BuildFeatureChurn.BUILD), "churn_definition_code"))
                .containsOnly("no-purchase");
        inputs.with(FctSubscription.TABLE, """
                subscription_id|started_date|contract_started_date|customer_key|ended_date|is_last|monthly_amount
                s|2024-01-30|2024-01-30|1||true|10
                """);
        assertThat(TableRows.lines(inputs.build(BuildFeatureChurn.BUILD), "churn_definition_code"))
                .containsOnly("contract-end");
    }

    @Test
    void touchesFeedbackAndTheGroupsThatServedCountInTheirWindows() {
        Dataset<Row> features = inputs("no-purchase")
                .with(FctOrderLine.TABLE, BOUGHT)
                .with(FctTouchpoint.TABLE, """
                        customer_key|touch_date|channel_code
                        1|2023-03-27|post
                        1|2024-01-01|search
                        1|2024-03-01|search
                        1|2024-03-24|social
                        1|2024-03-24|display
                        """)
                .with(FctFeedback.TABLE, """
                        customer_key|feedback_date|is_gone_wrong|sentiment_score
                        1|2023-12-01|true|-0.5
                        1|2024-03-01|false|0.5
                        1|2024-03-02|true|
                        """)
                .with(FctCustomerEmployee.TABLE, """
                        customer_key|unit_key|month_date|contact_count|engagement_share
                        1|7|2023-06-01|1|0.2
                        1|7|2024-02-01|2|0.6
                        1|8|2024-02-01|1|0.9
                        1|9|2024-02-01|1|
                        1|7|2024-03-01|1|0.1
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25' and customer_key = 1");

        assertThat(TableRows.lines(
                        features,
                        "touch_last_30_days_count",
                        "touch_last_90_days_count",
                        "touch_last_365_days_count",
                        "touch_channel_last_365_days_count",
                        "last_touch_channel_code",
                        "feedback_last_90_days_count",
                        "feedback_last_365_days_count",
                        "feedback_gone_wrong_last_365_days_count",
                        "last_sentiment_score"))
                .containsExactly("3|4|5|4|display|2|3|2|0.5");
        assertThat(features.first().<Double>getAs("served_by_engagement_last_90_days_share"))
                .isCloseTo((2 * .6 + .9) / 3, within(1e-15));
        assertThat(features.first().<Double>getAs("served_by_engagement_last_365_days_share"))
                .isCloseTo((.2 + 2 * .6 + .9) / 4, within(1e-15));
    }

    /** 0 is the best answer here: 1 makes a promoter. */
    @Test
    void theLastAnswerOnRecommendationIsReadTheWayItWasAsked() {
        Dataset<Row> features = inputs("no-purchase")
                .with(FctOrderLine.TABLE, BOUGHT)
                .with(FctSurveyAnswer.TABLE, """
                        customer_key|answer_date|instrument_code|answer_score|scale_share
                        1|2024-03-01|nps|10|0
                        1|2024-03-20|nps|1|0.9
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25' and customer_key = 1");

        assertThat(TableRows.lines(features, "last_nps_score")).containsExactly("9.0");
    }

    /** Whatever happens from 2024-03-26 on, the features of 2024-03-25 are the same: only outcomes may differ. */
    @Test
    void noRowOfALaterDayChangesAFeature() {
        Random random = new Random(11);
        List<String> quiet = features(withLater(() -> ""));
        assertThat(quiet).hasSize(4);
        for (int future = 0; future < 3; future++) {
            assertThat(features(withLater(() -> LATER_DAYS.get(random.nextInt(LATER_DAYS.size())))))
                    .isEqualTo(quiet);
        }
        assertThat(TableRows.lines(withLater(() -> "2024-04-20"), "customer_key", "has_churned", "has_bought"))
                .isNotEqualTo(TableRows.lines(withLater(() -> ""), "customer_key", "has_churned", "has_bought"));
    }

    private static List<String> features(Dataset<Row> rows) {
        return TableRows.lines(
                rows,
                Stream.of(
                                Stream.of(FeatureChurn.CUSTOMER_KEY, FeatureChurn.POPULATION_CODE),
                                FeatureChurn.numbers().stream(),
                                FeatureChurn.words().stream())
                        .flatMap(fields -> fields)
                        .map(field -> field.name())
                        .toArray(String[]::new));
    }

    /** The same past, and in each fact rows of later days for every customer; no day: no such rows. */
    private static Dataset<Row> withLater(Supplier<String> day) {
        return inputs("no-purchase")
                .with(
                        FctOrderLine.TABLE,
                        "customer_key|order_date|line_type_code|net_revenue_amount\n"
                                + "2|2024-03-01|sale|10\n3|2024-03-25|sale|20\n4|2022-03-25|sale|20\n"
                                + later(day, "%d|%s|sale|500") + later(day, "%d|%s|return|-90"))
                .with(
                        FctInteraction.TABLE,
                        "customer_key|contact_date|is_solved|handling_seconds\n1|2024-03-20|false|60\n"
                                + later(day, "%d|%s|false|999"))
                .with(
                        FctSurveyAnswer.TABLE,
                        "customer_key|answer_date|instrument_code|answer_score|scale_share\n1|2024-03-20|nps|9|0.9\n"
                                + "2|2024-03-20|ces|4|0.7\n" + later(day, "%d|%s|nps|0|0")
                                + later(day, "%d|%s|ces|1|0.1") + later(day, "%d|%s|csat|1|0.1"))
                .with(
                        FctCampaignContact.TABLE,
                        "customer_key|contact_date|group_code\n1|2024-03-20|treated\n2|2024-03-20|control\n"
                                + later(day, "%d|%s|treated"))
                .with(
                        FctTouchpoint.TABLE,
                        "customer_key|touch_date|channel_code\n1|2024-03-20|search\n" + later(day, "%d|%s|social"))
                .with(
                        FctFeedback.TABLE,
                        "customer_key|feedback_date|is_gone_wrong|sentiment_score\n1|2024-03-20|false|0.5\n"
                                + later(day, "%d|%s|true|-1"))
                .with(
                        FctCustomerEmployee.TABLE,
                        "customer_key|unit_key|month_date|contact_count|engagement_share\n1|7|2024-02-01|1|0.5\n"
                                + "1|7|2024-03-01|1|0.6\n" + later(day, "%d|7|%s|5|0.1"))
                .with(
                        FctSubscription.TABLE,
                        "subscription_id|started_date|contract_started_date|customer_key|ended_date|is_last|monthly_amount\n"
                                + "s|2024-01-30|2024-01-30|2|2024-05-01|true|10\n"
                                + later(day, "later-%1$d|%2$s|%2$s|%1$d||true|99"))
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25'");
    }

    private static String later(Supplier<String> day, String row) {
        StringBuilder rows = new StringBuilder();
        for (int customer = 1; customer <= 4; customer++) {
            String on = day.get();
            rows.append(on.isEmpty() ? "" : String.format(row + "%n", customer, on));
        }
        return rows.toString();
    }

    static TestInputs inputs(String definition) {
        return TestInputs.asOf("2024-06-30")
                .with(new ChurnSettings(definition, 90, 7, 1, 50, .001, 20, .9, 10, "platt", "none", List.of()))
                .with(DimCustomer.TABLE, CUSTOMERS);
    }
}
