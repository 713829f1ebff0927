package io.linkage.model.value.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.clv.spark.BuildScoreClv;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** NBD with r 1 and alpha 48.178571: within 12 months one purchase of 10 for each made, and one for the first. */
class NetValueTest {
    private static final String PURCHASES = """
            subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate
            clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|1
            clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|alpha|48.178571428571
            clv-spend|pooled-mean|champion|SPEND_NOT_IDENTIFIED|mean|10
            """;
    private static final String CONTRACTS = """
            contract|constant-retention|champion|DIFFERENCES_NOT_IDENTIFIED|retention|0.5
            contract-gold|constant-retention|champion|DIFFERENCES_NOT_IDENTIFIED|retention|0.75
            contract-gold|sbg|refused|DIFFERENCES_NOT_IDENTIFIED|alpha|9
            """;
    private static final String CUSTOMERS = """
            customer_key|is_current|segment_code|acquisition_channel_code
            1|true|plain|search
            2|true|gold|search
            3|true|plain|store
            """;
    private static final String FEATURES = """
            customer_key|frequency_count|recency_weeks|age_weeks|repeat_spend_amount|first_purchase_date\
            |first_contract_date|recent_purchase_day_count|recent_contract_months|recent_cost_to_serve_amount\
            |recent_retention_cost_amount
            1|1|2|4|10.00|2023-03-01||1|0|7.00|0.00
            2||||||2024-05-31|0|1|1.00|4.00
            3|0|0|4|0.00|2024-06-02|2024-05-31|1|1|0.00|0.00
            """;
    private static final String SPELLS = """
            subscription_id|contract_started_date|customer_key|ended_date|current_monthly_amount|is_last
            a|2024-05-31|2||10.00|true
            b|2024-05-31|3||10.00|true
            c|2023-05-31|1|2024-05-31|10.00|true
            """;

    /** Over 12 months a renewal of .5 each comes to 1, one of .75 to 3 less its tail of .095; a margin share of .5. */
    @Test
    void aCustomerIsWorthPurchasesAndRunningContractsTogether() {
        assertThat(scores(
                        inputs(PURCHASES + margin("1") + CONTRACTS),
                        "customer_key",
                        "clv_basis_code",
                        "model_code",
                        "contract_model_code",
                        "round(expected_purchases, 6)",
                        "round(expected_renewals, 3)",
                        "contract_value_amount",
                        "clv_amount"))
                .containsExactly(
                        "1|purchases|nbd|null|2.0|null|null|20.00",
                        "2|contract|null|constant-retention|null|2.905|14.52|14.52",
                        "3|both|nbd|constant-retention|1.0|1.0|5.00|15.00");
    }

    @Test
    void aCompanyOfContractsAloneIsValuedToo() {
        assertThat(scores(
                        inputs("subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate\n"
                                + CONTRACTS),
                        "customer_key",
                        "clv_basis_code",
                        "clv_amount"))
                .containsExactly("2|contract|14.52", "3|contract|5.00");
    }

    /**
     * 8 were spent on serving 4 units: 2 each. Customer 1 had one unit for 7, and is expected to cost (7 + 2) / 2 for each of 2;
     * customer 2 (1 + 2) / 2 for each of 2.905; customer 3 (0 + 2) / 3 for each of 2. Keeping: 4 over 4 units.
     * Acquiring: 30 on search, which brought one, and 10 on no channel, over two newcomers.
     */
    @Test
    void costsToServeKeepAndAcquireAreTakenOff() {
        TestInputs night = inputs(PURCHASES + margin("1") + CONTRACTS).with(FctCostToServe.TABLE, """
                customer_key|activity_code|month_date|goal_code|channel_code|cost_amount
                1|desk|2024-03-01|serve||7.00
                2|desk|2024-06-01|serve||1.00
                2|club|2024-06-01|keep||4.00
                -2|search|2023-07-01|acquire|search|20.00
                1|search|2023-07-01|acquire|search|10.00
                -2|brand|2024-06-01|acquire||10.00
                -2|brand|2023-06-01|acquire||999.00
                """);

        assertThat(scores(
                        night,
                        "customer_key",
                        "clv_amount",
                        "cost_to_serve_amount",
                        "retention_cost_amount",
                        "acquisition_cost_amount",
                        "net_value_amount"))
                .containsExactly(
                        "1|20.00|9.00|1.00|0.00|10.00",
                        "2|14.52|4.36|7.26|35.00|-32.10",
                        "3|15.00|1.33|0.67|5.00|8.00");
    }

    @Test
    void whatTheLedgerDoesNotHoldIsNotTakenForNothing() {
        assertThat(scores(
                        inputs(PURCHASES + margin("1")),
                        "customer_key",
                        "cost_to_serve_amount",
                        "acquisition_cost_amount",
                        "net_value_amount"))
                .containsExactly("1|null|null|20.00", "3|null|null|10.00");
    }

    /** Two newcomers in the months from July to June share a campaign that began in them. */
    @Test
    void whereTheLedgerHoldsNoSpendOnAcquiringCampaignsDo() {
        TestInputs night = inputs(PURCHASES + margin("1")).with(DimCampaign.TABLE, """
                campaign_key|goal_code|started_date|cost_amount
                1|acquire|2024-02-01|9.00
                2|keep|2024-02-01|100.00
                3|acquire|2022-02-01|100.00
                """);

        assertThat(scores(night, "customer_key", "acquisition_cost_amount", "net_value_amount"))
                .containsExactly("1|0.00|20.00", "3|4.50|5.50");
    }

    /** On 29 June May is the last whole month: customer 4 came in it, customer 3 after it, at the cost of the one before. */
    @Test
    void whoCameAfterTheLastWholeMonthHasNoPartInItsCostPerNewcomer() {
        TestInputs night = inputs("2024-06-29", PURCHASES + margin("1"))
                .with(DimCustomer.TABLE, """
                        customer_key|is_current|segment_code|acquisition_channel_code
                        1|true|plain|store
                        3|true|plain|store
                        4|true|plain|store
                        """)
                .with(FeatureCustomer.TABLE, """
                        customer_key|frequency_count|recency_weeks|age_weeks|repeat_spend_amount|first_purchase_date\
                        |recent_purchase_day_count|recent_contract_months|recent_cost_to_serve_amount\
                        |recent_retention_cost_amount
                        1|1|2|4|10.00|2023-03-01|0|0|0.00|0.00
                        3|0|0|4|0.00|2024-06-02|0|0|0.00|0.00
                        4|0|0|4|0.00|2024-05-02|1|0|0.00|0.00
                        """)
                .with(
                        DimCampaign.TABLE,
                        "campaign_key|goal_code|started_date|cost_amount\n1|acquire|2024-02-01|9.00\n");

        assertThat(scores(night, "customer_key", "acquisition_cost_amount"))
                .containsExactly("1|0.00", "3|9.00", "4|9.00");
    }

    @Test
    void noMarginAndANegativeOneAreValuedAsTheyAre() {
        assertThat(scores(inputs(PURCHASES + margin("0")), "customer_key", "clv_amount", "net_value_amount"))
                .containsExactly("1|0.00|0.00", "3|0.00|0.00");
        assertThat(scores(inputs(PURCHASES + margin("-0.2")), "customer_key", "clv_amount", "net_value_amount"))
                .containsExactly("1|-4.00|-4.00", "3|-2.00|-2.00");
    }

    /** Customer 3, worth 10, came on recommendation of 1; one of the two promoters brought 10 in a year, the passive nothing. */
    @Test
    void promotersAreWorthTheCustomersWhomTheirGroupRecommended() {
        TestInputs night = promoted("2024-06-30").with(new ValueSettings(12, .8, 1));

        assertThat(scores(night, "customer_key", "promoter_value_amount"))
                .containsExactly("1|5.00", "2|5.00", "3|0.00", "4|null");
        assertThat(scores(night.with(new ValueSettings(12, .8, 2)), "customer_key", "promoter_value_amount"))
                .containsExactly("1|null", "2|null", "3|null", "4|null");
    }

    /** Customer 3 came on 2 June, which has not ended on the 29th: a year holds twelve whole months. */
    @Test
    void whoCameInAMonthThatHasNotEndedIsNoPromotionYet() {
        String night = "2024-06-29";

        assertThat(scores(promoted(night).with(new ValueSettings(12, .8, 1)), "customer_key", "promoter_value_amount"))
                .containsExactly("1|null", "2|null", "3|null", "4|null");
    }

    @Test
    void whereNothingWasFittedNobodyIsValued() {
        assertThat(scores(
                        inputs("subject_code|role_code|model_code\nclv-purchases|refused|none\ncontract|refused|none"),
                        "customer_key"))
                .isEmpty();
    }

    private static TestInputs promoted(String night) {
        return inputs(night, PURCHASES + margin("1"))
                .with(DimCustomer.TABLE, """
                        customer_key|is_current|segment_code|referrer_key
                        1|true|plain|0
                        2|true|plain|1
                        3|true|plain|1
                        """)
                .with(FeatureCustomer.TABLE, """
                        customer_key|frequency_count|recency_weeks|age_weeks|repeat_spend_amount|first_purchase_date\
                        |last_nps_score|recent_purchase_day_count|recent_contract_months
                        1|1|2|4|10.00|2023-03-01|9|0|0
                        2|0|0|4|0.00|2023-03-01|10|0|0
                        3|0|0|4|0.00|2024-06-02|8|0|0
                        4|0|0|4|0.00|2023-06-02||0|0
                        """);
    }

    private static String margin(String share) {
        return "clv-margin|observed|champion|IDENTIFIED|margin_share|" + share + "\n";
    }

    private static TestInputs inputs(String models) {
        return inputs("2024-06-30", models);
    }

    private static TestInputs inputs(String night, String models) {
        return TestInputs.asOf(night)
                .with(new ClvSettings("auto", Optional.empty(), 12, 0, .5, 91, ClvSettings.NONE, ClvSettings.NONE))
                .with(Model.TABLE, models)
                .with(DimCustomer.TABLE, CUSTOMERS)
                .with(FeatureCustomer.TABLE, FEATURES)
                .with(FctSubscription.TABLE, SPELLS);
    }

    private static List<String> scores(TestInputs night, String... columns) {
        return TableRows.lines(night.build(BuildScoreClv.BUILD).selectExpr(columns));
    }
}
