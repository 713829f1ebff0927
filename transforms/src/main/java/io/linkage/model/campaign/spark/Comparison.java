package io.linkage.model.campaign.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.staging.CampaignContact;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * By how much each customer counts. In an experiment, the share of the group over the chance to be in it (Horvitz and Thompson
 * 1952), so that all weigh 1 where the chance is the same. Where nobody was held back, the treated weigh 1 and the untreated of
 * the same segment, recency and spend together as much as they (exact matching).
 */
final class Comparison {
    private static final String PLACE = "_place";
    private static final String TREATED = "_treated_alike";
    private static final String ALIKE = "_untreated_alike";

    private Comparison() {}

    static Dataset<Row> weighted(Dataset<Row> members, int matches) {
        WindowSpec cell = Window.partitionBy(
                FeatureCampaign.CAMPAIGN_KEY.col(),
                FeatureCampaign.SEGMENT_CODE.col(),
                FeatureCampaign.RECENCY_ORDER.col(),
                FeatureCampaign.SPEND_ORDER.col());
        WindowSpec drawn = Window.partitionBy(
                        FeatureCampaign.CAMPAIGN_KEY.col(),
                        FeatureCampaign.SEGMENT_CODE.col(),
                        FeatureCampaign.RECENCY_ORDER.col(),
                        FeatureCampaign.SPEND_ORDER.col(),
                        FeatureCampaign.GROUP_CODE.col())
                .orderBy(
                        xxhash64(FeatureCampaign.CAMPAIGN_KEY.col(), FeatureCampaign.CUSTOMER_KEY.col()),
                        FeatureCampaign.CUSTOMER_KEY.col());
        Dataset<Row> placed = members.withColumn(TREATED, among(CampaignContact.TREATED, cell))
                .withColumn(ALIKE, among(FeatureCampaign.UNTREATED, cell))
                .withColumn(PLACE, row_number().over(drawn));
        Column most = col(TREATED).multiply(matches);
        return placed.filter(is(FeatureCampaign.UNTREATED)
                        .equalTo(false)
                        .or(col(PLACE).leq(most)))
                .withColumn(ALIKE, least(col(ALIKE), most))
                .withColumn(FeatureCampaign.COMPARISON_CODE.name(), code())
                .withColumn(FeatureCampaign.COMPARISON_WEIGHT.name(), weight());
    }

    /** How many of a group stand in a window; those in both groups are in none. */
    private static Column among(String group, WindowSpec window) {
        return count(when(is(group).and(col(Members.IS_BOTH).equalTo(false)), 1))
                .over(window);
    }

    private static Column is(String group) {
        return FeatureCampaign.GROUP_CODE.col().equalTo(group);
    }

    private static Column isExperiment() {
        return col(Members.CONTROL_COUNT).gt(0);
    }

    private static Column code() {
        Column certain =
                coalesce(col(Members.CHANCE).leq(0).or(col(Members.CHANCE).geq(1)), lit(false));
        return when(col(Members.IS_BOTH), FeatureCampaign.BOTH_GROUPS)
                .when(isExperiment().and(certain), FeatureCampaign.NOT_RANDOM)
                .when(isExperiment().equalTo(false).and(col(ALIKE).equalTo(0)), FeatureCampaign.NO_MATCH)
                .otherwise(FeatureCampaign.COMPARED);
    }

    private static Column weight() {
        Column share =
                col(Members.TREATED_COUNT).divide(col(Members.TREATED_COUNT).plus(col(Members.CONTROL_COUNT)));
        Column chance = coalesce(col(Members.CHANCE), share);
        Column ofTreated = share.divide(chance);
        Column ofControl = lit(1).minus(share).divide(lit(1).minus(chance));
        Column isTreated = is(CampaignContact.TREATED);
        return when(FeatureCampaign.COMPARISON_CODE.col().notEqual(FeatureCampaign.COMPARED), 0.0)
                .when(isExperiment(), when(isTreated, ofTreated).otherwise(ofControl))
                .when(isTreated, 1.0)
                .otherwise(col(TREATED).divide(col(ALIKE)));
    }
}
