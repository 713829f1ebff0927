package io.linkage.mart.steering;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.core.Units;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.EnergyLeak;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** What each month that ended brought, of the company and of its units. */
final class Flows {
    private static final String ORGANISATION = "organisation";

    private Flows() {}

    static Dataset<Row> of(Inputs in) {
        Dataset<Row> all = sold(in).unionByName(served(in))
                .unionByName(cost(in))
                .unionByName(engagement(in))
                .unionByName(feedback(in))
                .unionByName(experienceOfUnits(in))
                .unionByName(experienceOfAll(in));
        return all.filter(Steering.MONTH_DATE.col().lt(Days.day(ValueSettings.until(in.asOf()))));
    }

    private static Dataset<Row> sold(Inputs in) {
        double share = in.settings(ClvSettings.class).marginShare();
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        Column margin = Money.inCents(Money.margin(revenue, FctOrderLine.COST_AMOUNT.col(), share));
        Column customer = FctOrderLine.CUSTOMER_KEY.col();
        return Measured.rows(
                in.rows(FctOrderLine.TABLE)
                        .groupBy(Steering.MONTH_DATE.is(Days.month(FctOrderLine.ORDER_DATE.col())))
                        .agg(
                                sum(Money.inCents(revenue)).as("_revenue"),
                                sum(margin).as("_margin"),
                                countDistinct(when(customer.gt(0).and(revenue.gt(0)), customer))
                                        .as("_buyers"))
                        .withColumn(Steering.UNIT_SOURCE_ID.name(), lit(Steering.ALL)),
                Measured.amount(SteeringMeasure.REVENUE, Money.ofCents(col("_revenue"))),
                Measured.amount(SteeringMeasure.MARGIN, Money.ofCents(col("_margin"))),
                Measured.amount(SteeringMeasure.BUYERS, col("_buyers")));
    }

    /** Contacts of all and of each unit, and each unit's part, by exposure, of the revenue of those it served. */
    private static Dataset<Row> served(Inputs in) {
        Dataset<Row> sums = in.rows(FctCustomerEmployee.TABLE)
                .groupBy(
                        Steering.MONTH_DATE.is(FctCustomerEmployee.MONTH_DATE.col()),
                        FctCustomerEmployee.UNIT_KEY.col())
                .agg(
                        sum(FctCustomerEmployee.NET_REVENUE_AMOUNT.col()).as("_revenue"),
                        sum(FctCustomerEmployee.CONTACT_COUNT.col()).as("_contacts"),
                        sum(FctCustomerEmployee.SOLVED_COUNT.col()).as("_solved"),
                        sum(FctCustomerEmployee.KNOWN_OUTCOME_COUNT.col()).as("_judged"));
        Column judged = when(col("_judged").gt(0), col("_judged"));
        Column contacts = when(col("_contacts").gt(0), col("_contacts"));
        Dataset<Row> units = named(in, sums);
        Dataset<Row> company = sums.groupBy(Steering.MONTH_DATE.col())
                .agg(
                        sum("_contacts").as("_contacts"),
                        sum("_solved").as("_solved"),
                        sum("_judged").as("_judged"))
                .withColumn(Steering.UNIT_SOURCE_ID.name(), lit(Steering.ALL));
        return Measured.rows(
                        units,
                        Measured.amount(SteeringMeasure.REVENUE, col("_revenue")),
                        Measured.amount(SteeringMeasure.CONTACTS, contacts),
                        Measured.share(SteeringMeasure.SOLVED, col("_solved"), judged))
                .unionByName(Measured.rows(
                        company,
                        Measured.amount(SteeringMeasure.CONTACTS, contacts),
                        Measured.share(SteeringMeasure.SOLVED, col("_solved"), judged)));
    }

    private static Dataset<Row> named(Inputs in, Dataset<Row> ofUnits) {
        return ofUnits.join(Units.named(in), new String[] {DimOrgUnit.UNIT_KEY.name()}, "inner");
    }

    private static Dataset<Row> cost(Inputs in) {
        return Measured.rows(
                in.rows(FctCostToServe.TABLE)
                        .filter(FctCostToServe.served())
                        .groupBy(Steering.MONTH_DATE.is(FctCostToServe.MONTH_DATE.col()))
                        .agg(sum(FctCostToServe.COST_AMOUNT.col()).as("_cost"))
                        .withColumn(Steering.UNIT_SOURCE_ID.name(), lit(Steering.ALL)),
                Measured.amount(SteeringMeasure.COST_TO_SERVE, col("_cost")));
    }

    /** Of units as far as privacy shows them; of the company the mean over their employees. */
    private static Dataset<Row> engagement(Inputs in) {
        Dataset<Row> units = named(
                in,
                in.rows(FctEngagement.TABLE)
                        .filter(FctEngagement.CONSTRUCT_CODE
                                .col()
                                .equalTo(SteeringMeasure.ENGAGEMENT.code())
                                .and(FctEngagement.SCALE_SHARE.col().isNotNull()))
                        .withColumn(Steering.MONTH_DATE.name(), Days.month(FctEngagement.WAVE_DATE.col())));
        Column n = FctEngagement.RESPONDENT_COUNT.col();
        Column total = Exact.total(FctEngagement.SCALE_SHARE.col().multiply(n));
        Dataset<Row> company = units.groupBy(Steering.MONTH_DATE.col())
                .agg(sum(n).as("_n"), total.as("_total"))
                .withColumn(Steering.UNIT_SOURCE_ID.name(), lit(Steering.ALL));
        Dataset<Row> ofUnits = units.groupBy(Steering.MONTH_DATE.col(), Steering.UNIT_SOURCE_ID.col())
                .agg(sum(n).as("_n"), total.as("_total"));
        return Measured.rows(company.unionByName(ofUnits), mean(SteeringMeasure.ENGAGEMENT));
    }

    private static Column mean(SteeringMeasure measure) {
        Column mean = col("_total").divide(col("_n"));
        return Measured.of(measure, mean, col("_n"), Measured.NONE, Measured.NONE, Measured.NONE);
    }

    private static Dataset<Row> feedback(Inputs in) {
        Column reached = EnergyLeak.REACHED_COUNT.col();
        Column stage = EnergyLeak.STAGE_CODE.col();
        Column given = sum(when(stage.equalTo(EnergyLeak.GIVEN), reached).otherwise(0L));
        Column told = sum(when(stage.equalTo(EnergyLeak.TOLD), reached).otherwise(0L));
        Dataset<Row> leaks = in.rows(EnergyLeak.TABLE);
        Dataset<Row> units = leaks.groupBy(
                        Steering.MONTH_DATE.is(EnergyLeak.MONTH_DATE.col()),
                        Steering.UNIT_SOURCE_ID.is(EnergyLeak.UNIT_SOURCE_ID.col()))
                .agg(given.as("_given"), told.as("_told"));
        Dataset<Row> company = leaks.groupBy(Steering.MONTH_DATE.is(EnergyLeak.MONTH_DATE.col()))
                .agg(given.as("_given"), told.as("_told"))
                .withColumn(Steering.UNIT_SOURCE_ID.name(), lit(Steering.ALL));
        return Measured.rows(
                company.unionByName(units.filter(Steering.UNIT_SOURCE_ID.col().notEqual(EnergyLeak.NONE))),
                Measured.amount(SteeringMeasure.FEEDBACK, col("_given")),
                Measured.share(SteeringMeasure.TOLD_BACK, col("_told"), col("_given")));
    }

    private static Dataset<Row> experienceOfUnits(Inputs in) {
        return experience(in, Experience.UNIT)
                .select(
                        Steering.MONTH_DATE.is(Experience.MONTH_DATE.col()),
                        Steering.UNIT_SOURCE_ID.is(Experience.SUBJECT_CODE.col()),
                        Steering.MEASURE_CODE.is(Experience.METRIC_CODE.col()),
                        Steering.ACTUAL_ESTIMATE.is(Experience.METRIC_ESTIMATE.col()),
                        Steering.ANSWER_COUNT.is(Experience.ANSWER_COUNT.col()),
                        Steering.LOW_ESTIMATE.is(Experience.LOW_ESTIMATE.col()),
                        Steering.HIGH_ESTIMATE.is(Experience.HIGH_ESTIMATE.col()),
                        Steering.TARGET_ESTIMATE.is(Experience.TARGET_ESTIMATE.col()));
    }

    private static Dataset<Row> experience(Inputs in, String level) {
        return in.rows(Experience.TABLE)
                .filter(Experience.LEVEL_CODE
                        .col()
                        .equalTo(level)
                        .and(Experience.METRIC_CODE.col().isin(SurveyAnswer.NPS, SurveyAnswer.CSAT, SurveyAnswer.CES)));
    }

    /** Answers about the organisation, whatever they are about in it. */
    private static Dataset<Row> experienceOfAll(Inputs in) {
        Column n = Experience.ANSWER_COUNT.col();
        return experience(in, ORGANISATION)
                .groupBy(Steering.MONTH_DATE.is(Experience.MONTH_DATE.col()), Experience.METRIC_CODE.col())
                .agg(
                        sum(n).as(CompanyExperience.ANSWERS),
                        coalesce(sum(Experience.PROMOTER_COUNT.col()), lit(0L)).as(CompanyExperience.PROMOTERS),
                        coalesce(sum(Experience.DETRACTOR_COUNT.col()), lit(0L)).as(CompanyExperience.DETRACTORS),
                        coalesce(sum(Experience.TOP_COUNT.col()), lit(0L)).as(CompanyExperience.TOP),
                        Exact.total(Experience.METRIC_ESTIMATE.col().multiply(n))
                                .as(CompanyExperience.TOTAL))
                .map(new CompanyExperience(), Encoders.row(Measured.SHAPE));
    }
}
