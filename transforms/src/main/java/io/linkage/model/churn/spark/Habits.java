package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.model.churn.Snapshots;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What customers did up to each day, from facts with a date each: later rows enter outcomes only, never features. */
final class Habits {
    /** Whether a customer bought within the window. */
    static final String RETURNED = "_returned";

    private static final int YEAR = 365;
    private static final int QUARTER = 90;
    private static final int MONTH = 30;
    private static final String AGO = "_ago";

    private final Dataset<Row> days;
    private final Snapshots snapshots;

    /** Habits on these days, a frame of feature dates. */
    Habits(Dataset<Row> days, Snapshots snapshots) {
        this.days = days;
        this.snapshots = snapshots;
    }

    Dataset<Row> purchases(Dataset<Row> lines) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        Column isSale = FctOrderLine.LINE_TYPE_CODE.col().equalTo(OrderLine.SALE);
        Column isReturn = FctOrderLine.LINE_TYPE_CODE.col().equalTo(OrderLine.RETURN);
        Dataset<Row> bought = lines.filter(FctOrderLine.CUSTOMER_KEY.col().gt(0).and(isSale.or(isReturn)))
                .groupBy(FctOrderLine.CUSTOMER_KEY.col(), FctOrderLine.ORDER_DATE.col())
                .agg(
                        max(isSale).as("_bought"),
                        sum(revenue).as("_revenue"),
                        sum(when(isReturn, revenue)).as("_back"));
        Column isPurchase = col("_bought").and(past());
        Column later = col("_bought").and(col(AGO).lt(-snapshots.gapDays()));
        return onEachDay(bought, FctOrderLine.ORDER_DATE, -snapshots.gapDays() - snapshots.windowDays())
                .agg(
                        FeatureChurn.RECENCY_DAYS.is(min(when(isPurchase, col(AGO)))),
                        FeatureChurn.AGE_DAYS.is(max(when(isPurchase, col(AGO)))),
                        FeatureChurn.PURCHASE_DAY_COUNT.is(count(when(isPurchase, 1))),
                        FeatureChurn.PURCHASE_DAY_90D_COUNT.is(count(when(isPurchase.and(within(QUARTER)), 1))),
                        FeatureChurn.PURCHASE_DAY_365D_COUNT.is(count(when(isPurchase.and(within(YEAR)), 1))),
                        FeatureChurn.NET_REVENUE_30D_AMOUNT.is(sum(when(within(MONTH), col("_revenue")))),
                        FeatureChurn.NET_REVENUE_90D_AMOUNT.is(sum(when(within(QUARTER), col("_revenue")))),
                        FeatureChurn.NET_REVENUE_365D_AMOUNT.is(sum(when(within(YEAR), col("_revenue")))),
                        FeatureChurn.RETURN_365D_AMOUNT.is(sum(when(within(YEAR), col("_back")))),
                        max(later).as(RETURNED));
    }

    Dataset<Row> contacts(Dataset<Row> contacts) {
        Column unsolved = not(coalesce(FctInteraction.IS_SOLVED.col(), lit(true)));
        return onEachDay(contacts, FctInteraction.CONTACT_DATE, 0)
                .agg(
                        FeatureChurn.CONTACT_30D_COUNT.is(count(when(within(MONTH), 1))),
                        FeatureChurn.CONTACT_90D_COUNT.is(count(when(within(QUARTER), 1))),
                        FeatureChurn.CONTACT_365D_COUNT.is(count(when(within(YEAR), 1))),
                        FeatureChurn.UNSOLVED_365D_COUNT.is(
                                count(when(within(YEAR).and(unsolved), 1))));
    }

    /** Of several answers on the last day, the lowest: a promise must not rest on row order. */
    Dataset<Row> opinions(Dataset<Row> answers) {
        Column instrument = FctSurveyAnswer.INSTRUMENT_CODE.col();
        return onEachDay(
                        answers.filter(instrument.isin(SurveyAnswer.NPS, SurveyAnswer.CES)),
                        FctSurveyAnswer.ANSWER_DATE,
                        0)
                .agg(
                        FeatureChurn.LAST_NPS_SCORE.is(
                                last(FctSurveyAnswer.ANSWER_SCORE, instrument.equalTo(SurveyAnswer.NPS))),
                        FeatureChurn.LAST_CES_SHARE.is(
                                last(FctSurveyAnswer.SCALE_SHARE, instrument.equalTo(SurveyAnswer.CES))));
    }

    /** Whether a customer responded may become known later: only that they were treated counts. */
    Dataset<Row> campaigns(Dataset<Row> contacts) {
        Column treated = FctCampaignContact.GROUP_CODE.col().equalTo(CampaignContact.TREATED);
        return onEachDay(contacts.filter(treated), FctCampaignContact.CONTACT_DATE, 0)
                .agg(FeatureChurn.CAMPAIGN_365D_COUNT.is(count(when(within(YEAR), 1))));
    }

    private static Column last(Field answer, Column which) {
        return max_by(
                answer.col(),
                when(which, struct(col(AGO).multiply(-1), answer.col().multiply(-1))));
    }

    private org.apache.spark.sql.RelationalGroupedDataset onEachDay(Dataset<Row> rows, Field date, int leastAgo) {
        return rows.crossJoin(days)
                .withColumn(AGO, datediff(FeatureChurn.FEATURE_DATE.col(), date.col()))
                .filter(col(AGO).geq(leastAgo))
                .groupBy(FeatureChurn.CUSTOMER_KEY.col(), FeatureChurn.FEATURE_DATE.col());
    }

    private static Column past() {
        return col(AGO).geq(0);
    }

    private static Column within(int number) {
        return past().and(col(AGO).lt(number));
    }
}
