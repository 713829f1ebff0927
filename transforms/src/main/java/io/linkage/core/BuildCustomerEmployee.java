package io.linkage.core;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.core.Special;
import io.linkage.table.staging.SurveyAnswer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Customers beside the units they met, month by month. Every measure is first summed on its own at the grain, then the
 * five are added: no join can multiply a row. Money of a month is shared out by contacts; where nobody served, the whole
 * goes to the special member.
 */
public final class BuildCustomerEmployee {
    public static final Build BUILD = Build.of(FctCustomerEmployee.TABLE)
            .reads(
                    BuildCustomerEmployee::from,
                    FctInteraction.TABLE,
                    FctSurveyAnswer.TABLE,
                    FctOrderLine.TABLE,
                    FctCostToServe.TABLE,
                    FctEngagement.TABLE);

    /** What a customer brings in and costs in a month, before it is shared out. */
    private static final List<Field> MONEY = List.of(
            FctCustomerEmployee.NET_REVENUE_AMOUNT,
            FctCustomerEmployee.MARGIN_AMOUNT,
            FctCustomerEmployee.COST_TO_SERVE_AMOUNT);

    private static final String BOUGHT = "_bought";
    private static final String ANY_CONTACTS = "_contacts";
    private static final String POINT = "_point";
    private static final String[] GRAIN = {
        FctCustomerEmployee.CUSTOMER_KEY.name(),
        FctCustomerEmployee.UNIT_KEY.name(),
        FctCustomerEmployee.MONTH_DATE.name()
    };

    private BuildCustomerEmployee() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> answers = answers(in.rows(FctSurveyAnswer.TABLE));
        Dataset<Row> contacts = contacts(in.rows(FctInteraction.TABLE));
        Dataset<Row> events = contacts.unionByName(answers, true)
                .unionByName(unserved(answers), true)
                .unionByName(unserved(contacts.filter(isKnown().equalTo(false))), true)
                .unionByName(sales(in), true)
                .unionByName(costs(in.rows(FctCostToServe.TABLE)), true);
        Dataset<Row> rows = shared(summed(events));
        Dataset<Row> engaged = rows.join(
                engagement(rows, in.rows(FctEngagement.TABLE)),
                new String[] {FctCustomerEmployee.UNIT_KEY.name(), FctCustomerEmployee.MONTH_DATE.name()},
                "left");
        return FctCustomerEmployee.TABLE.shape(engaged.filter(met()));
    }

    /** Those without a name are many: who among them met a unit is not known. */
    private static Column isKnown() {
        return FctCustomerEmployee.CUSTOMER_KEY.col().gt(0);
    }

    /** The special member stands only where nobody served or nobody knows whom, or where an answer names no unit. */
    private static Column met() {
        return FctCustomerEmployee.EXPOSURE_WEIGHT
                .col()
                .gt(0)
                .or(FctCustomerEmployee.CONTACT_COUNT.col().gt(0))
                .or(FctCustomerEmployee.PROMOTER_COUNT
                        .col()
                        .plus(FctCustomerEmployee.PASSIVE_COUNT.col())
                        .plus(FctCustomerEmployee.DETRACTOR_COUNT.col())
                        .plus(FctCustomerEmployee.CES_COUNT.col())
                        .plus(FctCustomerEmployee.CSAT_COUNT.col())
                        .gt(0));
    }

    private static Dataset<Row> contacts(Dataset<Row> contacts) {
        return contacts.select(
                FctInteraction.CUSTOMER_KEY.col(),
                FctInteraction.UNIT_KEY.col(),
                FctCustomerEmployee.MONTH_DATE.is(Days.month(FctInteraction.CONTACT_DATE.col())),
                FctCustomerEmployee.CONTACT_COUNT.is(1),
                FctCustomerEmployee.HANDLING_SECONDS.is(FctInteraction.HANDLING_SECONDS.col()),
                FctCustomerEmployee.SOLVED_COUNT.is(when(FctInteraction.IS_SOLVED.col(), 1)),
                FctCustomerEmployee.KNOWN_OUTCOME_COUNT.is(
                        when(FctInteraction.IS_SOLVED.col().isNotNull(), 1)),
                FctCustomerEmployee.LATE_DATE.is(FctInteraction.LATE_DATE.col()));
    }

    /** An answer about no unit belongs to no group of employees. */
    private static Dataset<Row> answers(Dataset<Row> answers) {
        Column unit = FctSurveyAnswer.UNIT_KEY.col();
        Column isCes = FctSurveyAnswer.INSTRUMENT_CODE.col().equalTo(SurveyAnswer.CES);
        Column isCsat = FctSurveyAnswer.INSTRUMENT_CODE.col().equalTo(SurveyAnswer.CSAT);
        Column share = FctSurveyAnswer.SCALE_SHARE.col();
        return answers.select(
                FctSurveyAnswer.CUSTOMER_KEY.col(),
                FctCustomerEmployee.UNIT_KEY.is(
                        when(unit.leq(0), Special.NOT_APPLICABLE.key()).otherwise(unit)),
                FctCustomerEmployee.MONTH_DATE.is(Days.month(FctSurveyAnswer.ANSWER_DATE.col())),
                FctSurveyAnswer.PROMOTER_COUNT.col(),
                FctSurveyAnswer.PASSIVE_COUNT.col(),
                FctSurveyAnswer.DETRACTOR_COUNT.col(),
                FctCustomerEmployee.CES_SCORE_SUM.is(when(isCes, share)),
                FctCustomerEmployee.CES_COUNT.is(when(isCes, 1)),
                FctCustomerEmployee.CSAT_SCORE_SUM.is(when(isCsat, share)),
                FctCustomerEmployee.CSAT_COUNT.is(when(isCsat, 1)));
    }

    /** Whom nobody served in the month of an answer the special member has, not the unit that the answer is about. */
    private static Dataset<Row> unserved(Dataset<Row> met) {
        return met.select(
                FctCustomerEmployee.CUSTOMER_KEY.col(),
                FctCustomerEmployee.MONTH_DATE.col(),
                lit(Special.NOT_APPLICABLE.key()).as(FctCustomerEmployee.UNIT_KEY.name()));
    }

    private static Dataset<Row> sales(Inputs in) {
        Column revenue = FctOrderLine.REVENUE_AMOUNT.col();
        double share = in.settings(ClvSettings.class).marginShare();
        Column margin = Money.inCents(Money.margin(revenue, FctOrderLine.COST_AMOUNT.col(), share));
        return in.rows(FctOrderLine.TABLE)
                .groupBy(
                        FctOrderLine.CUSTOMER_KEY.col(),
                        FctCustomerEmployee.MONTH_DATE.is(Days.month(FctOrderLine.ORDER_DATE.col())))
                .agg(
                        FctCustomerEmployee.NET_REVENUE_AMOUNT.is(sum(revenue)),
                        FctCustomerEmployee.MARGIN_AMOUNT.is(Money.ofCents(coalesce(sum(margin), lit(0L)))),
                        max(revenue.gt(0)).as(BOUGHT))
                .withColumn(FctCustomerEmployee.UNIT_KEY.name(), lit(Special.NOT_APPLICABLE.key()));
    }

    /** What serving a customer cost; capacity that nobody used is nobody's. */
    private static Dataset<Row> costs(Dataset<Row> costs) {
        return costs.filter(FctCostToServe.served())
                .groupBy(FctCostToServe.CUSTOMER_KEY.col(), FctCostToServe.MONTH_DATE.col())
                .agg(FctCustomerEmployee.COST_TO_SERVE_AMOUNT.is(sum(FctCostToServe.COST_AMOUNT.col())))
                .withColumn(FctCustomerEmployee.UNIT_KEY.name(), lit(Special.NOT_APPLICABLE.key()));
    }

    private static Dataset<Row> summed(Dataset<Row> events) {
        List<Field> measures = List.of(
                FctCustomerEmployee.CONTACT_COUNT,
                FctCustomerEmployee.HANDLING_SECONDS,
                FctCustomerEmployee.SOLVED_COUNT,
                FctCustomerEmployee.KNOWN_OUTCOME_COUNT,
                FctCustomerEmployee.PROMOTER_COUNT,
                FctCustomerEmployee.PASSIVE_COUNT,
                FctCustomerEmployee.DETRACTOR_COUNT,
                FctCustomerEmployee.CES_SCORE_SUM,
                FctCustomerEmployee.CES_COUNT,
                FctCustomerEmployee.CSAT_SCORE_SUM,
                FctCustomerEmployee.CSAT_COUNT);
        List<Column> sums = new ArrayList<>();
        measures.forEach(measure -> sums.add(measure.is(coalesce(sum(measure.col()), lit(0)))));
        MONEY.forEach(amount -> sums.add(amount.is(sum(amount.col()))));
        sums.add(max(col(BOUGHT)).as(BOUGHT));
        return events.groupBy(col(GRAIN[0]), col(GRAIN[1]), col(GRAIN[2]))
                .agg(
                        FctCustomerEmployee.LATE_DATE.is(max(FctCustomerEmployee.LATE_DATE.col())),
                        sums.toArray(Column[]::new));
    }

    /** Money of a customer's month goes to the units by contacts, in the order of their keys, to the cent. */
    private static Dataset<Row> shared(Dataset<Row> rows) {
        WindowSpec month =
                Window.partitionBy(FctCustomerEmployee.CUSTOMER_KEY.name(), FctCustomerEmployee.MONTH_DATE.name());
        WindowSpec through = month.orderBy(FctCustomerEmployee.UNIT_KEY.name())
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column contacts = FctCustomerEmployee.CONTACT_COUNT.col();
        Column served = col(ANY_CONTACTS).gt(0).and(isKnown());
        Column nobody = when(col("_first").equalTo(1), 1).otherwise(0);
        Column parts = when(served, contacts).otherwise(nobody);
        Dataset<Row> placed = rows.withColumn(ANY_CONTACTS, sum(contacts).over(month))
                .withColumn("_first", count(lit(1)).over(through))
                .withColumn("_parts", parts)
                .withColumn("_whole", when(served, col(ANY_CONTACTS)).otherwise(1))
                .withColumn(POINT, sum("_parts").over(through))
                .withColumn(
                        FctCustomerEmployee.HAS_BOUGHT.name(),
                        coalesce(max(col(BOUGHT)).over(month), lit(false)));
        Column before = col(POINT).minus(col("_parts"));
        Dataset<Row> weighed = placed.withColumn(
                FctCustomerEmployee.EXPOSURE_WEIGHT.name(), col("_parts").divide(col("_whole")));
        for (Field amount : MONEY) {
            Column ofMonth = coalesce(sum(amount.col()).over(month), lit(0).cast("decimal(18,2)"));
            weighed = weighed.withColumn(amount.name(), Money.share(ofMonth, before, col(POINT), col("_whole")));
        }
        return weighed;
    }

    /** The last wave shown that stands at the end of the month, and of the months 1, 3 and 6 before. */
    private static Dataset<Row> engagement(Dataset<Row> rows, Dataset<Row> waves) {
        Dataset<Row> shown = waves.filter(FctEngagement.CONSTRUCT_CODE
                        .col()
                        .equalTo("engagement")
                        .and(FctEngagement.SCALE_SHARE.col().isNotNull()))
                .select(
                        FctEngagement.UNIT_KEY.col().as("_unit"),
                        FctEngagement.WAVE_DATE.col().as("_wave"),
                        FctEngagement.STANDS_UNTIL_DATE.col().as("_until"),
                        FctEngagement.SCALE_SHARE.col().as("_share"));
        return rows.select(FctCustomerEmployee.UNIT_KEY.name(), FctCustomerEmployee.MONTH_DATE.name())
                .distinct()
                .join(shown, col(FctCustomerEmployee.UNIT_KEY.name()).equalTo(col("_unit")), "left")
                .groupBy(FctCustomerEmployee.UNIT_KEY.name(), FctCustomerEmployee.MONTH_DATE.name())
                .agg(
                        FctCustomerEmployee.ENGAGEMENT_SHARE.is(lastWave(0)),
                        FctCustomerEmployee.ENGAGEMENT_1M_SHARE.is(lastWave(1)),
                        FctCustomerEmployee.ENGAGEMENT_3M_SHARE.is(lastWave(3)),
                        FctCustomerEmployee.ENGAGEMENT_6M_SHARE.is(lastWave(6)));
    }

    private static Column lastWave(int monthsBefore) {
        Column end = last_day(add_months(col(FctCustomerEmployee.MONTH_DATE.name()), -monthsBefore));
        Column known = col("_wave").leq(end).and(end.lt(col("_until")));
        return max_by(when(known, col("_share")), when(known, col("_wave")));
    }
}
