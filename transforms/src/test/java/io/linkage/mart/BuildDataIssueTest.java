package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.CostSettings;
import io.linkage.settings.GateSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctConsent;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.staging.ActivityCost;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a reader finds what no single row could be refused for. */
class BuildDataIssueTest {
    private static final String LINES = """
            order_id|line_number|ordered_at|currency_code
            a|1|2024-04-30 10:00:00|USD
            b|1|2024-05-01 10:00:00|USD
            c|1|2024-05-01 10:00:00|CHF
            d|1|2024-05-01 10:00:00|EUR
            e|1|2024-05-01 10:00:00|
            f|1|2024-05-03 10:00:00|CHF
            """;
    private static final String RATES = "currency_code|rate_date|fx_rate\nUSD|2024-05-01|0.5";

    @Test
    void aNightWithoutIssuesHasNone() {
        assertThat(issues(TestInputs.asOf("2024-05-02"))).isEmpty();
    }

    @Test
    void warnsOfFeaturesThatTellTheOutcomeAndOfThoseThatDriftedBeyondChance() {
        TestInputs night = TestInputs.asOf("2024-05-02").with(Model.TABLE, """
                        subject_code|model_code|parameter_code
                        churn-no-purchase|leak|retention_call_planned
                        churn-no-purchase|logistic|recency_days
                        """).with(ModelQuality.TABLE, """
                        subject_code|part_code|metric_code|metric_estimate|baseline_estimate
                        churn-no-purchase|age_days|psi|0.3|0.1
                        churn-no-purchase|seen_days|psi|0.3|0.4
                        churn-no-purchase|recency_days|psi|0.2|0.1
                        churn-no-purchase|all|auc|0.8|0.7
                        """);

        assertThat(issues(night))
                .containsExactly(
                        "mart_model_quality|feature-drift|churn-no-purchase age_days|1|true",
                        "ops_model|feature-leak|churn-no-purchase retention_call_planned|1|true");
    }

    @Test
    void namesTheCurrenciesWithoutARateAndStopsWhereTooManyRowsWait() {
        TestInputs night = TestInputs.asOf("2024-05-02")
                .with(OrderLine.TABLE, LINES)
                .with(FxRate.TABLE, RATES)
                .with(
                        Subscription.TABLE,
                        "subscription_id|started_date|currency_code\ns|2024-05-01|GBP\nt|2024-06-01|GBP");

        assertThat(issues(night))
                .containsExactly(
                        "stg_order_line|currency-without-rate|CHF|1|false",
                        "stg_order_line|currency-without-rate|USD|1|false",
                        "stg_subscription|currency-without-rate|GBP|1|false");
        assertThat(issues(night.with(new GateSettings(0.4, 0.5))))
                .containsExactly(
                        "stg_order_line|currency-without-rate|CHF|1|true",
                        "stg_order_line|currency-without-rate|USD|1|true",
                        "stg_subscription|currency-without-rate|GBP|1|false");
    }

    @Test
    void namesTheMonthsThatTheLedgerLacks() {
        assertThat(issues(TestInputs.asOf("2024-05-30").with(ActivityCost.TABLE, """
                        activity_code|month_date|cost_amount
                        mail|2023-11-01|5
                        mail|2024-02-01|5
                        calls|2024-01-01|0
                        calls|2024-02-01|5
                        ended|2023-12-01|5
                        """)))
                .containsExactly(
                        "fct_cost_to_serve|cost-month-missing|all 2024-03|1|true",
                        "fct_cost_to_serve|cost-month-missing|all 2024-04|1|true",
                        "fct_cost_to_serve|cost-month-missing|mail 2023-12|1|true",
                        "fct_cost_to_serve|cost-month-missing|mail 2024-01|1|true");
    }

    @Test
    void theMonthOfTheBusinessDateIsMissedOnItsLastDay() {
        String ledger = "activity_code|month_date|cost_amount\nmail|2024-04-01|5";

        assertThat(issues(TestInputs.asOf("2024-05-30").with(ActivityCost.TABLE, ledger)))
                .isEmpty();
        assertThat(issues(TestInputs.asOf("2024-05-31").with(ActivityCost.TABLE, ledger)))
                .containsExactly("fct_cost_to_serve|cost-month-missing|all 2024-05|1|true");
    }

    /** Unused capacity stands under Not applicable: desk used 3 of 4, calls 5 of 4. */
    @Test
    void namesTheMonthsInWhichMoreWasUsedThanPracticalCapacity() {
        assertThat(issues(TestInputs.asOf("2024-05-02").with(FctCostToServe.TABLE, """
                        customer_key|activity_code|month_date|driver_count|capacity_count
                        1|desk|2024-04-01|3|4
                        -2|desk|2024-04-01|1|4
                        1|calls|2024-04-01|2|4
                        2|calls|2024-04-01|3|4
                        2|site|2024-04-01|9|
                        """)))
                .containsExactly("fct_cost_to_serve|capacity-exceeded|calls 2024-04|1|true");
    }

    @Test
    void namesTimeEquationsOfActivitiesThatTheLedgerDoesNotHave() {
        assertThat(issues(TestInputs.asOf("2024-05-02")
                        .with(new CostSettings(1, List.of("handling = 60"), List.of("desk = 60"), List.of()))
                        .with(ActivityCost.TABLE, "activity_code|month_date|cost_amount\nhandling|2024-04-01|5")))
                .containsExactly("stg_activity_cost|activity-unknown|desk|1|true");
    }

    @Test
    void namesTheCampaignsThatHeldNobodyBack() {
        assertThat(issues(TestInputs.asOf("2024-05-02")
                        .with(
                                DimCampaign.TABLE,
                                "campaign_key|campaign_code|is_inferred\n1|spring|false\n2|autumn|false")
                        .with(FctCampaignContact.TABLE, """
                                campaign_key|customer_source_id|group_code
                                1|a|treated
                                1|b|treated
                                2|a|treated
                                2|b|control
                                """)))
                .containsExactly("fct_campaign_contact|campaign-without-control|spring|2|true");
    }

    @Test
    void countsContradictedConsentCirclesOfUnitsContactsWithoutUnitAndInferredMembers() {
        assertThat(issues(TestInputs.asOf("2024-05-02")
                        .with(FctConsent.TABLE, "purpose_code|is_contradicted\nmail|true\nmail|true\nmail|false")
                        .with(DimOrgUnit.TABLE, """
                                unit_source_id|has_circular_parent|is_inferred
                                north|true|false
                                south|false|true
                                """)
                        .with(FctInteraction.TABLE, "interaction_id|unit_key\na|-1\nb|0\nc|1")
                        .with(DimCustomer.TABLE, "customer_key|is_inferred\n1|true\n2|false\n3|true")))
                .containsExactly(
                        "dim_customer|member-inferred|all|2|true",
                        "dim_org_unit|member-inferred|all|1|true",
                        "dim_org_unit|unit-circle|north|1|true",
                        "fct_consent|consent-contradicted|mail|2|true",
                        "fct_interaction|employee-without-unit|all|1|true");
    }

    private static List<String> issues(TestInputs inputs) {
        return TableRows.lines(
                inputs.build(BuildDataIssue.BUILD),
                "table_name",
                "issue_code",
                "subject_code",
                "row_count",
                "is_tolerated");
    }
}
