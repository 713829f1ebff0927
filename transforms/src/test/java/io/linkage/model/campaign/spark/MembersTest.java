package io.linkage.model.campaign.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import org.junit.jupiter.api.Test;

class MembersTest {
    /** The version of March has the lesser key. */
    @Test
    void whoIsContactedUnderTwoIdentifiersHasTheSegmentOfTheFirstContact() {
        assertThat(TableRows.lines(
                        Members.of(TestInputs.asOf("2024-12-31")
                                .with(DimCustomer.TABLE, """
                                        customer_sk|customer_key|segment_code|acquisition_channel_code|valid_from|valid_to|is_deleted
                                        22|1|standard|web|1900-01-01|2024-02-01|false
                                        21|1|premium|web|2024-02-01|9999-12-31|false
                                        """)
                                .with(FctCampaignContact.TABLE, """
                                        campaign_key|customer_source_id|customer_sk|customer_key|contact_date|group_code|has_responded
                                        1|a|22|1|2024-01-01|treated|false
                                        1|b|21|1|2024-03-01|treated|false
                                        """)),
                        "contact_date",
                        "segment_code"))
                .containsExactly("2024-01-01|standard");
    }
}
