package io.linkage.model.campaign.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.CampaignSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctOrderLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders on the day of the contact. */
class BuildFeatureCampaignTest {
    /** Customers 1 and 2 were contacted, 3 held back or not in the campaign. */
    private static List<String> features(String contacts, String orders) {
        return TableRows.lines(
                TestInputs.asOf("2024-06-30")
                        .with(new CampaignSettings(30, 365, 2, 2, 2))
                        .with(DimCampaign.TABLE, "campaign_key|campaign_code|goal_code\n1|thanks|grow")
                        .with(DimCustomer.TABLE, """
                                customer_sk|customer_key|segment_code|acquisition_channel_code|valid_from|valid_to|is_current|is_deleted
                                11|1|x|web|1900-01-01|9999-12-31|true|false
                                12|2|x|web|1900-01-01|9999-12-31|true|false
                                13|3|x|web|1900-01-01|9999-12-31|true|false
                                """)
                        .with(
                                FctCampaignContact.TABLE,
                                "campaign_key|customer_source_id|customer_sk|customer_key|contact_date|contacted_at"
                                        + "|group_code|has_responded\n" + contacts)
                        .with(
                                FctOrderLine.TABLE,
                                "order_id|customer_key|order_date|ordered_at|line_type_code|net_revenue_amount"
                                        + "|cost_amount\n" + orders)
                        .build(BuildFeatureCampaign.BUILD),
                "customer_key",
                "group_code",
                "recency_level_order",
                "frequency_level_order",
                "earlier_margin_amount",
                "has_purchased",
                "later_margin_amount");
    }

    @Test
    void thePurchaseThatSetOffTheContactIsOfThePastAndTheNextOfThatDayIsAnOutcome() {
        assertThat(features("""
                        1|a|11|1|2024-03-01|2024-03-01 10:00:00|treated|
                        1|b|12|2|2024-03-01|2024-03-01 10:00:00|treated|
                        """, """
                        o1|1|2024-03-01|2024-03-01 09:00:00|sale|5.00|0.00
                        o2|2|2024-03-01|2024-03-01 08:00:00|sale|2.00|0.00
                        o3|2|2024-03-01|2024-03-01 09:00:00|sale|3.00|0.00
                        o4|2|2024-03-01|2024-03-01 11:00:00|sale|7.00|0.00
                        """)).containsExactly("1|treated|1|1|5.00|false|0.00", "2|treated|1|1|5.00|true|7.00");
    }

    @Test
    void whoeverIsLookedAtInsteadHasTheSameTimeOfTheFirstDay() {
        assertThat(features("""
                        1|a|11|1|2024-03-01|2024-03-01 10:00:00|treated|
                        1|b|12|2|2024-03-01|2024-03-01 10:00:00|treated|
                        """, """
                        o1|1|2024-03-01|2024-03-01 09:00:00|sale|5.00|0.00
                        o2|2|2024-03-01|2024-03-01 09:00:00|sale|5.00|0.00
                        o3|3|2024-03-01|2024-03-01 09:00:00|sale|5.00|0.00
                        """)).contains("3|untreated|1|1|5.00|false|0.00");
    }

    @Test
    void withoutAControlGroupAnOrderOfThatDayWhoseTimeIsNotKnownIsNeitherPastNorOutcome() {
        assertThat(features("""
                        1|a|11|1|2024-03-01|2024-03-01 10:00:00|treated|
                        1|b|12|2|2024-03-01|2024-03-01 00:00:00|treated|
                        """, """
                        o1|1|2024-03-01|2024-03-01 00:00:00|sale|5.00|0.00
                        o2|2|2024-03-01|2024-03-01 09:00:00|sale|5.00|0.00
                        """)).contains("1|treated|0|0|0.00|false|0.00", "2|treated|0|0|0.00|false|0.00");
    }

    @Test
    void withAControlGroupItIsAnOutcomeOfBothGroups() {
        assertThat(features("""
                        1|a|11|1|2024-03-01|2024-03-01 10:00:00|treated|
                        1|c|13|3|2024-03-01|2024-03-01 10:00:00|control|
                        """, """
                        o1|1|2024-03-01|2024-03-01 00:00:00|sale|5.00|0.00
                        o2|3|2024-03-01|2024-03-01 00:00:00|sale|4.00|0.00
                        """)).containsExactly("1|treated|0|0|0.00|true|5.00", "3|control|0|0|0.00|true|4.00");
    }
}
