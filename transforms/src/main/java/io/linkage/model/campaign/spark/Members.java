package io.linkage.model.campaign.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.settings.CampaignSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.staging.CampaignContact;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Who is looked at in each campaign: those in it, and candidates for a comparison where nobody was held back. */
final class Members {
    static final String CHANCE = "_chance";
    /** Moment of the contact, drawn as the day is where there was none; its time of day may not be known. */
    static final String CONTACTED_AT = FctCampaignContact.CONTACTED_AT.name();

    static final String IS_BOTH = "_is_both";
    /** Customers of the campaign in one group alone. */
    static final String TREATED_COUNT = "_treated_count";

    static final String CONTROL_COUNT = "_control_count";

    private static final String TREATED = "_treated";
    private static final String HELD = "_held";
    /** The source marks who responded and nobody else: an empty answer is a no. */
    private static final String TELLS_ONLY_YES = "_tells_only_yes";

    private static final String STARTED = "_started";
    private static final String LAST = "_last";
    private static final String DRAW = "_draw";
    private static final long DRAWS = 1_000;
    private static final String[] CAMPAIGN = {FeatureCampaign.CAMPAIGN_KEY.name()};
    private static final String[] MEMBER = {FeatureCampaign.CAMPAIGN_KEY.name(), FeatureCampaign.CUSTOMER_KEY.name()};

    private Members() {}

    /** One row per campaign and customer, with segment and channel of the day. */
    static Dataset<Row> of(Inputs in) {
        Dataset<Row> contacted = contacted(in);
        Dataset<Row> people = contacted
                .join(
                        in.rows(DimCustomer.TABLE)
                                .select(
                                        DimCustomer.CUSTOMER_SK.col(),
                                        DimCustomer.SEGMENT_CODE.col(),
                                        DimCustomer.ACQUISITION_CHANNEL_CODE.col()),
                        new String[] {DimCustomer.CUSTOMER_SK.name()},
                        "inner")
                .drop(DimCustomer.CUSTOMER_SK.name(), TREATED, HELD);
        Dataset<Row> all = in.settings(CampaignSettings.class).matchedCampaigns() == 0
                ? people
                : people.unionByName(candidates(in, contacted));
        Column isIn = FeatureCampaign.GROUP_CODE.col().notEqual(FeatureCampaign.UNTREATED);
        return all.join(broadcast(groups(contacted)), CAMPAIGN, "inner")
                .withColumn(
                        FeatureCampaign.HAS_RESPONDED.name(),
                        coalesce(FeatureCampaign.HAS_RESPONDED.col(), when(isIn.and(col(TELLS_ONLY_YES)), false)))
                .drop(TELLS_ONLY_YES);
    }

    private static Dataset<Row> groups(Dataset<Row> contacted) {
        Column alone = not(col(IS_BOTH));
        Column responded = FeatureCampaign.HAS_RESPONDED.col();
        return contacted
                .groupBy(col(CAMPAIGN[0]))
                .agg(
                        count(when(alone.and(col(TREATED)), 1)).as(TREATED_COUNT),
                        count(when(alone.and(col(HELD)), 1)).as(CONTROL_COUNT),
                        // A campaign of which nobody is told leaves this empty.
                        min(responded).as(TELLS_ONLY_YES));
    }

    /** A customer of several identifiers counts once, from the first contact on. */
    private static Dataset<Row> contacted(Inputs in) {
        Column treated = FctCampaignContact.GROUP_CODE.col().equalTo(CampaignContact.TREATED);
        Column first = struct(FctCampaignContact.CONTACT_DATE.col(), FctCampaignContact.CUSTOMER_SK.col());
        Dataset<Row> customers = in.rows(FctCampaignContact.TABLE)
                .filter(FctCampaignContact.CUSTOMER_KEY
                        .col()
                        .gt(0)
                        .and(FctCampaignContact.CAMPAIGN_KEY.col().gt(0)))
                .groupBy(FctCampaignContact.CAMPAIGN_KEY.col(), FctCampaignContact.CUSTOMER_KEY.col())
                .agg(
                        min_by(FctCampaignContact.CUSTOMER_SK.col(), first).as(DimCustomer.CUSTOMER_SK.name()),
                        min(FctCampaignContact.CONTACT_DATE.col()).as(FeatureCampaign.CONTACT_DATE.name()),
                        min(FctCampaignContact.CONTACTED_AT.col()).as(CONTACTED_AT),
                        max(FctCampaignContact.TREATMENT_PROBABILITY.col()).as(CHANCE),
                        max(FctCampaignContact.HAS_RESPONDED.col()).as(FeatureCampaign.HAS_RESPONDED.name()),
                        max(treated).as(TREATED),
                        max(not(treated)).as(HELD));
        return customers
                .withColumn(IS_BOTH, col(TREATED).and(col(HELD)))
                .withColumn(
                        FeatureCampaign.GROUP_CODE.name(),
                        when(col(TREATED), CampaignContact.TREATED).otherwise(CampaignContact.CONTROL));
    }

    /**
     * Every customer who was not in a campaign that held nobody back and was known on a day of their own, drawn from the moments
     * of contact: what is compared then falls in the same days of the year and leaves as much of the first of them.
     */
    private static Dataset<Row> candidates(Inputs in, Dataset<Row> contacted) {
        Dataset<Row> campaigns = withoutControl(in, contacted);
        Column day = FeatureCampaign.CONTACT_DATE.col();
        Column valid = DimCustomer.VALID_FROM
                .col()
                .leq(day)
                .and(DimCustomer.VALID_TO.col().gt(day));
        Column seen = coalesce(DimCustomer.FIRST_SEEN_DATE.col().leq(day), lit(true));
        Dataset<Row> customers = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.CUSTOMER_KEY.col().gt(0).and(not(DimCustomer.IS_DELETED.col())))
                .select(
                        DimCustomer.CUSTOMER_KEY.col(),
                        DimCustomer.SEGMENT_CODE.col(),
                        DimCustomer.ACQUISITION_CHANNEL_CODE.col(),
                        DimCustomer.FIRST_SEEN_DATE.col(),
                        DimCustomer.VALID_FROM.col(),
                        DimCustomer.VALID_TO.col());
        return customers
                .crossJoin(broadcast(campaigns))
                .withColumn(DRAW, draw())
                .join(broadcast(days(contacted, campaigns)), new String[] {CAMPAIGN[0], DRAW}, "inner")
                .filter(valid.and(seen))
                .join(contacted.select(MEMBER[0], MEMBER[1]), MEMBER, "left_anti")
                .select(
                        FeatureCampaign.CAMPAIGN_KEY.col(),
                        FeatureCampaign.CUSTOMER_KEY.col(),
                        day,
                        col(CONTACTED_AT),
                        lit(null).cast("double").as(CHANCE),
                        FeatureCampaign.HAS_RESPONDED.is(lit(null)),
                        lit(false).as(IS_BOTH),
                        FeatureCampaign.GROUP_CODE.is(FeatureCampaign.UNTREATED),
                        FeatureCampaign.SEGMENT_CODE.col(),
                        FeatureCampaign.CHANNEL_CODE.col());
    }

    /** The same for a customer in each night; not the digest by which those alike are chosen, or few days would be. */
    private static Column draw() {
        Column digest = xxhash64(lit(DRAW), FeatureCampaign.CAMPAIGN_KEY.col(), FeatureCampaign.CUSTOMER_KEY.col());
        return pmod(digest, lit(DRAWS));
    }

    /** A moment of contact for each draw: each has the part of the draws that it has of the contacts. */
    private static Dataset<Row> days(Dataset<Row> contacted, Dataset<Row> campaigns) {
        WindowSpec campaign = Window.partitionBy(FeatureCampaign.CAMPAIGN_KEY.col());
        WindowSpec upTo = campaign.orderBy(FeatureCampaign.CONTACT_DATE.col(), col(CONTACTED_AT));
        Column all = sum(TREATED).over(campaign);
        Column through = sum(TREATED).over(upTo);
        return contacted
                .join(broadcast(campaigns), CAMPAIGN, "left_semi")
                .groupBy(FeatureCampaign.CAMPAIGN_KEY.col(), FeatureCampaign.CONTACT_DATE.col(), col(CONTACTED_AT))
                .agg(count(lit(1)).as(TREATED))
                .withColumn("_first", draws(through.minus(col(TREATED)), all))
                .withColumn("_next", draws(through, all))
                .filter(col("_next").gt(col("_first")))
                .select(
                        FeatureCampaign.CAMPAIGN_KEY.col(),
                        FeatureCampaign.CONTACT_DATE.col(),
                        col(CONTACTED_AT),
                        explode(sequence(col("_first"), col("_next").minus(1))).as(DRAW));
    }

    /** How many draws fall on so many of all contacts. */
    private static Column draws(Column contacts, Column all) {
        return ceil(contacts.multiply(DRAWS).divide(all));
    }

    /** The latest of them whose days of outcome are over. */
    private static Dataset<Row> withoutControl(Inputs in, Dataset<Row> contacted) {
        CampaignSettings settings = in.settings(CampaignSettings.class);
        Column over = date_add(col(LAST), settings.outcomeDays() - 1).leq(Days.day(in.asOf()));
        return contacted
                .groupBy(col(CAMPAIGN[0]))
                .agg(
                        min(FeatureCampaign.CONTACT_DATE.col()).as(STARTED),
                        max(FeatureCampaign.CONTACT_DATE.col()).as(LAST),
                        max(col(HELD)).as(HELD),
                        count(lit(1)).as(TREATED))
                .filter(not(col(HELD)).and(over).and(col(TREATED).geq(settings.leastCustomers())))
                .orderBy(col(STARTED).desc(), col(CAMPAIGN[0]))
                .limit(settings.matchedCampaigns())
                .select(col(CAMPAIGN[0]));
    }
}
