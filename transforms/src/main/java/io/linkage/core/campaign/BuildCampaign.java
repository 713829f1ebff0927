package io.linkage.core.campaign;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.SpecialMembers;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.Special;
import io.linkage.table.staging.Campaign;
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.OrderLine;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Campaigns as planned, those that only contacts and orders name, and the special members. */
public final class BuildCampaign {
    public static final Build BUILD = Build.of(DimCampaign.TABLE)
            .reads(BuildCampaign::from, Campaign.TABLE, CampaignContact.TABLE, OrderLine.TABLE);

    private BuildCampaign() {}

    static Dataset<Row> from(Inputs in) {
        Column code = Campaign.CAMPAIGN_CODE.col();
        Dataset<Row> named = in.rows(CampaignContact.TABLE)
                .select(CampaignContact.CAMPAIGN_CODE.col())
                .union(in.rows(OrderLine.TABLE).select(OrderLine.CAMPAIGN_CODE.col()))
                .union(in.rows(Campaign.TABLE).select(code))
                .filter(code.isNotNull())
                .distinct();
        Dataset<Row> campaigns =
                named.join(in.rows(Campaign.TABLE), new String[] {Campaign.CAMPAIGN_CODE.name()}, "left");
        Dataset<Row> keyed = Keys.settled(described(campaigns), DimCampaign.CAMPAIGN_KEY.name(), code);
        return DimCampaign.TABLE.shape(keyed.unionByName(specialMembers(in.one())));
    }

    private static Dataset<Row> described(Dataset<Row> campaigns) {
        return campaigns.select(
                DimCampaign.CAMPAIGN_CODE.col(),
                DimCampaign.CAMPAIGN_NAME.is(coalesce(Campaign.CAMPAIGN_NAME.col(), Campaign.CAMPAIGN_CODE.col())),
                DimCampaign.GOAL_CODE.is(coalesce(Campaign.GOAL_CODE.col(), lit(Special.UNKNOWN.text()))),
                DimCampaign.STARTED_DATE.is(Campaign.STARTED_DATE.col()),
                DimCampaign.ENDED_DATE.is(Campaign.ENDED_DATE.col()),
                DimCampaign.COST_AMOUNT.is(Campaign.COST_AMOUNT.col()),
                DimCampaign.IS_INFERRED.is(Campaign.STARTED_DATE.col().isNull()));
    }

    private static Dataset<Row> specialMembers(Dataset<Row> one) {
        Column text = col(SpecialMembers.TEXT);
        return SpecialMembers.of(one)
                .select(
                        DimCampaign.CAMPAIGN_KEY.is(col(SpecialMembers.KEY)),
                        DimCampaign.CAMPAIGN_CODE.is(text),
                        DimCampaign.CAMPAIGN_NAME.is(text),
                        DimCampaign.GOAL_CODE.is(text),
                        DimCampaign.STARTED_DATE.unknown(),
                        DimCampaign.ENDED_DATE.unknown(),
                        DimCampaign.COST_AMOUNT.unknown(),
                        DimCampaign.IS_INFERRED.is(false));
    }
}
