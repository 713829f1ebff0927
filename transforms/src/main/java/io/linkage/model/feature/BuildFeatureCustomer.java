package io.linkage.model.feature;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Answers;
import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Lines;
import io.linkage.model.clv.GroupEffects;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.SegmentSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row per customer with what was known on the business date. The purchase history follows Fader and Hardie: days with
 * a purchase are merged, the first one is not in the frequency nor in the spend.
 */
public final class BuildFeatureCustomer {
    public static final Build BUILD = Build.of(FeatureCustomer.TABLE)
            .reads(
                    BuildFeatureCustomer::from,
                    DimCustomer.TABLE,
                    FctOrderLine.TABLE,
                    FctInteraction.TABLE,
                    FctSurveyAnswer.TABLE,
                    FctSubscription.TABLE,
                    FctCostToServe.TABLE);

    private static final String[] CUSTOMER = {FeatureCustomer.CUSTOMER_KEY.name()};
    private static final int YEAR_DAYS = 365;

    private BuildFeatureCustomer() {}

    static Dataset<Row> from(Inputs in) {
        ClvSettings clv = in.settings(ClvSettings.class);
        LocalDate end = clv.calibrationEnd(in.asOf());
        CostMonths months = CostMonths.of(in);
        Dataset<Row> customers = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.CUSTOMER_KEY.col().gt(0).and(DimCustomer.IS_CURRENT.col()))
                .select(
                        DimCustomer.CUSTOMER_KEY.col(),
                        FeatureCustomer.IS_DELETED.is(coalesce(DimCustomer.IS_DELETED.col(), lit(false))),
                        FeatureCustomer.CLV_GROUP_CODE.is(group(clv)));
        Dataset<Row> days = paused(
                days(in.rows(FctOrderLine.TABLE), clv.marginShare()),
                in.settings(SegmentSettings.class).lostDays());
        return FeatureCustomer.TABLE.shape(customers
                .join(purchases(days, in.asOf(), months, end, clv.selectionEnd(in.asOf())), CUSTOMER, "left")
                .join(contacts(in.rows(FctInteraction.TABLE), in.asOf()), CUSTOMER, "left")
                .join(opinions(in.rows(FctSurveyAnswer.TABLE)), CUSTOMER, "left")
                .join(RecentBusiness.costs(in, months), CUSTOMER, "left")
                .join(RecentBusiness.contracts(in, months), CUSTOMER, "left")
                .select(features(in.asOf(), end)));
    }

    /** Values of the covariates in use, one after the other; the separator in a value would make two of it. */
    private static Column group(ClvSettings clv) {
        List<Column> levels = new ArrayList<>();
        if (clv.tellsApart(ClvSettings.SEGMENT)) {
            levels.add(level(ClvSettings.SEGMENT, DimCustomer.SEGMENT_CODE.col()));
        }
        if (clv.tellsApart(ClvSettings.ACQUISITION_CHANNEL)) {
            levels.add(level(ClvSettings.ACQUISITION_CHANNEL, DimCustomer.ACQUISITION_CHANNEL_CODE.col()));
        }
        return levels.isEmpty() ? lit(null) : concat_ws(GroupEffects.SEPARATOR, levels.toArray(Column[]::new));
    }

    private static Column level(String covariate, Column value) {
        return concat(lit(covariate + "="), translate(value, GroupEffects.SEPARATOR, "/"));
    }

    /** One row per customer and day with revenue lines, money in cents; the one shuffle of lines serves all that follows. */
    private static Dataset<Row> days(Dataset<Row> lines, double marginShare) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        Column margin = Money.margin(revenue, FctOrderLine.COST_AMOUNT.col(), marginShare);
        return lines.filter(Lines.isRevenueOfCustomer())
                .select(
                        FctOrderLine.CUSTOMER_KEY.col(),
                        FctOrderLine.ORDER_DATE.col().as("_day"),
                        Lines.isSale().as("_sold"),
                        Money.inCents(revenue).as("_cents"),
                        Money.inCents(margin).as("_earned"))
                .repartition(FctOrderLine.CUSTOMER_KEY.col())
                .groupBy(FctOrderLine.CUSTOMER_KEY.col(), col("_day"))
                .agg(
                        max(col("_sold")).as("_bought"),
                        sum(col("_cents")).as("_revenue"),
                        sum(when(col("_sold"), col("_cents"))).as("_spend"),
                        sum(when(not(col("_sold")), col("_cents"))).as("_returned"),
                        sum(col("_earned")).as("_margin"));
    }

    /** With the purchase days that came after a pause of more than some days, and the day before each pause. */
    private static Dataset<Row> paused(Dataset<Row> days, int lostDays) {
        WindowSpec earlier = Window.partitionBy(FctOrderLine.CUSTOMER_KEY.col())
                .orderBy(col("_day"))
                .rowsBetween(Window.unboundedPreceding(), -1);
        Column last = max(when(col("_bought"), col("_day"))).over(earlier);
        Column isLong = datediff(col("_day"), last).gt(lostDays);
        return days.withColumn("_pause_ended", when(col("_bought").and(isLong), col("_day")))
                .withColumn("_pause_started", when(col("_pause_ended").isNotNull(), last));
    }

    private static Dataset<Row> purchases(
            Dataset<Row> days, LocalDate asOf, CostMonths months, LocalDate end, LocalDate selectionEnd) {
        Column selects = col("_bought").and(col("_day").leq(Days.day(selectionEnd)));
        Column calibrates = col("_bought").and(col("_day").leq(Days.day(end)));
        Column inYear = col("_day").gt(Days.day(asOf.minusDays(YEAR_DAYS)));
        Column isRecent = months.hold(col("_day"));
        Column calibrationDay = when(calibrates, col("_day"));
        return days.groupBy(FeatureCustomer.CUSTOMER_KEY.name())
                .agg(
                        sum(when(calibrates, 1).otherwise(0)).as("_calibration_days"),
                        min(calibrationDay).as("_first_calibration_day"),
                        max(calibrationDay).as("_last_calibration_day"),
                        sum(when(selects, 1).otherwise(0)).as("_selection_days"),
                        max(when(selects, col("_day"))).as("_last_selection_day"),
                        sum(when(calibrates, col("_spend"))).as("_calibration_spend"),
                        min_by(col("_spend"), calibrationDay).as("_first_spend"),
                        min(when(col("_bought"), col("_day"))).as("_first_day"),
                        max(when(col("_bought"), col("_day"))).as("_last_day"),
                        max_by(col("_pause_started"), col("_pause_ended")).as("_pause_started"),
                        max("_pause_ended").as("_pause_ended"),
                        count(when(col("_bought"), 1)).as("_days"),
                        count(when(col("_bought").and(isRecent), 1)).as("_recent_days"),
                        sum("_revenue").as("_revenue"),
                        sum("_returned").as("_returned"),
                        sum("_margin").as("_margin"),
                        sum(when(inYear, col("_revenue"))).as("_year_revenue"));
    }

    private static Dataset<Row> contacts(Dataset<Row> contacts, LocalDate asOf) {
        Column inYear = FctInteraction.CONTACT_DATE.col().gt(Days.day(asOf.minusDays(YEAR_DAYS)));
        return contacts.groupBy(FeatureCustomer.CUSTOMER_KEY.name())
                .agg(count(lit(1)).as("_contacts"), count(when(inYear, 1)).as("_year_contacts"));
    }

    /** Of several answers on the last day, the lowest: a promise must not rest on row order. */
    private static Dataset<Row> opinions(Dataset<Row> answers) {
        Column score = Answers.npsScore(FctSurveyAnswer.SCALE_SHARE.col());
        return answers.filter(FctSurveyAnswer.INSTRUMENT_CODE.col().equalTo(SurveyAnswer.NPS))
                .groupBy(FeatureCustomer.CUSTOMER_KEY.name())
                .agg(max_by(score, struct(FctSurveyAnswer.ANSWER_DATE.col(), score.multiply(-1)))
                        .as("_last_nps"));
    }

    private static Column[] features(LocalDate asOf, LocalDate end) {
        Column bought = col("_calibration_days").gt(0);
        Column selected = col("_selection_days").gt(0);
        Column first = col("_first_calibration_day");
        Column cents = lit(0).cast("decimal(18,2)");
        return new Column[] {
            FeatureCustomer.AS_OF_DATE.is(Days.day(asOf)),
            FeatureCustomer.CUSTOMER_KEY.col(),
            FeatureCustomer.IS_DELETED.col(),
            FeatureCustomer.CALIBRATION_END_DATE.is(Days.day(end)),
            FeatureCustomer.FREQUENCY_COUNT.is(
                    when(bought, col("_calibration_days").minus(1))),
            FeatureCustomer.RECENCY_WEEKS.is(when(bought, Days.weeks(first, col("_last_calibration_day")))),
            FeatureCustomer.AGE_WEEKS.is(when(bought, Days.weeks(first, Days.day(end)))),
            FeatureCustomer.REPEAT_SPEND_AMOUNT.is(
                    when(bought, Money.ofCents(col("_calibration_spend").minus(col("_first_spend"))))),
            FeatureCustomer.SELECTION_FREQUENCY_COUNT.is(
                    when(selected, col("_selection_days").minus(1))),
            FeatureCustomer.SELECTION_RECENCY_WEEKS.is(when(selected, Days.weeks(first, col("_last_selection_day")))),
            FeatureCustomer.CLV_GROUP_CODE.col(),
            FeatureCustomer.FIRST_PURCHASE_DATE.is(col("_first_day")),
            FeatureCustomer.LAST_PURCHASE_DATE.is(col("_last_day")),
            FeatureCustomer.PAUSE_STARTED_DATE.is(col("_pause_started")),
            FeatureCustomer.PAUSE_ENDED_DATE.is(col("_pause_ended")),
            FeatureCustomer.PURCHASE_DAY_COUNT.is(coalesce(col("_days"), lit(0))),
            FeatureCustomer.NET_REVENUE_AMOUNT.is(Money.ofCents(coalesce(col("_revenue"), lit(0L)))),
            FeatureCustomer.RETURN_AMOUNT.is(Money.ofCents(coalesce(col("_returned"), lit(0L)))),
            FeatureCustomer.MARGIN_AMOUNT.is(Money.ofCents(coalesce(col("_margin"), lit(0L)))),
            FeatureCustomer.NET_REVENUE_365D_AMOUNT.is(Money.ofCents(coalesce(col("_year_revenue"), lit(0L)))),
            FeatureCustomer.CONTACT_COUNT.is(coalesce(col("_contacts"), lit(0))),
            FeatureCustomer.CONTACT_365D_COUNT.is(coalesce(col("_year_contacts"), lit(0))),
            FeatureCustomer.FIRST_CONTRACT_DATE.col(),
            FeatureCustomer.RECENT_PURCHASE_DAY_COUNT.is(coalesce(col("_recent_days"), lit(0))),
            FeatureCustomer.RECENT_CONTRACT_MONTHS.is(coalesce(FeatureCustomer.RECENT_CONTRACT_MONTHS.col(), lit(0))),
            FeatureCustomer.RECENT_COST_TO_SERVE_AMOUNT.is(
                    coalesce(FeatureCustomer.RECENT_COST_TO_SERVE_AMOUNT.col(), cents)),
            FeatureCustomer.RECENT_RETENTION_COST_AMOUNT.is(
                    coalesce(FeatureCustomer.RECENT_RETENTION_COST_AMOUNT.col(), cents)),
            FeatureCustomer.LAST_NPS_SCORE.is(col("_last_nps"))
        };
    }
}
