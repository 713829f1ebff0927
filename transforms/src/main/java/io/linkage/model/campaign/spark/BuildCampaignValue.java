package io.linkage.model.campaign.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.settings.CampaignSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.mart.CampaignValue;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.staging.CampaignContact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** What each campaign added: sums per arm, from which one row after the other is told by {@link ToldEffect}. */
public final class BuildCampaignValue {
    public static final Build BUILD = Build.of(CampaignValue.TABLE)
            .reads(BuildCampaignValue::from, FeatureCampaign.TABLE, DimCampaign.TABLE, ScoreClv.TABLE);

    static final String X = "_x";
    static final String Y = "_y";
    static final String W = "_w";

    private static final String TOLD = "_told";

    private BuildCampaignValue() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> customers = ClvChange.added(in);
        Dataset<Row> sums = sums(measured(customers));
        Dataset<Row> campaigns = in.rows(DimCampaign.TABLE)
                .select(DimCampaign.CAMPAIGN_KEY.col(), DimCampaign.CAMPAIGN_CODE.col(), DimCampaign.COST_AMOUNT.col());
        Dataset<Row> named = sums.join(broadcast(campaigns), new String[] {DimCampaign.CAMPAIGN_KEY.name()}, "inner")
                .filter(CampaignValue.METRIC_CODE
                        .col()
                        .notEqual(CampaignValue.CLV)
                        .or(CampaignValue.TREATED_COUNT.col().gt(0)))
                // Where the source does not tell who responded, nobody is known not to have.
                .filter(CampaignValue.METRIC_CODE
                        .col()
                        .notEqual(CampaignValue.RESPONSE)
                        .or(col(TOLD).gt(0)))
                .withColumn(CampaignValue.AS_OF_DATE.name(), Days.day(in.asOf()));
        int least = in.settings(CampaignSettings.class).leastCustomers();
        return CampaignValue.TABLE.shape(named.map(new ToldEffect(least), Encoders.row(CampaignValue.TABLE.schema())));
    }

    /** One row per customer, metric and segment: their own, and all. */
    private static Dataset<Row> measured(Dataset<Row> customers) {
        Column enters = FeatureCampaign.IS_CLOSED
                .col()
                .and(FeatureCampaign.COMPARISON_CODE.col().equalTo(FeatureCampaign.COMPARED));
        Column metrics = array(
                metric(CampaignValue.RESPONSE, flag(FeatureCampaign.HAS_RESPONDED)),
                metric(CampaignValue.PURCHASE, flag(FeatureCampaign.HAS_PURCHASED)),
                metric(
                        CampaignValue.MARGIN,
                        FeatureCampaign.LATER_MARGIN_AMOUNT.col().cast("double")),
                metric(CampaignValue.CLV, col(ClvChange.CHANGE).cast("double")));
        Column segments = array(FeatureCampaign.SEGMENT_CODE.col(), lit(CampaignValue.ALL));
        return customers
                .withColumn("_metric", explode(metrics))
                .withColumn("_segment", explode(segments))
                .withColumn(CampaignValue.METRIC_CODE.name(), col("_metric.code"))
                .withColumn(CampaignValue.SEGMENT_CODE.name(), col("_segment"))
                .withColumn(Y, when(enters, col("_metric.value")))
                .withColumn(W, FeatureCampaign.COMPARISON_WEIGHT.col())
                .withColumn(X, FeatureCampaign.EARLIER_MARGIN_AMOUNT.col().cast("double"))
                // Whether somebody not in the campaign would have responded is not known.
                .filter(not(isGroup(FeatureCampaign.UNTREATED)
                        .and(CampaignValue.METRIC_CODE.col().equalTo(CampaignValue.RESPONSE))));
    }

    private static Column metric(String code, Column value) {
        return struct(lit(code).as("code"), value.as("value"));
    }

    private static Column flag(Field field) {
        return field.col().cast("double");
    }

    static Column isGroup(String code) {
        return FeatureCampaign.GROUP_CODE.col().equalTo(code);
    }

    private static Dataset<Row> sums(Dataset<Row> measured) {
        Column treated = isGroup(CampaignContact.TREATED);
        Column known = col(Y).isNotNull();
        Column inCampaign = not(isGroup(FeatureCampaign.UNTREATED));
        List<Column> sums = new ArrayList<>(List.of(
                min(when(inCampaign, FeatureCampaign.CONTACT_DATE.col())).as(CampaignValue.STARTED_DATE.name()),
                count(when(known.and(isGroup(FeatureCampaign.UNTREATED)), 1)).as(ToldEffect.MATCHED),
                count(when(isGroup(CampaignContact.CONTROL), 1)).as(ToldEffect.HELD_BACK),
                count(when(treated, 1)).as(ToldEffect.CONTACTED),
                count(col("_metric.value")).as(TOLD),
                count(when(treated.and(known), 1)).as(CampaignValue.TREATED_COUNT.name()),
                count(when(not(treated).and(known), 1)).as(CampaignValue.CONTROL_COUNT.name()),
                count(when(inCampaign.and(not(FeatureCampaign.IS_CLOSED.col())), 1))
                        .as(CampaignValue.OPEN_COUNT.name()),
                count(when(FeatureCampaign.COMPARISON_CODE.col().notEqual(FeatureCampaign.COMPARED), 1))
                        .as(CampaignValue.EXCLUDED_COUNT.name())));
        sums.addAll(arm(ToldEffect.TREATED, treated.and(known)));
        sums.addAll(arm(ToldEffect.CONTROL, not(treated).and(known)));
        return measured.groupBy(
                        FeatureCampaign.CAMPAIGN_KEY.col(),
                        FeatureCampaign.GOAL_CODE.col(),
                        CampaignValue.SEGMENT_CODE.col(),
                        CampaignValue.METRIC_CODE.col())
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    }

    private static List<Column> arm(String arm, Column isIn) {
        List<Column> sums = ArmSums.of(isIn, col(W), col(X), col(Y));
        return IntStream.range(0, sums.size())
                .mapToObj(place -> sums.get(place).as(arm + place))
                .toList();
    }
}
