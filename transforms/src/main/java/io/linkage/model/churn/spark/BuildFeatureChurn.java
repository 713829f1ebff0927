package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.settings.SegmentSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.score.FeatureChurn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers at risk, lapsed or not yet won on some days of the past and tonight. Built anew each night from facts with their dates, so that a change
 * of definition or of a feature holds for all days at once.
 */
public final class BuildFeatureChurn {
    public static final Build BUILD = Build.of(FeatureChurn.TABLE)
            .reads(
                    BuildFeatureChurn::from,
                    DimCustomer.TABLE,
                    FctOrderLine.TABLE,
                    FctSubscription.TABLE,
                    FctInteraction.TABLE,
                    FctSurveyAnswer.TABLE,
                    FctCampaignContact.TABLE,
                    FctTouchpoint.TABLE,
                    FctFeedback.TABLE,
                    FctCustomerEmployee.TABLE);

    private static final Column DAY = FeatureChurn.FEATURE_DATE.col();
    private static final String[] CUSTOMER_AND_DAY = {FeatureChurn.CUSTOMER_KEY.name(), FeatureChurn.FEATURE_DATE.name()
    };

    private BuildFeatureChurn() {}

    static Dataset<Row> from(Inputs in) {
        Definition definition = Definition.of(in);
        Dataset<Row> days = days(in, definition);
        OnDays on = new OnDays(days);
        Habits habits = new Habits(on, definition.snapshots());
        Encounters encounters = new Encounters(on);
        Dataset<Row> known = customers(in.rows(DimCustomer.TABLE), days)
                .join(habits.purchases(in.rows(FctOrderLine.TABLE)), CUSTOMER_AND_DAY, "left")
                .join(new Contracts(definition).on(days, in.rows(FctSubscription.TABLE)), CUSTOMER_AND_DAY, "left")
                .join(habits.contacts(in.rows(FctInteraction.TABLE)), CUSTOMER_AND_DAY, "left")
                .join(habits.opinions(in.rows(FctSurveyAnswer.TABLE)), CUSTOMER_AND_DAY, "left")
                .join(habits.campaigns(in.rows(FctCampaignContact.TABLE)), CUSTOMER_AND_DAY, "left")
                .join(encounters.touches(in.rows(FctTouchpoint.TABLE)), CUSTOMER_AND_DAY, "left")
                .join(encounters.feedback(in.rows(FctFeedback.TABLE)), CUSTOMER_AND_DAY, "left")
                .join(encounters.served(in.rows(FctCustomerEmployee.TABLE)), CUSTOMER_AND_DAY, "left");
        Column population = Populations.of(definition, in.settings(SegmentSettings.class));
        return FeatureChurn.TABLE.shape(filled(outcomes(known, population, definition)));
    }

    private static Dataset<Row> days(Inputs in, Definition definition) {
        Column[] days = definition.days().stream().map(Days::day).toArray(Column[]::new);
        return in.one().select(explode(array(days)).as(FeatureChurn.FEATURE_DATE.name()));
    }

    /** Customers in the version of each day. */
    private static Dataset<Row> customers(Dataset<Row> versions, Dataset<Row> days) {
        Column valid = DimCustomer.VALID_FROM
                .col()
                .leq(DAY)
                .and(DimCustomer.VALID_TO.col().gt(DAY));
        Column seen = datediff(DAY, DimCustomer.FIRST_SEEN_DATE.col());
        return versions.filter(DimCustomer.CUSTOMER_KEY.col().gt(0).and(not(DimCustomer.IS_DELETED.col())))
                .crossJoin(days)
                .filter(valid)
                .select(
                        DAY,
                        FeatureChurn.CUSTOMER_KEY.is(DimCustomer.CUSTOMER_KEY.col()),
                        FeatureChurn.CUSTOMER_TYPE_CODE.is(DimCustomer.CUSTOMER_TYPE_CODE.col()),
                        FeatureChurn.SEGMENT_CODE.is(DimCustomer.SEGMENT_CODE.col()),
                        FeatureChurn.ACQUISITION_CHANNEL_CODE.is(DimCustomer.ACQUISITION_CHANNEL_CODE.col()),
                        FeatureChurn.SEEN_DAYS.is(when(seen.geq(0), seen)));
    }

    /** Keeps who could be kept, won back or won, and tells what those did whose window is over. */
    private static Dataset<Row> outcomes(Dataset<Row> known, Column population, Definition definition) {
        Column tonight = DAY.equalTo(Days.day(definition.snapshots().asOf()));
        Column runs = coalesce(col(Contracts.RUNS), lit(false));
        Column isAtRisk = FeatureChurn.POPULATION_CODE.col().equalTo(FeatureChurn.AT_RISK);
        Column returned = coalesce(col(Habits.RETURNED), lit(false));
        Column left = definition.isContractEnd() ? col(Contracts.ENDS) : not(returned);
        Column bought = coalesce(col(Habits.BOUGHT), lit(false)).or(coalesce(col(Contracts.SIGNED), lit(false)));
        Column scored = definition.isStated() ? runs : tonight;
        Column outcome = definition.isStated() ? not(runs) : when(not(tonight), left);
        return known.withColumn(FeatureChurn.POPULATION_CODE.name(), population)
                .filter(FeatureChurn.POPULATION_CODE.col().isNotNull())
                .withColumn(FeatureChurn.DEFINITION_CODE.name(), lit(definition.code()))
                .withColumn(FeatureChurn.IS_SCORED.name(), isAtRisk.and(scored))
                .withColumn(FeatureChurn.HAS_CHURNED.name(), when(isAtRisk, outcome))
                .withColumn(FeatureChurn.HAS_BOUGHT.name(), when(not(isAtRisk).and(not(tonight)), bought));
    }

    /** Where a customer has no row in a fact, nothing happened: a count of 0, not an unknown one. */
    private static Dataset<Row> filled(Dataset<Row> rows) {
        Map<String, Column> filled = new LinkedHashMap<>();
        for (Field field : FeatureChurn.numbers()) {
            if (field.required()) {
                filled.put(field.name(), field.is(coalesce(field.col(), lit(0))));
            }
        }
        return rows.withColumns(filled);
    }
}
