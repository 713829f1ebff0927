package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.SegmentSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.score.ScoreWallet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    /**
     * On 2024-12-31, with the standard 90, 180 and 365 days; the contract of 12 ran through the pause in
     * purchases, that of 13 ended a day too early, and 14 signed one when long lost.
     */
    @Test
    void thePhaseFollowsFromDaysAndContracts() {
        Dataset<Row> customers = TestInputs.asOf("2024-12-31")
                .with(DimCustomer.TABLE, dimension(14))
                .with(FeatureCustomer.TABLE, """
                        customer_key|first_purchase_date|last_purchase_date|pause_started_date|pause_ended_date|purchase_day_count|first_contract_date
                        1|||||0|
                        2|2024-11-01|2024-11-01|||1|
                        3|2023-01-01|2024-09-01|||5|
                        4|2023-01-01|2024-07-03|||5|
                        5|2023-01-01|2023-12-31|||5|
                        6|2021-01-01|2024-12-01|2022-06-01|2024-12-01|5|
                        7|2021-01-01|2023-12-31|||5|2022-01-01
                        8|||||0|2022-01-01
                        9|||||0|2022-01-01
                        10|||||0|2022-01-01
                        11|2021-01-01|2024-07-04|||5|
                        12|2021-01-01|2024-12-01|2022-06-01|2024-12-01|5|2022-01-01
                        13|2021-01-01|2024-12-01|2022-06-01|2024-12-01|5|2022-01-01
                        14|2021-01-01|2024-12-01|2022-06-01|2024-12-01|5|2024-11-24
                        """)
                .with(FctSubscription.TABLE, """
                        subscription_id|started_date|contract_started_date|customer_key|ended_date
                        a|2022-01-01|2022-01-01|7|
                        b|2022-01-01|2022-01-01|8|2024-12-31
                        c|2022-01-01|2022-01-01|9|2023-01-01
                        d|2024-11-01|2024-11-01|9|
                        e|2022-01-01|2022-01-01|10|2024-06-01
                        f|2024-06-01|2024-06-01|10|
                        g|2022-01-01|2022-01-01|12|2024-12-01
                        h|2022-01-01|2022-01-01|13|2024-11-30
                        i|2024-11-24|2024-11-24|14|
                        """)
                .build(BuildCustomerValue.BUILD);

        assertThat(TableRows.lines(customers, "customer_key", "life_cycle_phase_code"))
                .containsExactly(
                        "10|active",
                        "11|active",
                        "12|active",
                        "13|won-back",
                        "14|won-back",
                        "1|prospect",
                        "2|new",
                        "3|active",
                        "4|lapsing",
                        "5|lost",
                        "6|won-back",
                        "7|active",
                        "8|lost",
                        "9|won-back");
    }

    /** The third never bought: there was nobody to lose. */
    @Test
    void whoIsGoneFromAllSourcesIsLostWhateverWasBoughtLately() {
        Dataset<Row> customers = TestInputs.asOf("2024-12-31")
                .with(DimCustomer.TABLE, dimension(3))
                .with(FeatureCustomer.TABLE, """
                        customer_key|is_deleted|first_purchase_date|last_purchase_date|purchase_day_count
                        1|true|2024-11-01|2024-11-01|1
                        2|false|2024-11-01|2024-11-01|1
                        3|true|||0
                        """)
                .build(BuildCustomerValue.BUILD);

        assertThat(TableRows.lines(customers, "customer_key", "life_cycle_phase_code"))
                .containsExactly("1|lost", "2|new", "3|prospect");
    }

    /** Five buyers a day apart, the two best of equal revenue; the fifth is worth most and has most to win. */
    @Test
    void scoresAreOneAndAPointForEachFifthOfTheBuyersWhoAreWorse() {
        Dataset<Row> customers = buyers(
                new SegmentSettings(90, 180, 365, List.of()),
                "customer_key|potential_value_amount\n1|1\n2|1\n3|1\n4|1\n5|99");

        assertThat(TableRows.lines(customers, "customer_key", "rfm_code", "value_segment_code", "rule_segment_code"))
                .containsExactly(
                        "1|111|value-low-potential-low|null",
                        "2|212|value-low-potential-low|null",
                        "3|313|value-low-potential-low|null",
                        "4|414|value-low-potential-low|null",
                        "5|514|value-high-potential-high|null",
                        "6|null|null|null");
    }

    @Test
    void theFirstRuleThatHoldsCounts() {
        List<String> rules = List.of(
                "best: clv_amount >= 50",
                "good: clv_amount > 20 and rfm_code like '4%'",
                "asked: value_segment_code not like '%unknown'");
        Dataset<Row> customers =
                buyers(new SegmentSettings(90, 180, 365, rules), "customer_key|potential_value_amount\n3|7\n4|1\n5|");

        assertThat(TableRows.lines(customers, "customer_key", "rule_segment_code"))
                .containsExactly("1|other", "2|other", "3|asked", "4|good", "5|best", "6|other");
    }

    @Test
    void settingsThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> new SegmentSettings(90, 365, 365, List.of()))
                .hasMessageContaining("lapsing-days must be below lost-days");
        assertThatThrownBy(() -> new SegmentSettings(90, 180, 365, List.of("Best customers")))
                .hasMessageContaining("'code: condition'");
    }

    private static Dataset<Row> buyers(SegmentSettings settings, String wallets) {
        return TestInputs.asOf("2024-12-31")
                .with(settings)
                .with(DimCustomer.TABLE, dimension(6))
                .with(FeatureCustomer.TABLE, """
                        customer_key|first_purchase_date|last_purchase_date|purchase_day_count|net_revenue_amount
                        1|2024-12-01|2024-12-01|1|10
                        2|2024-12-02|2024-12-02|1|20
                        3|2024-12-03|2024-12-03|1|30
                        4|2024-12-04|2024-12-04|1|40
                        5|2024-12-05|2024-12-05|1|40
                        6|||0|0
                        """)
                .with(ScoreClv.TABLE, "customer_key|clv_amount\n1|10\n2|20\n3|30\n4|40\n5|50")
                .with(ScoreWallet.TABLE, wallets)
                .build(BuildCustomerValue.BUILD)
                .select(
                        CustomerValue.CUSTOMER_KEY.col(),
                        CustomerValue.RFM_CODE.col(),
                        CustomerValue.VALUE_SEGMENT_CODE.col(),
                        CustomerValue.RULE_SEGMENT_CODE.col());
    }

    private static String dimension(int customers) {
        return "customer_key|is_current|segment_code\n"
                + IntStream.rangeClosed(1, customers)
                        .mapToObj(key -> key + "|true|a")
                        .collect(Collectors.joining("\n"));
    }
}
