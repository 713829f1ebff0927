package io.linkage.model.campaign.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.CampaignSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.ScoreClv;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three campaigns: 1 with a control group, 2 that held nobody back, 3 whose days of outcome are not over. */
class BuildCampaignValueTest {
    private static final String[] SHOWN = {"evidence_code", "reason_code", "treated_count", "control_count"};

    private static Dataset<Row> features;
    private static Dataset<Row> values;

    @BeforeAll
    static void build() {
        TestInputs in = TestInputs.asOf("2024-06-30")
                .with(new CampaignSettings(30, 365, 2, 6, 2))
                .with(DimCampaign.TABLE, """
                        campaign_key|campaign_code|goal_code|cost_amount
                        1|spring|keep|10.00
                        2|mailing|grow|
                        3|summer|keep|5.00
                        """)
                .with(DimCustomer.TABLE, people())
                .with(FctCampaignContact.TABLE, """
                        campaign_key|customer_source_id|customer_sk|customer_key|contact_date|group_code|treatment_probability|has_responded
                        1|a|11|1|2024-03-01|treated|0.5|true
                        1|b|12|2|2024-03-01|treated|0.5|false
                        1|c|13|3|2024-03-02|control|0.5|false
                        1|d|14|4|2024-03-02|control|0.5|false
                        1|e|15|5|2024-03-02|treated|0.5|true
                        1|e2|15|5|2024-03-02|control|0.5|false
                        1|f|16|6|2024-03-02|treated|1.0|true
                        2|g|17|7|2024-03-01|treated||false
                        2|h|18|8|2024-03-05|treated||false
                        3|a|11|1|2024-06-20|treated||false
                        3|c|13|3|2024-06-20|control||false
                        """)
                .with(FctOrderLine.TABLE, """
                        order_id|customer_key|order_date|line_type_code|net_revenue_amount|cost_amount
                        o1|1|2024-02-01|sale|20.00|10.00
                        o2|1|2024-03-01|sale|60.00|20.00
                        o3|2|2024-03-30|sale|10.00|4.00
                        o4|3|2024-03-10|sale|8.00|4.00
                        o5|7|2024-03-02|sale|9.00|0.00
                        o6|9|2024-02-01|sale|9.00|0.00
                        o7|1|2024-03-31|sale|99.00|0.00
                        """)
                .with(ScoreClv.TABLE, """
                        as_of_date|customer_key|clv_amount
                        2024-02-28|1|10.00
                        2024-02-28|2|10.00
                        2024-02-28|3|10.00
                        2024-02-28|4|10.00
                        2024-02-28|5|10.00
                        2024-06-30|1|16.00
                        2024-06-30|2|14.00
                        2024-06-30|3|11.00
                        2024-06-30|4|9.00
                        """);
        features = in.build(BuildFeatureCampaign.BUILD).localCheckpoint();
        values = in.with(FeatureCampaign.TABLE, features)
                .build(BuildCampaignValue.BUILD)
                .localCheckpoint();
    }

    /** Customers 1 to 12, two of every three in segment x. */
    private static String people() {
        List<String> lines = new ArrayList<>(List.of("customer_sk|customer_key|segment_code|acquisition_channel_code"
                + "|valid_from|valid_to|is_current|is_deleted"));
        for (int key = 1; key <= 12; key++) {
            lines.add(10 + key + "|" + key + "|" + (key % 3 == 0 ? "y" : "x")
                    + "|search|1900-01-01|9999-12-31|true|false");
        }
        return String.join("\n", lines);
    }

    @Test
    void featuresAreOfDaysBeforeTheContactAndOutcomesOfThoseFromItOn() {
        assertThat(TableRows.lines(
                        features.where("campaign_key = 1 and customer_key in (1, 2, 4)"),
                        "customer_key",
                        "recency_level_order",
                        "frequency_level_order",
                        "spend_level_order",
                        "earlier_margin_amount",
                        "has_purchased",
                        "later_margin_amount",
                        "is_closed"))
                .containsExactly(
                        "1|5|1|5|10.00|true|40.00|true", "2|0|0|0|0.00|true|6.00|true", "4|0|0|0|0.00|false|0.00|true");
    }

    @Test
    void whoIsInBothGroupsOrWasNotDrawnByChanceIsLeftOut() {
        assertThat(TableRows.lines(
                        features.where("comparison_weight = 0"), "campaign_key", "customer_key", "comparison_code"))
                .containsExactly("1|5|both-groups", "1|6|not-random");
    }

    @Test
    void theTreatedAreHeldAgainstTheControlGroup() {
        Row margin = row("spring", "margin");

        assertThat(shown(margin)).containsExactly("experiment", "given", 2L, 2L);
        assertThat(margin.<Long>getAs("excluded_count")).isEqualTo(2);
        // (40 + 6) / 2 less (4 + 0) / 2.
        assertThat(margin.<Double>getAs("difference_estimate")).isCloseTo(21, within(1e-8));
        // Slope within the arms (170 of x times y over 50 of x squared) times 5, the lead of the treated before.
        assertThat(margin.<Double>getAs("effect_estimate")).isCloseTo(21 - 3.4 * 5, within(1e-8));
        // Of four who were treated for 10 the outcome of two enters.
        assertThat(margin.<Double>getAs("return_ratio")).isCloseTo((21 - 17) * 2 / 5.0 - 1, within(1e-8));
        assertThat(row("spring", "response").<Double>getAs("treated_estimate")).isCloseTo(.5, within(1e-8));
        assertThat(row("spring", "purchase").<Double>getAs("control_estimate")).isCloseTo(.5, within(1e-8));
    }

    @Test
    void lifetimeValueIsComparedWithTheNightBeforeTheCampaign() {
        // Changes of 6 and 4 against 1 and -1.
        assertThat(row("spring", "clv").<Double>getAs("difference_estimate")).isCloseTo(5, within(1e-8));
    }

    @Test
    void withoutAControlGroupCustomersAlikeStandInAsAnAssociation() {
        Row margin = row("mailing", "margin");

        // Neither had bought before: of those alike of either segment at most two each are looked at.
        assertThat(shown(margin)).containsExactly("association", "given", 2L, 4L);
        assertThat(features.where("campaign_key = 2 and group_code = 'untreated' and spend_level_order > 0")
                        .count())
                .isZero();
        assertThat(values.where("campaign_code = 'mailing' and metric_code = 'response'")
                        .where("evidence_code <> 'none'")
                        .count())
                .isZero();
    }

    @Test
    void ofAnArmInWhichNobodyBoughtTheShareHasAnErrorAndTheMarginHasNone() {
        List<String> told = TableRows.lines(
                TestInputs.asOf("2024-06-30")
                        .with(new CampaignSettings(30, 365, 2, 6, 2))
                        .with(DimCampaign.TABLE, "campaign_key|campaign_code|goal_code|cost_amount\n1|mail|grow|2.00")
                        .with(FeatureCampaign.TABLE, """
                                campaign_key|customer_key|segment_code|goal_code|group_code|comparison_code|comparison_weight|contact_date|has_purchased|earlier_margin_amount|later_margin_amount|is_closed
                                1|1|x|grow|treated|compared|1|2024-03-01|true|0.00|9.00|true
                                1|2|x|grow|treated|compared|1|2024-03-01|false|0.00|0.00|true
                                1|3|x|grow|control|compared|1|2024-03-01|false|0.00|0.00|true
                                1|4|x|grow|control|compared|1|2024-03-01|false|0.00|0.00|true
                                """)
                        .build(BuildCampaignValue.BUILD)
                        .where("segment_code = 'all' and metric_code in ('margin', 'purchase')"),
                "metric_code",
                "effect_estimate",
                "standard_error",
                "low_estimate",
                "low_return_ratio",
                "return_ratio");

        // Shares of 1.5 and .5 in 3, over one: the root of 1/4 and 5/36.
        assertThat(told)
                .containsExactly("margin|4.5|null|null|null|3.5", "purchase|0.5|0.623609564|-0.722252287|null|null");
    }

    /** Campaign 1 tells of nobody, 2 of a yes and a no, 3 of who responded alone. */
    @Test
    void aCampaignThatDoesNotTellWhoRespondedHasNoEffectOnResponses() {
        TestInputs in = TestInputs.asOf("2024-06-30")
                .with(new CampaignSettings(30, 365, 1, 6, 2))
                .with(DimCampaign.TABLE, """
                        campaign_key|campaign_code|goal_code
                        1|silent|grow
                        2|some|grow
                        3|marks|grow
                        """)
                .with(DimCustomer.TABLE, people())
                .with(FctCampaignContact.TABLE, """
                        campaign_key|customer_source_id|customer_sk|customer_key|contact_date|group_code|has_responded
                        1|a|11|1|2024-03-01|treated|
                        1|b|12|2|2024-03-01|control|
                        2|a|11|1|2024-03-01|treated|true
                        2|b|12|2|2024-03-01|treated|
                        2|d|14|4|2024-03-01|control|false
                        3|a|11|1|2024-03-01|treated|true
                        3|b|12|2|2024-03-01|treated|
                        3|d|14|4|2024-03-01|control|
                        """);
        Dataset<Row> told = in.with(FeatureCampaign.TABLE, in.build(BuildFeatureCampaign.BUILD))
                .build(BuildCampaignValue.BUILD)
                .where("metric_code = 'response' and segment_code = 'all'");

        assertThat(TableRows.lines(
                        told,
                        "campaign_code",
                        "treated_count",
                        "control_count",
                        "treated_estimate",
                        "control_estimate"))
                .containsExactly("marks|2|1|0.5|0.0", "some|1|1|1.0|0.0");
    }

    /** Of a hundred three in four are written to in March and one in July; segments change in May. */
    @Test
    void customersNotInACampaignAreLookedAtOnDaysThatAreSharedOutAsItsContactsAre() {
        StringBuilder contacts = new StringBuilder(
                "campaign_key|customer_source_id|customer_sk|customer_key|contact_date|group_code|has_responded\n");
        StringBuilder people = new StringBuilder(
                "customer_sk|customer_key|segment_code|acquisition_channel_code|first_seen_date|valid_from|valid_to|is_deleted\n");
        for (int key = 1; key <= 1_100; key++) {
            String seen = key > 1_000 ? "2024-06-01" : "2020-01-01";
            people.append(2 * key + "|" + key + "|old|web|" + seen + "|1900-01-01|2024-05-01|false\n");
            people.append(2 * key + 1 + "|" + key + "|new|web|" + seen + "|2024-05-01|9999-12-31|false\n");
            if (key <= 100) {
                boolean isLate = key % 4 == 0;
                contacts.append("1|c" + key + "|" + (2 * key + (isLate ? 1 : 0)) + "|" + key + "|"
                        + (isLate ? "2024-07-01" : "2024-03-01") + "|treated|false\n");
            }
        }
        Dataset<Row> members = Members.of(TestInputs.asOf("2024-12-31")
                        .with(DimCustomer.TABLE, people.toString())
                        .with(FctCampaignContact.TABLE, contacts.toString()))
                .where("group_code = 'untreated'")
                .localCheckpoint();

        long late = members.where("customer_key <= 1000 and contact_date = '2024-07-01' and segment_code = 'new'")
                .count();
        long early = members.where("customer_key <= 1000 and contact_date = '2024-03-01' and segment_code = 'old'")
                .count();
        assertThat(late + early).isEqualTo(900);
        assertThat(late).isBetween(180L, 270L);
        // Whom nobody knew in March is looked at in July, or not at all.
        assertThat(TableRows.lines(
                        members.where("customer_key > 1000")
                                .select("contact_date")
                                .distinct(),
                        "contact_date"))
                .containsExactly("2024-07-01");
    }

    @Test
    void anOutcomeThatMayStillComeIsWaitedFor() {
        assertThat(shown(row("summer", "margin"))).containsExactly("none", "window-open", 0L, 0L);
        assertThat(row("summer", "margin").<Double>getAs("effect_estimate")).isNull();
    }

    private static List<Object> shown(Row row) {
        return java.util.Arrays.stream(SHOWN).map(row::<Object>getAs).toList();
    }

    private static Row row(String campaign, String metric) {
        return values.where("segment_code = 'all' and campaign_code = '" + campaign + "' and metric_code = '" + metric
                        + "'")
                .first();
    }
}
