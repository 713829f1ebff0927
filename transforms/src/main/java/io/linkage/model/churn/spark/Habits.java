package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Answers;
import io.linkage.core.Lines;
import io.linkage.model.churn.Snapshots;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What customers did up to each day, from facts with a date each: later rows enter outcomes only, never features. */
final class Habits {
    /** Whether a customer bought within the window. */
    static final String RETURNED = "_returned";
    /** Whether a customer bought within the gap or the window. */
    static final String BOUGHT = "_bought_by_end";

    private final OnDays on;
    private final Snapshots snapshots;

    /** Habits as each of some days sees them. */
    Habits(OnDays on, Snapshots snapshots) {
        this.on = on;
        this.snapshots = snapshots;
    }

    Dataset<Row> purchases(Dataset<Row> lines) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        Dataset<Row> bought = lines.filter(Lines.isRevenueOfCustomer())
                .select(
                        FctOrderLine.CUSTOMER_KEY.col(),
                        FctOrderLine.ORDER_DATE.col(),
                        FctOrderLine.LATE_DATE.col(),
                        revenue,
                        Lines.isSale().as("_sold"),
                        Lines.isReturn().as("_returns"))
                // The one shuffle of lines: by customer, before each day sees them.
                .repartition(FctOrderLine.CUSTOMER_KEY.col())
                .groupBy(FctOrderLine.CUSTOMER_KEY.col(), FctOrderLine.ORDER_DATE.col())
                .agg(
                        max("_sold").as("_bought"),
                        // A day counts from the load of its last line.
                        max(FctOrderLine.LATE_DATE.col()).as(FctOrderLine.LATE_DATE.name()),
                        sum(revenue).as("_revenue"),
                        sum(when(col("_returns"), revenue)).as("_back"));
        Column isPurchase = col("_bought").and(OnDays.past());
        Column later = col("_bought").and(col(OnDays.AGO).lt(0));
        return on.from(
                        bought,
                        FctOrderLine.ORDER_DATE,
                        FctOrderLine.LATE_DATE,
                        -snapshots.gapDays() - snapshots.windowDays())
                .agg(
                        FeatureChurn.RECENCY_DAYS.is(min(when(isPurchase, col(OnDays.AGO)))),
                        FeatureChurn.AGE_DAYS.is(max(when(isPurchase, col(OnDays.AGO)))),
                        FeatureChurn.PURCHASE_DAY_COUNT.is(count(when(isPurchase, 1))),
                        FeatureChurn.PURCHASE_DAY_30D_COUNT.is(OnDays.number(OnDays.MONTH, col("_bought"))),
                        FeatureChurn.PURCHASE_DAY_90D_COUNT.is(OnDays.number(OnDays.QUARTER, col("_bought"))),
                        FeatureChurn.PURCHASE_DAY_365D_COUNT.is(OnDays.number(OnDays.YEAR, col("_bought"))),
                        FeatureChurn.NET_REVENUE_30D_AMOUNT.is(sum(when(OnDays.within(OnDays.MONTH), col("_revenue")))),
                        FeatureChurn.NET_REVENUE_90D_AMOUNT.is(
                                sum(when(OnDays.within(OnDays.QUARTER), col("_revenue")))),
                        FeatureChurn.NET_REVENUE_365D_AMOUNT.is(sum(when(OnDays.within(OnDays.YEAR), col("_revenue")))),
                        FeatureChurn.RETURN_365D_AMOUNT.is(sum(when(OnDays.within(OnDays.YEAR), col("_back")))),
                        max(later.and(col(OnDays.AGO).lt(-snapshots.gapDays()))).as(RETURNED),
                        max(later).as(BOUGHT));
    }

    Dataset<Row> contacts(Dataset<Row> contacts) {
        Column unsolved = not(coalesce(FctInteraction.IS_SOLVED.col(), lit(true)));
        return on.past(contacts, FctInteraction.CONTACT_DATE, FctInteraction.LATE_DATE)
                .agg(
                        FeatureChurn.CONTACT_30D_COUNT.is(OnDays.number(OnDays.MONTH)),
                        FeatureChurn.CONTACT_90D_COUNT.is(OnDays.number(OnDays.QUARTER)),
                        FeatureChurn.CONTACT_365D_COUNT.is(OnDays.number(OnDays.YEAR)),
                        FeatureChurn.UNSOLVED_365D_COUNT.is(OnDays.number(OnDays.YEAR, unsolved)),
                        FeatureChurn.HANDLING_365D_SECONDS.is(
                                sum(when(OnDays.within(OnDays.YEAR), FctInteraction.HANDLING_SECONDS.col()))));
    }

    /** Of several answers on the last day, the lowest: a promise must not rest on row order. */
    Dataset<Row> opinions(Dataset<Row> answers) {
        Column instrument = FctSurveyAnswer.INSTRUMENT_CODE.col();
        return on.past(
                        answers.filter(instrument.isin(SurveyAnswer.NPS, SurveyAnswer.CES, SurveyAnswer.CSAT)),
                        FctSurveyAnswer.ANSWER_DATE,
                        FctSurveyAnswer.LATE_DATE)
                .agg(
                        FeatureChurn.LAST_NPS_SCORE.is(Answers.npsScore(
                                OnDays.last(FctSurveyAnswer.SCALE_SHARE, instrument.equalTo(SurveyAnswer.NPS)))),
                        FeatureChurn.LAST_CES_SHARE.is(
                                OnDays.last(FctSurveyAnswer.SCALE_SHARE, instrument.equalTo(SurveyAnswer.CES))),
                        FeatureChurn.LAST_CSAT_SHARE.is(
                                OnDays.last(FctSurveyAnswer.SCALE_SHARE, instrument.equalTo(SurveyAnswer.CSAT))),
                        FeatureChurn.ANSWER_365D_COUNT.is(OnDays.number(OnDays.YEAR)));
    }

    /** Whether a customer responded may become known later: only that they were treated counts. */
    Dataset<Row> campaigns(Dataset<Row> contacts) {
        Column treated = FctCampaignContact.GROUP_CODE.col().equalTo(CampaignContact.TREATED);
        return on.past(contacts.filter(treated), FctCampaignContact.CONTACT_DATE, FctCampaignContact.LATE_DATE)
                .agg(
                        FeatureChurn.CAMPAIGN_30D_COUNT.is(OnDays.number(OnDays.MONTH)),
                        FeatureChurn.CAMPAIGN_90D_COUNT.is(OnDays.number(OnDays.QUARTER)),
                        FeatureChurn.CAMPAIGN_365D_COUNT.is(OnDays.number(OnDays.YEAR)));
    }
}
