package io.linkage.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.core.Events;
import io.linkage.core.commerce.ListedContracts;
import io.linkage.core.commerce.Rates;
import io.linkage.core.cost.LedgerGaps;
import io.linkage.model.quality.Stability;
import io.linkage.settings.CostSettings;
import io.linkage.settings.GateSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.DimProduct;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctConsent;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.Special;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.DataIssue;
import io.linkage.table.ops.DataIssue.Kind;
import io.linkage.table.ops.Model;
import io.linkage.table.staging.ActivityCost;
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Subscription;
import java.util.Comparator;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Gathers what is wrong or missing between rows and feeds, added up in one sum. */
public final class BuildDataIssue {
    public static final Build BUILD = Build.of(DataIssue.TABLE)
            .reads(
                    BuildDataIssue::from,
                    OrderLine.TABLE,
                    Subscription.TABLE,
                    FxRate.TABLE,
                    ActivityCost.TABLE,
                    FctConsent.TABLE,
                    FctCampaignContact.TABLE,
                    FctInteraction.TABLE,
                    FctCostToServe.TABLE,
                    DimCampaign.TABLE,
                    DimCustomer.TABLE,
                    DimProduct.TABLE,
                    DimOrgUnit.TABLE,
                    Model.TABLE,
                    ModelQuality.TABLE);

    private static final String ROWS = "_rows";
    private static final String DAY = "_day";

    private BuildDataIssue() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> issues = flagged(in)
                .unionByName(inferred(in))
                .unionByName(missedMonths(in))
                .unionByName(overused(in))
                .unionByName(unknownActivities(in))
                .unionByName(uncontrolled(in))
                .unionByName(leaks(in))
                .unionByName(drifts(in))
                .unionByName(unrated(
                        in,
                        OrderLine.TABLE,
                        in.rows(OrderLine.TABLE).withColumn(DAY, Events.local(OrderLine.ORDERED_AT, in)),
                        OrderLine.CURRENCY_CODE))
                .unionByName(unrated(
                        in,
                        Subscription.TABLE,
                        ListedContracts.of(in).withColumn(DAY, Subscription.STARTED_DATE.col()),
                        Subscription.CURRENCY_CODE));
        return DataIssue.TABLE.shape(issues.groupBy(
                        DataIssue.TABLE_NAME.col(),
                        DataIssue.ISSUE_CODE.col(),
                        DataIssue.SUBJECT_CODE.col(),
                        DataIssue.ANSWER.col())
                .agg(
                        DataIssue.ROW_COUNT.is(sum(DataIssue.ROW_COUNT.col())),
                        DataIssue.IS_TOLERATED.is(min(DataIssue.IS_TOLERATED.col())))
                .withColumn(DataIssue.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    private static Dataset<Row> flagged(Inputs in) {
        Dataset<Row> contradicted = in.rows(FctConsent.TABLE).filter(FctConsent.IS_CONTRADICTED.col());
        Dataset<Row> circles = in.rows(DimOrgUnit.TABLE).filter(DimOrgUnit.HAS_CIRCULAR_PARENT.col());
        Dataset<Row> homeless = in.rows(FctInteraction.TABLE)
                .filter(FctInteraction.UNIT_KEY.col().equalTo(Special.UNKNOWN.key()));
        return tolerated(contradicted, Kind.CONSENT_CONTRADICTED, FctConsent.TABLE, FctConsent.PURPOSE_CODE.col())
                .unionByName(tolerated(circles, Kind.UNIT_CIRCLE, DimOrgUnit.TABLE, DimOrgUnit.UNIT_SOURCE_ID.col()))
                .unionByName(tolerated(homeless, Kind.EMPLOYEE_WITHOUT_UNIT, FctInteraction.TABLE, lit(DataIssue.ALL)));
    }

    private static Dataset<Row> inferred(Inputs in) {
        Map<Table, Field> dimensions = Map.of(
                DimCustomer.TABLE, DimCustomer.IS_INFERRED,
                DimCampaign.TABLE, DimCampaign.IS_INFERRED,
                DimProduct.TABLE, DimProduct.IS_INFERRED,
                DimOrgUnit.TABLE, DimOrgUnit.IS_INFERRED);
        return dimensions.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .map(entry -> tolerated(
                        in.rows(entry.getKey()).filter(entry.getValue().col()),
                        Kind.MEMBER_INFERRED,
                        entry.getKey(),
                        lit(DataIssue.ALL)))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    private static Dataset<Row> missedMonths(Inputs in) {
        Column month = date_format(ActivityCost.MONTH_DATE.col(), "yyyy-MM");
        return tolerated(
                LedgerGaps.of(in.rows(ActivityCost.TABLE), in.asOf()),
                Kind.COST_MONTH_MISSING,
                FctCostToServe.TABLE,
                concat_ws(" ", ActivityCost.ACTIVITY_CODE.col(), month));
    }

    /** Unused units stand under Not applicable: the units add up to more than capacity only where more was used. */
    private static Dataset<Row> overused(Inputs in) {
        Column month = date_format(FctCostToServe.MONTH_DATE.col(), "yyyy-MM");
        Dataset<Row> months = in.rows(FctCostToServe.TABLE)
                .groupBy(FctCostToServe.ACTIVITY_CODE.col(), FctCostToServe.MONTH_DATE.col())
                .agg(
                        sum(FctCostToServe.DRIVER_COUNT.col()).as(ROWS),
                        min(FctCostToServe.CAPACITY_COUNT.col()).as("_capacity"))
                .filter(col(ROWS).gt(col("_capacity")));
        return tolerated(
                months,
                Kind.CAPACITY_EXCEEDED,
                FctCostToServe.TABLE,
                concat_ws(" ", FctCostToServe.ACTIVITY_CODE.col(), month));
    }

    private static Dataset<Row> unknownActivities(Inputs in) {
        Column[] timed = in.settings(CostSettings.class).timed().stream()
                .map(activity -> lit(activity))
                .toArray(Column[]::new);
        Column activities = timed.length == 0 ? array().cast("array<string>") : array(timed);
        Dataset<Row> unknown = in.one()
                .select(explode(activities).as(ActivityCost.ACTIVITY_CODE.name()))
                .join(in.rows(ActivityCost.TABLE), new String[] {ActivityCost.ACTIVITY_CODE.name()}, "left_anti");
        return tolerated(unknown, Kind.ACTIVITY_UNKNOWN, ActivityCost.TABLE, ActivityCost.ACTIVITY_CODE.col());
    }

    /** Campaigns that treated customers and held none back. */
    private static Dataset<Row> uncontrolled(Inputs in) {
        Column isControl = FctCampaignContact.GROUP_CODE.col().equalTo(CampaignContact.CONTROL);
        Dataset<Row> campaigns = in.rows(FctCampaignContact.TABLE)
                .groupBy(FctCampaignContact.CAMPAIGN_KEY.col())
                .agg(count(when(isControl, 1)).as("_controls"), count(lit(1)).as(ROWS))
                .filter(col("_controls").equalTo(0))
                .join(in.rows(DimCampaign.TABLE), FctCampaignContact.CAMPAIGN_KEY.name());
        return issues(
                campaigns,
                Kind.CAMPAIGN_WITHOUT_CONTROL,
                FctCampaignContact.TABLE,
                DimCampaign.CAMPAIGN_CODE.col(),
                col(ROWS),
                lit(true));
    }

    private static Dataset<Row> leaks(Inputs in) {
        Dataset<Row> leaks = in.rows(Model.TABLE).filter(Model.MODEL_CODE.col().equalTo(Model.LEAK));
        return tolerated(
                leaks,
                Kind.FEATURE_LEAK,
                Model.TABLE,
                concat_ws(" ", Model.SUBJECT_CODE.col(), Model.PARAMETER_CODE.col()));
    }

    /** Drift beyond the alarm, and beyond what chance gives as few rows as these. */
    private static Dataset<Row> drifts(Inputs in) {
        Column drift = ModelQuality.METRIC_ESTIMATE.col();
        Dataset<Row> drifted = in.rows(ModelQuality.TABLE)
                .filter(ModelQuality.METRIC_CODE
                        .col()
                        .equalTo(Stability.PSI)
                        .and(drift.gt(Stability.ALARM))
                        .and(drift.gt(ModelQuality.BASELINE_ESTIMATE.col())));
        return tolerated(
                drifted,
                Kind.FEATURE_DRIFT,
                ModelQuality.TABLE,
                concat_ws(" ", ModelQuality.SUBJECT_CODE.col(), ModelQuality.PART_CODE.col()));
    }

    private static Dataset<Row> unrated(Inputs in, Table table, Dataset<Row> dated, Field currency) {
        double most = in.settings(GateSettings.class).maximumQuarantinedShare();
        Dataset<Row> begun = dated.filter(col(DAY).leq(Days.day(in.asOf())));
        Column all = sum(col("_all")).over(Window.partitionBy(lit(table.name())));
        Column left = sum(col(ROWS)).over(Window.partitionBy(lit(table.name())));
        Dataset<Row> counted = Rates.missing(in, begun, currency, DAY)
                .groupBy(currency.col())
                .agg(
                        count(lit(1)).as("_all"),
                        count(when(col(Rates.IS_MISSING), 1)).as(ROWS))
                .withColumn("_tolerated", left.leq(all.multiply(most)))
                .filter(col(ROWS).gt(0));
        return issues(counted, Kind.CURRENCY_WITHOUT_RATE, table, currency.col(), col(ROWS), col("_tolerated"));
    }

    private static Dataset<Row> tolerated(Dataset<Row> rows, Kind kind, Table table, Column subject) {
        return issues(rows, kind, table, subject, lit(1), lit(true));
    }

    private static Dataset<Row> issues(
            Dataset<Row> rows, Kind kind, Table table, Column subject, Column count, Column tolerated) {
        return rows.select(
                DataIssue.TABLE_NAME.is(table.name()),
                DataIssue.ISSUE_CODE.is(kind.code()),
                DataIssue.SUBJECT_CODE.is(subject),
                DataIssue.ANSWER.is(kind.answer()),
                DataIssue.ROW_COUNT.is(count),
                DataIssue.IS_TOLERATED.is(tolerated));
    }
}
