package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Campaigns; one that only facts name is inferred. */
public final class DimCampaign {
    private static final TableBuilder T = Table.named("dim_campaign", Layer.CORE)
            .grain("one row per campaign, and one per special member")
            .meaning("Campaigns with their goal, their days and their cost.");

    public static final Field CAMPAIGN_KEY = T.key("campaign_key", Domain.KEY, INTERNAL, "Key of the campaign");
    public static final Field CAMPAIGN_CODE =
            T.required("campaign_code", Domain.CODE, INTERNAL, "Code in the source, or the special member");
    public static final Field CAMPAIGN_NAME =
            T.required("campaign_name", Domain.TEXT, INTERNAL, "Name that marketing gave it");
    public static final Field GOAL_CODE =
            T.required("goal_code", Domain.CODE, INTERNAL, "What it is for: acquire, keep, grow or win-back");
    public static final Field STARTED_DATE =
            T.optional("started_date", Domain.DATE, INTERNAL, "First day of the campaign");
    public static final Field ENDED_DATE =
            T.optional("ended_date", Domain.DATE, INTERNAL, "Last day of the campaign; absent while it runs");
    public static final Field COST_AMOUNT =
            T.optional("cost_amount", Domain.AMOUNT, INTERNAL, "Cost of the campaign as a whole");
    public static final Field IS_INFERRED = T.required(
            "is_inferred", Domain.FLAG, INTERNAL, "Known from facts only: the list of campaigns does not name it");

    public static final Table TABLE = T.build();

    private DimCampaign() {}
}
