package io.linkage.core.campaign;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.staging.CampaignContact;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers in campaigns up to the business date. */
public final class BuildCampaignContact {
    public static final Build BUILD = Build.of(FctCampaignContact.TABLE)
            .reads(
                    BuildCampaignContact::from,
                    CampaignContact.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimDate.TABLE,
                    DimCampaign.TABLE);

    private BuildCampaignContact() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> events = Events.upTo(
                in,
                in.rows(CampaignContact.TABLE),
                Events.local(CampaignContact.CONTACTED_AT, in),
                FctCampaignContact.CONTACT_DATE,
                FctCampaignContact.CONTACT_DATE_KEY);
        Dataset<Row> known =
                Lookup.customer(in, events, CampaignContact.CUSTOMER_SOURCE_ID, FctCampaignContact.CONTACT_DATE);
        return FctCampaignContact.TABLE.shape(known.join(
                in.rows(DimCampaign.TABLE).select(DimCampaign.CAMPAIGN_CODE.col(), DimCampaign.CAMPAIGN_KEY.col()),
                new String[] {CampaignContact.CAMPAIGN_CODE.name()},
                "inner"));
    }
}
