package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.settings.SegmentSettings;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Who could leave, be won back or won on 2024-03-25, seen on 2024-06-30. */
class PopulationsTest {
    /** On 2024-03-25 customer 1 had been seen and had not bought, 3 and 4 had not bought for more than 365 days. */
    @Test
    void whoIsLostMayReturnAndWhoNeverBoughtMayBecomeACustomerFromTheNextDayToTheEndOfTheWindow() {
        Dataset<Row> features = BuildFeatureChurnTest.inputs("no-purchase")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|line_type_code|net_revenue_amount
                        1|2024-06-30|sale|10
                        2|2024-06-30|sale|10
                        3|2023-03-24|sale|10
                        3|2024-03-26|sale|10
                        4|2023-03-24|sale|10
                        5|2023-03-26|sale|10
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25'");

        assertThat(TableRows.lines(features, "customer_key", "population_code", "has_bought", "has_churned"))
                .containsExactly("1|prospect|true|null", "3|lapsed|true|null", "4|lapsed|false|null");
    }

    /** On 2024-03-25 customer 1 bought 206 days ago, 2 bought 25 and 3 bought 420 days ago. */
    @Test
    void whoIsLostByTheSegmentsMayBeWonBackAndWhoIsNotMayLeave() {
        String orders = """
                customer_key|order_date|line_type_code|net_revenue_amount
                1|2023-09-01|sale|10
                2|2024-02-29|sale|10
                3|2023-01-30|sale|10
                """;

        assertThat(populations(180, orders)).containsExactly("1|lapsed", "2|at-risk", "3|lapsed");
        assertThat(populations(730, orders)).containsExactly("1|at-risk", "2|at-risk", "3|at-risk");
    }

    private static List<String> populations(int lostDays, String orders) {
        return TableRows.lines(
                BuildFeatureChurnTest.inputs("no-purchase")
                        .with(new SegmentSettings(90, Math.min(180, lostDays - 1), lostDays, List.of()))
                        .with(FctOrderLine.TABLE, orders)
                        .build(BuildFeatureChurn.BUILD)
                        .filter("feature_date = '2024-03-25' and population_code <> 'prospect'"),
                "customer_key",
                "population_code");
    }

    /** Customer 5's contract ended on 2024-03-01; 4 still bought then, and belongs to nobody who could be won. */
    @Test
    void whoseContractEndedIsLapsedUnlessTheyStillBuy() {
        Dataset<Row> features = BuildFeatureChurnTest.inputs("contract-end")
                .with(FctSubscription.TABLE, """
                        subscription_id|started_date|contract_started_date|customer_key|ended_date|is_last|monthly_amount
                        runs|2024-01-25|2024-01-25|3||true|10
                        ended|2023-03-25|2023-03-25|4|2024-03-01|true|10
                        ended too|2023-03-25|2023-03-25|5|2024-03-01|true|10
                        signs|2024-06-30|2024-06-30|1||true|10
                        """)
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|line_type_code|net_revenue_amount
                        4|2024-03-02|sale|10
                        """)
                .build(BuildFeatureChurn.BUILD)
                .filter("feature_date = '2024-03-25'");

        assertThat(TableRows.lines(features, "customer_key", "population_code", "has_bought", "contract_ended_days"))
                .containsExactly("1|prospect|true|null", "3|at-risk|null|null", "5|lapsed|false|24");
    }
}
