package io.linkage.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.mart.Experience;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Things gone wrong, among the customers with a name who might have met one: who bought, was served or told so in the month; of a
 * unit, whom it served or who told so of it. Months before the first problem and after the last feedback are left out: what nobody
 * records has not gone well.
 */
final class Problems {
    private static final String MONTH = Experience.MONTH_DATE.name();
    private static final String WHO = "_who";
    private static final String UNIT = "_unit";
    private static final String ABOUT = "_about";
    private static final String COUNT = "_problems";

    private Problems() {}

    /** Counts as those of answers: an answer is a customer, its mean the problems per customer. */
    static Dataset<Row> counted(Inputs in) {
        Dataset<Row> feedback = in.rows(FctFeedback.TABLE);
        Column isRecorded = col(MONTH).between(col("_first"), col("_last"));
        Dataset<Row> customers = met(in.rows(FctCustomerEmployee.TABLE))
                .join(broadcast(recorded(feedback)), isRecorded, "inner")
                .drop("_first", "_last")
                .unionByName(told(feedback))
                .withColumn(ABOUT, explode(subjects()))
                .filter(col(ABOUT).isNotNull())
                .groupBy(col(MONTH), col(ABOUT), col(WHO))
                .agg(sum(COUNT).as(COUNT));
        return figures(customers);
    }

    /** One row: the months of the first problem and of the last feedback, whoever gave it. */
    private static Dataset<Row> recorded(Dataset<Row> feedback) {
        Column month = Days.month(FctFeedback.FEEDBACK_DATE.col());
        return feedback.agg(
                min(when(FctFeedback.IS_GONE_WRONG.col(), month)).as("_first"),
                max(month).as("_last"));
    }

    private static Dataset<Row> told(Dataset<Row> feedback) {
        Column isKnown = FctFeedback.CUSTOMER_KEY.col().gt(0);
        return feedback.filter(FctFeedback.IS_GONE_WRONG.col().and(isKnown))
                .select(
                        Days.month(FctFeedback.FEEDBACK_DATE.col()).as(MONTH),
                        FctFeedback.CUSTOMER_KEY.col().as(WHO),
                        when(FctFeedback.UNIT_KEY.col().gt(0), FctFeedback.UNIT_KEY.col())
                                .as(UNIT),
                        lit(1L).as(COUNT));
    }

    private static Dataset<Row> met(Dataset<Row> months) {
        Column served = FctCustomerEmployee.CONTACT_COUNT.col().gt(0);
        return months.filter(FctCustomerEmployee.CUSTOMER_KEY.col().gt(0))
                .filter(served.or(FctCustomerEmployee.HAS_BOUGHT.col()))
                .select(
                        FctCustomerEmployee.MONTH_DATE.col().as(MONTH),
                        FctCustomerEmployee.CUSTOMER_KEY.col().as(WHO),
                        when(served.and(FctCustomerEmployee.UNIT_KEY.col().gt(0)), FctCustomerEmployee.UNIT_KEY.col())
                                .as(UNIT),
                        lit(0L).as(COUNT));
    }

    private static Column subjects() {
        return array(
                BuildExperience.about(lit(SurveyAnswer.ORGANISATION), lit(SurveyAnswer.WHOLE)),
                when(
                        col(UNIT).isNotNull(),
                        BuildExperience.about(lit(Experience.UNIT), col(UNIT).cast("string"))));
    }

    private static Dataset<Row> figures(Dataset<Row> customers) {
        Column n = count(lit(1));
        Column problems = sum(COUNT);
        Column squares = sum(col(COUNT).multiply(col(COUNT)));
        // Whole numbers throughout: n times the sum of squares less the squared sum.
        Column spread = n.multiply(squares).minus(problems.multiply(problems));
        Column none = lit(0L);
        return customers
                .groupBy(
                        col(MONTH),
                        Experience.LEVEL_CODE.is(col(ABOUT).getField(Experience.LEVEL_CODE.name())),
                        Experience.SUBJECT_CODE.is(col(ABOUT).getField(Experience.SUBJECT_CODE.name())),
                        Experience.METRIC_CODE.is(lit(Experience.PROBLEMS)))
                .agg(
                        Experience.ANSWER_COUNT.is(n),
                        Experience.NO_ANSWER_COUNT.is(none),
                        Experience.PROMOTER_COUNT.is(none),
                        Experience.DETRACTOR_COUNT.is(none),
                        Experience.TOP_COUNT.is(none),
                        problems.divide(n).as(ExperienceRows.MEAN),
                        when(n.gt(1), sqrt(spread.divide(n.multiply(n.minus(1)))))
                                .as(ExperienceRows.DEVIATION),
                        lit(0.0).as(ExperienceRows.WEIGHTS),
                        lit(0.0).as(ExperienceRows.SQUARED_WEIGHTS),
                        lit(0.0).as(ExperienceRows.VALUES),
                        lit(0.0).as(ExperienceRows.SQUARED_VALUES));
    }
}
