package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.campaign.BuildConsent;
import io.linkage.core.employee.BuildImprovement;
import io.linkage.core.experience.BuildFeedback;
import io.linkage.core.experience.BuildWalletAnswer;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.staging.Consent;
import io.linkage.table.staging.Feedback;
import io.linkage.table.staging.Improvement;
import io.linkage.table.staging.WalletAnswer;
import org.junit.jupiter.api.Test;

/** What customers say and allow, and what became of it, as it was known on the business date. */
class ExperienceBuildsTest {

    /** Keiningham, Aksoy, Buoye and Cooil 2011: 2 brands .667 and .333, tie .5; 3 brands .5, .333, .167. */
    @Test
    void theWalletAllocationRuleGivesThePublishedShares() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(WalletAnswer.TABLE, """
                                        respondent_id|brand_count|own_rank|answered_at
                                        a|1|1|2024-04-01 10:00:00
                                        b|2|1|2024-04-01 10:00:00
                                        c|2|1.5|2024-04-01 10:00:00
                                        d|3|3|2024-04-01 10:00:00
                                        e|3||2024-04-01 10:00:00
                                        """)
                                .build(BuildWalletAnswer.BUILD)
                                .selectExpr(
                                        "respondent_id",
                                        "round(allocated_share, 3) as allocated",
                                        "round(equal_share, 3) as equal"),
                        "respondent_id",
                        "allocated",
                        "equal"))
                .containsExactlyInAnyOrder("a|1.0|1.0", "b|0.667|0.5", "c|0.5|0.5", "d|0.167|0.333", "e|null|0.333");
    }

    @Test
    void theWalletAllocationRuleSumsToOneOverTheBrandsUsed() {
        assertThat(TableRows.lines(TestInputs.asOf("2024-05-01")
                        .with(WalletAnswer.TABLE, """
                                        respondent_id|brand_count|own_rank|answered_at
                                        a|4|1|2024-04-01 10:00:00
                                        b|4|2.5|2024-04-01 10:00:00
                                        c|4|2.5|2024-04-01 10:00:00
                                        d|4|4|2024-04-01 10:00:00
                                        """)
                        .build(BuildWalletAnswer.BUILD)
                        .selectExpr("round(sum(allocated_share), 12) as allocated", "sum(equal_share) as equal")))
                .containsExactly("1.0|1.0");
    }

    @Test
    void ofDecisionsOfOneMomentTheRefusalStands() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(Consent.TABLE, """
                                        customer_source_id|purpose_code|decided_at|decision_code
                                        a|mail|2024-01-01 10:00:00|granted
                                        a|mail|2024-05-02 10:00:00|revoked
                                        b|mail|2024-01-01 10:00:00|granted
                                        b|mail|2024-01-01 10:00:00|denied
                                        c|mail|2024-01-01 10:00:00|denied
                                        d|mail|2024-02-01 10:00:00|granted
                                        """)
                                .with(CustomerIdentity.TABLE, """
                                        customer_source_id|customer_key
                                        a|1
                                        b|2
                                        c|3
                                        d|3
                                        """)
                                .with(DimCustomer.TABLE, """
                                        customer_sk|customer_key|valid_from|valid_to
                                        11|1|1900-01-01|9999-12-31
                                        12|2|1900-01-01|9999-12-31
                                        13|3|1900-01-01|9999-12-31
                                        """)
                                .build(BuildConsent.BUILD),
                        "customer_sk",
                        "customer_key",
                        "customer_source_id",
                        "is_granted"))
                .containsExactlyInAnyOrder("11|1|a|true", "12|2|b|false", "13|3|d|true");
    }

    @Test
    void whatHappensAfterTheBusinessDateHasNotHappenedYet() {
        TestInputs inputs =
                TestInputs.asOf("2024-05-01").with(Feedback.TABLE, """
                        feedback_id|given_at|heard_at|kind_code|is_gone_wrong
                        a|2024-04-01 10:00:00|2024-05-01 10:00:00|idea|false
                        day|2024-04-01 10:00:00|2024-03-31 22:00:00|idea|false
                        b|2024-04-01 10:00:00|2024-05-02 10:00:00|idea|false
                        c|2024-05-02 10:00:00||idea|false
                        """).with(Improvement.TABLE, """
                        improvement_id|raised_date|planned_date|carried_out_date|realised_amount
                        a|2024-01-01|2024-02-01|2024-06-01|9.00
                        b|2024-01-01|2024-02-01|2024-03-01|9.00
                        c|2024-06-01|||
                        """);

        assertThat(TableRows.lines(inputs.build(BuildFeedback.BUILD), "feedback_id", "heard_date"))
                .containsExactlyInAnyOrder("a|2024-05-01", "day|2024-04-01", "b|null");
        assertThat(TableRows.lines(
                        inputs.build(BuildImprovement.BUILD), "improvement_id", "stage_code", "realised_amount"))
                .containsExactlyInAnyOrder("a|planned|null", "b|carried-out|9.00");
    }
}
