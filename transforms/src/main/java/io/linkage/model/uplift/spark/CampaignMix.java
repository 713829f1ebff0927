package io.linkage.model.uplift.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Exact;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.staging.CampaignContact;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Weights that give both groups of a goal the same mix of campaigns. Campaigns differ in whom they reach and in how many they hold
 * back: put together as they are, the difference of their customers would look like an effect (Simpson 1951). Each campaign
 * counts as much as it can tell, n_T n_C / (n_T + n_C) (Mantel and Haenszel 1959), so that few who were held back do not weigh
 * for many. One campaign alone keeps its weights, but for their mean, which is 1.
 */
final class CampaignMix {
    private static final String TREATED = "_treated";
    private static final String TREATED_WEIGHT = "_treated_weight";
    private static final String CONTROL = "_control";
    private static final String CONTROL_WEIGHT = "_control_weight";
    private static final String TELLS = "_tells";
    private static final String ALL = "_all";

    private CampaignMix() {}

    /** Contacts with these weights; campaigns without one of the groups are left out where others of the goal have both. */
    static Dataset<Row> weighted(Dataset<Row> contacts) {
        Column weight = FeatureCampaign.COMPARISON_WEIGHT.col();
        Column isTreated = FeatureCampaign.GROUP_CODE.col().equalTo(CampaignContact.TREATED);
        Column factor = col(TELLS)
                .divide(col(ALL))
                .multiply(when(isTreated, col(all(TREATED)).divide(col(TREATED_WEIGHT)))
                        .otherwise(col(all(CONTROL)).divide(col(CONTROL_WEIGHT))));
        return contacts.join(
                        broadcast(campaigns(contacts)),
                        new String[] {FeatureCampaign.GOAL_CODE.name(), FeatureCampaign.CAMPAIGN_KEY.name()},
                        "inner")
                .filter(col(TELLS).gt(0).or(col(ALL).equalTo(0)))
                .withColumn(
                        FeatureCampaign.COMPARISON_WEIGHT.name(),
                        when(col(ALL).gt(0), weight.multiply(factor)).otherwise(weight));
    }

    private static Dataset<Row> campaigns(Dataset<Row> contacts) {
        Column treated = FeatureCampaign.GROUP_CODE.col().equalTo(CampaignContact.TREATED);
        Column control = FeatureCampaign.GROUP_CODE.col().equalTo(CampaignContact.CONTROL);
        Column weight = FeatureCampaign.COMPARISON_WEIGHT.col();
        Dataset<Row> each = contacts.groupBy(FeatureCampaign.GOAL_CODE.col(), FeatureCampaign.CAMPAIGN_KEY.col())
                .agg(
                        count(when(treated, 1)).as(TREATED),
                        count(when(control, 1)).as(CONTROL),
                        Exact.total(when(treated, weight)).as(TREATED_WEIGHT),
                        Exact.total(when(control, weight)).as(CONTROL_WEIGHT))
                .withColumn(
                        TELLS,
                        col(TREATED)
                                .cast("double")
                                .multiply(col(CONTROL))
                                .divide(col(TREATED).plus(col(CONTROL))));
        Column both = col(TELLS).gt(0);
        Dataset<Row> goals = each.groupBy(FeatureCampaign.GOAL_CODE.col())
                .agg(
                        sum(when(both, col(TREATED))).as(all(TREATED)),
                        sum(when(both, col(CONTROL))).as(all(CONTROL)),
                        Exact.total(col(TELLS)).as(ALL));
        return each.join(goals, FeatureCampaign.GOAL_CODE.name());
    }

    private static String all(String count) {
        return count + "_of_all";
    }
}
