package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Campaigns as marketing planned them. */
public final class Campaign {
    private static final TableBuilder T = Table.named("stg_campaign", Layer.STAGING)
            .feed("campaign")
            .grain("one row per campaign")
            .meaning("What was done to win, keep, grow or win back customers, and what it cost.");

    public static final Field CAMPAIGN_CODE =
            T.key("campaign_code", Domain.CODE, INTERNAL, "Code of the campaign in the source system");
    public static final Field CAMPAIGN_NAME =
            T.optional("campaign_name", Domain.TEXT, INTERNAL, "Name that marketing gave it");
    public static final Field GOAL_CODE = T.required(
            "goal_code",
            Domain.CODE.oneOf("acquire", "keep", "grow", "win-back"),
            INTERNAL,
            "What the campaign is for");
    public static final Field STARTED_DATE = T.event("started_date", Domain.DATE, "First day of the campaign");
    public static final Field ENDED_DATE =
            T.optional("ended_date", Domain.DATE, INTERNAL, "Last day of the campaign; absent while it runs");
    public static final Field COST_AMOUNT =
            T.optional("cost_amount", Domain.AMOUNT.between("0", null), INTERNAL, "Cost of the campaign as a whole");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = T.rule(
                    "ended_date: BEFORE_START",
                    "a campaign ends on or after its first day",
                    ENDED_DATE.col().lt(STARTED_DATE.col()))
            .build();

    private Campaign() {}
}
