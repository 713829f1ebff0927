package io.linkage.model.campaign.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.ScoreClv;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lifetime value tonight less that of the last night before a campaign, of customers whom that night valued; who left is
 * worth nothing any more. The latest campaigns alone: each needs the scores of a night of its own.
 */
final class ClvChange {
    static final String CHANGE = "_clv_change";

    private static final int CAMPAIGNS = 4;
    private static final String BEFORE = "_clv_before";
    private static final String[] MEMBER = {FeatureCampaign.CAMPAIGN_KEY.name(), FeatureCampaign.CUSTOMER_KEY.name()};

    private ClvChange() {}

    /** The customers of the campaigns with their change; empty where it is not known. */
    static Dataset<Row> added(Inputs in) {
        Dataset<Row> customers = in.rows(FeatureCampaign.TABLE);
        Map<Long, LocalDate> nights = in.before(ScoreClv.TABLE).isPresent() ? nights(in, customers) : Map.of();
        Optional<Dataset<Row>> before = nights.entrySet().stream()
                .map(night -> scores(in.earlier(night.getValue()), BEFORE).withColumn(MEMBER[0], lit(night.getKey())))
                .reduce(Dataset::unionByName);
        Column none = lit(null).cast(ScoreClv.CLV_AMOUNT.domain().type());
        return before.map(scores -> customers
                        .join(scores, MEMBER, "left")
                        .join(scores(in, "_clv_now"), new String[] {MEMBER[1]}, "left")
                        .crossJoin(broadcast(
                                in.rows(ScoreClv.TABLE).agg(count(lit(1)).as("_valued"))))
                        .withColumn(CHANGE, now().minus(col(BEFORE))))
                .orElseGet(() -> customers.withColumn(CHANGE, none));
    }

    /** A night that values nobody, for want of a model, tells nothing of who left. */
    private static Column now() {
        return coalesce(
                col("_clv_now"),
                when(
                        col("_valued").gt(0),
                        lit(0).cast(ScoreClv.CLV_AMOUNT.domain().type())));
    }

    private static Dataset<Row> scores(Inputs night, String as) {
        return night.rows(ScoreClv.TABLE)
                .select(ScoreClv.CUSTOMER_KEY.col(), ScoreClv.CLV_AMOUNT.col().as(as));
    }

    /** For the latest campaigns the last night before the first contact. */
    private static Map<Long, LocalDate> nights(Inputs in, Dataset<Row> customers) {
        Column started = min(FeatureCampaign.CONTACT_DATE.col());
        Map<Long, LocalDate> nights = new TreeMap<>();
        customers
                .filter(FeatureCampaign.IS_CLOSED
                        .col()
                        .and(not(FeatureCampaign.GROUP_CODE.col().equalTo(FeatureCampaign.UNTREATED))))
                .groupBy(FeatureCampaign.CAMPAIGN_KEY.col())
                .agg(started.as("_started"))
                .filter(col("_started").lt(Days.day(in.asOf())))
                .orderBy(col("_started").desc(), FeatureCampaign.CAMPAIGN_KEY.col())
                .limit(CAMPAIGNS)
                .collectAsList()
                .forEach(row -> in.earlier(row.getDate(1).toLocalDate())
                        .before(ScoreClv.TABLE)
                        .ifPresent(night -> nights.put(row.getLong(0), night)));
        return nights;
    }
}
