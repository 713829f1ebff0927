package io.linkage.model.campaign.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Levels;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.model.value.spark.PurchaseDays;
import io.linkage.settings.CampaignSettings;
import io.linkage.settings.UpliftSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.score.FeatureCampaign;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers in campaigns and, where nobody was held back, customers like them: what was known before the contact, and what
 * came from the contact on.
 */
public final class BuildFeatureCampaign {
    public static final Build BUILD = Build.of(FeatureCampaign.TABLE)
            .reads(
                    BuildFeatureCampaign::from,
                    FctCampaignContact.TABLE,
                    DimCampaign.TABLE,
                    DimCustomer.TABLE,
                    FctCustomerAttribute.TABLE,
                    FctOrderLine.TABLE);

    static final String LAST_DAY = "_last_day";
    static final String DAY_COUNT = "_day_count";
    static final String EARLIER_REVENUE = "_earlier_revenue";

    private static final String[] CUSTOMER = {FeatureCampaign.CUSTOMER_KEY.name()};
    private static final String[] MEMBER = {FeatureCampaign.CAMPAIGN_KEY.name(), FeatureCampaign.CUSTOMER_KEY.name()};

    private BuildFeatureCampaign() {}

    static Dataset<Row> from(Inputs in) {
        CampaignSettings settings = in.settings(CampaignSettings.class);
        Dataset<Row> members = Members.of(in);
        Dataset<Row> known = levels(members.join(history(members, in), MEMBER, "left"), in, settings);
        Dataset<Row> compared = Comparison.weighted(known, settings.matchesPerCustomer());
        UpliftSettings uplift = in.settings(UpliftSettings.class);
        Dataset<Row> goals =
                in.rows(DimCampaign.TABLE).select(DimCampaign.CAMPAIGN_KEY.col(), DimCampaign.GOAL_CODE.col());
        return FeatureCampaign.TABLE.shape(
                ProfileText.before(compared, in, uplift.attributes(), FeatureCampaign.CONTACT_DATE)
                        .join(goals, new String[] {DimCampaign.CAMPAIGN_KEY.name()}, "inner")
                        .withColumn(FeatureCampaign.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    /** What each member bought before the contact and from it on: one pass over the moments of their orders. */
    private static Dataset<Row> history(Dataset<Row> members, Inputs in) {
        CampaignSettings settings = in.settings(CampaignSettings.class);
        Column contact = FeatureCampaign.CONTACT_DATE.col();
        Column day = FctOrderLine.ORDER_DATE.col();
        Column isBefore = day.lt(contact).or(day.equalTo(contact).and(isEarlierThatDay(in)));
        Column isEarlier = isBefore.and(day.geq(date_sub(contact, settings.earlierDays())));
        Column isLater = day.gt(contact)
                .and(day.lt(date_add(contact, settings.outcomeDays())))
                .or(day.equalTo(contact).and(isLaterThatDay(in)));
        Column bought = col(PurchaseDays.BOUGHT);
        return members.select(
                        MEMBER[0],
                        MEMBER[1],
                        FeatureCampaign.CONTACT_DATE.name(),
                        Members.CONTACTED_AT,
                        Members.CONTROL_COUNT)
                .join(PurchaseDays.moments(in), CUSTOMER, "inner")
                .groupBy(col(MEMBER[0]), col(MEMBER[1]))
                .agg(
                        max(when(isBefore.and(bought), day)).as(LAST_DAY),
                        count_distinct(when(isBefore.and(bought), day)).as(DAY_COUNT),
                        sum(when(isBefore, col(PurchaseDays.REVENUE))).as(EARLIER_REVENUE),
                        sum(when(isEarlier, col(PurchaseDays.MARGIN))).as(FeatureCampaign.EARLIER_MARGIN_AMOUNT.name()),
                        max(isLater.and(bought)).as(FeatureCampaign.HAS_PURCHASED.name()),
                        sum(when(isLater, col(PurchaseDays.MARGIN))).as(FeatureCampaign.LATER_MARGIN_AMOUNT.name()));
    }

    private static Column isEarlierThatDay(Inputs in) {
        return isTimed(in).and(FctOrderLine.ORDERED_AT.col().lt(col(Members.CONTACTED_AT)));
    }

    /**
     * Where the time of order or contact is not known, the order may have led to the contact or come of it. Never is it of the
     * past: what is known before must not hang on the treatment. A control group has such orders too, so they count; without
     * one, what a purchase itself set off would be credited with it.
     */
    private static Column isLaterThatDay(Inputs in) {
        Column isExperiment = col(Members.CONTROL_COUNT).gt(0);
        return when(isTimed(in), FctOrderLine.ORDERED_AT.col().geq(col(Members.CONTACTED_AT)))
                .otherwise(isExperiment);
    }

    private static Column isTimed(Inputs in) {
        Column untimed = Events.isMidnight(FctOrderLine.ORDERED_AT.col(), in)
                .or(Events.isMidnight(col(Members.CONTACTED_AT), in));
        return coalesce(not(untimed), lit(false));
    }

    private static Dataset<Row> levels(Dataset<Row> rows, Inputs in, CampaignSettings settings) {
        Column contact = FeatureCampaign.CONTACT_DATE.col();
        Column lastDay = date_add(contact, settings.outcomeDays() - 1);
        return rows.withColumn(
                        FeatureCampaign.RECENCY_ORDER.name(),
                        Levels.of(datediff(contact, col(LAST_DAY)).plus(1)))
                .withColumn(FeatureCampaign.FREQUENCY_ORDER.name(), Levels.of(col(DAY_COUNT)))
                .withColumn(FeatureCampaign.SPEND_ORDER.name(), Levels.of(Money.ofCents(col(EARLIER_REVENUE))))
                .withColumn(
                        FeatureCampaign.EARLIER_MARGIN_AMOUNT.name(),
                        orNothing(FeatureCampaign.EARLIER_MARGIN_AMOUNT.col()))
                .withColumn(
                        FeatureCampaign.LATER_MARGIN_AMOUNT.name(),
                        orNothing(FeatureCampaign.LATER_MARGIN_AMOUNT.col()))
                .withColumn(
                        FeatureCampaign.HAS_PURCHASED.name(), coalesce(FeatureCampaign.HAS_PURCHASED.col(), lit(false)))
                .withColumn(FeatureCampaign.IS_CLOSED.name(), lastDay.leq(Days.day(in.asOf())));
    }

    private static Column orNothing(Column cents) {
        return Money.ofCents(coalesce(cents, lit(0L)));
    }
}
