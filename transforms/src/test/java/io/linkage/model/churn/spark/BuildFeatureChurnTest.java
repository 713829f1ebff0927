package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.score.FeatureChurn;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** As of 2024-06-30, a window of 90 days and a gap of 7: features on 2024-03-25, the window from 2024-04-02. */
class BuildFeatureChurnTest {
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
        Dataset<Row> features =
                inputs("no-purchase").with(FctOrderLine.TABLE, """
                        customer_key|order_date|line_type_code|net_revenue_amount
                        1|2024-03-01|sale|10
                        1|2024-04-02|sale|10
                        2|2024-03-01|sale|10
                        2|2024-05-01|return|-10
                        3|2024-03-25|sale|10
                        3|2024-04-01|sale|10
                        4|2023-03-26|sale|10
                        5|2024-05-01|sale|10
                        """).build(BuildFeatureChurn.BUILD);

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
                .filter("feature_date = '2024-03-25'");

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
        Dataset<Row> features =
                inputs("contract-end").with(FctSubscription.TABLE, """
                        subscription_id|started_date|customer_key|ended_date|is_last|monthly_amount
                        runs on|2024-01-25|1||true|10
                        new price|2024-01-25|2|2024-05-01|false|10
                        new price|2024-05-01|2||true|12
                        ends|2023-03-25|3|2024-04-02|true|10
                        ended in the gap|2023-03-25|4|2024-04-01|true|10
                        begins later|2024-05-01|5|2024-06-01|true|10
                        """).build(BuildFeatureChurn.BUILD);

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

    @Test
    void inASnapshotWhetherTheContractEndedEntersNoFeature() {
        Dataset<Row> features =
                inputs("stated").with(FctSubscription.TABLE, """
                        subscription_id|started_date|customer_key|ended_date|is_last|monthly_amount
                        left|2024-01-30|1|2024-06-30|true|10
                        stayed|2024-01-30|2||true|10
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
                subscription_id|started_date|customer_key|ended_date|is_last|monthly_amount
                s|2024-01-30|1||true|10
                """);
        assertThat(TableRows.lines(inputs.build(BuildFeatureChurn.BUILD), "churn_definition_code"))
                .containsOnly("contract-end");
    }

    /** Whatever happens from 2024-03-26 on, the features of 2024-03-25 are the same: only outcomes may differ. */
    @Test
    void noRowOfALaterDayChangesAFeature() {
        Dataset<Row> quiet = withLater("", "", "", "", "");
        Dataset<Row> busy = withLater(
                "1|2024-03-26|sale|500\n2|2024-04-20|sale|900\n1|2024-03-27|return|-90\n",
                "1|2024-03-26|false\n2|2024-06-01|false\n",
                "1|2024-03-26|nps|0|0\n2|2024-03-28|ces|1|0.1\n",
                "1|2024-03-26|treated\n2|2024-06-26|treated\n",
                "later|2024-03-26|1||true|99\n");
        String[] columns = Stream.concat(
                        Stream.of(FeatureChurn.CUSTOMER_KEY),
                        Stream.concat(FeatureChurn.numbers().stream(), FeatureChurn.words().stream()))
                .map(field -> field.name())
                .toArray(String[]::new);

        assertThat(TableRows.lines(busy, columns)).hasSize(2).isEqualTo(TableRows.lines(quiet, columns));
        assertThat(TableRows.lines(busy, "customer_key", "has_churned"))
                .isNotEqualTo(TableRows.lines(quiet, "customer_key", "has_churned"));
    }

    private static Dataset<Row> withLater(
            String lines, String contacts, String answers, String campaigns, String contracts) {
        return inputs("no-purchase")
                .with(
                        FctOrderLine.TABLE,
                        "customer_key|order_date|line_type_code|net_revenue_amount\n"
                                + "1|2024-03-01|sale|10\n2|2024-03-25|sale|20\n" + lines)
                .with(FctInteraction.TABLE, "customer_key|contact_date|is_solved\n1|2024-03-20|false\n" + contacts)
                .with(
                        FctSurveyAnswer.TABLE,
                        "customer_key|answer_date|instrument_code|answer_score|scale_share\n1|2024-03-20|nps|9|0.9\n"
                                + "2|2024-03-20|ces|4|0.7\n" + answers)
                .with(
                        FctCampaignContact.TABLE,
                        "customer_key|contact_date|group_code\n1|2024-03-20|treated\n2|2024-03-20|control\n"
                                + campaigns)
                .with(
                        FctSubscription.TABLE,
                        "subscription_id|started_date|customer_key|ended_date|is_last|monthly_amount\n"
                                + "s|2024-01-30|1|2024-05-01|true|10\n" + contracts)
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25'");
    }

    private static TestInputs inputs(String definition) {
        return TestInputs.asOf("2024-06-30")
                .with(new ChurnSettings(definition, 90, 7, 1, 50, .001, 20, .9, 10, "platt", "none"))
                .with(DimCustomer.TABLE, CUSTOMERS);
    }
}
