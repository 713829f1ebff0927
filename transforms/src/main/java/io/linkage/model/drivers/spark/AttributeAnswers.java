package io.linkage.model.drivers.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.linkage.column.Answers;
import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Inputs;
import io.linkage.core.Units;
import io.linkage.settings.PrioritySettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.mart.PriorityMatrix;
import io.linkage.table.staging.SurveyAnswer;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Answers about attributes: all that are neither about the company as a whole nor about what customers expect. */
final class AttributeAnswers {
    /** Name of the attribute; empty for the recommendation of the company. */
    static final String NAME = "_attribute";

    static final String RECOMMENDATION = "";

    private static final String ORGANISATION = "organisation";
    private static final String ALL = "all";

    private AttributeAnswers() {}

    /** Answers that count, each with what it is about. */
    static Dataset<Row> of(Inputs in) {
        Column subject = PriorityMatrix.SUBJECT_CODE.col();
        Column metric = FctSurveyAnswer.INSTRUMENT_CODE.col();
        Column asWhole = FctSurveyAnswer.LEVEL_CODE.col().equalTo(ORGANISATION).and(subject.equalTo(ALL));
        Column recommends = asWhole.and(metric.equalTo(SurveyAnswer.NPS));
        Column isAttribute = functions.not(asWhole).and(metric.notEqual(SurveyAnswer.EXPECTATION));
        return subjects(in)
                .filter(FctSurveyAnswer.ANSWER_DATE
                        .col()
                        .gt(Days.day(in.asOf()
                                .minusMonths(in.settings(PrioritySettings.class).answerMonths()))))
                .withColumn(
                        NAME,
                        when(recommends, lit(RECOMMENDATION))
                                .when(isAttribute, concat_ws("\n", FctSurveyAnswer.LEVEL_CODE.col(), subject, metric)))
                .filter(col(NAME).isNotNull());
    }

    /** A subject that is the unit itself is no attribute of its own: units differ in it, not attributes. */
    private static Dataset<Row> subjects(Inputs in) {
        Column subject = FctSurveyAnswer.SUBJECT_CODE.col();
        Column isUnit = subject.equalTo(DimOrgUnit.UNIT_SOURCE_ID.col());
        return in.rows(FctSurveyAnswer.TABLE)
                .join(functions.broadcast(Units.named(in)), new String[] {DimOrgUnit.UNIT_KEY.name()}, "left")
                .withColumn(
                        PriorityMatrix.SUBJECT_CODE.name(),
                        when(isUnit, lit(ALL)).otherwise(subject));
    }

    /** One small row per survey and attribute comes to the driver. */
    static List<Questionnaire.Asked> asked(Inputs in, Dataset<Row> answers) {
        Column share = FctSurveyAnswer.SCALE_SHARE.col();
        return answers
                .filter(col(NAME).notEqual(RECOMMENDATION))
                .join(targets(in), targeted(), "left")
                .groupBy(
                        FctSurveyAnswer.SURVEY_CODE.col(),
                        FctSurveyAnswer.LEVEL_CODE.col(),
                        PriorityMatrix.SUBJECT_CODE.col(),
                        FctSurveyAnswer.INSTRUMENT_CODE.col())
                .agg(
                        max(FctSurveyAnswer.ANSWER_DATE.col()),
                        count_distinct(FctSurveyAnswer.RESPONDENT_ID.col()),
                        count(lit(1)),
                        sum(FctSurveyAnswer.PROMOTER_COUNT.col()),
                        sum(FctSurveyAnswer.DETRACTOR_COUNT.col()),
                        count(when(Answers.isTop(share), 1)),
                        Exact.total(share),
                        Exact.total(share.multiply(share)),
                        count(PriorityMatrix.TARGET_ESTIMATE.col()),
                        Exact.total(PriorityMatrix.TARGET_ESTIMATE.col()),
                        Exact.total(when(PriorityMatrix.TARGET_ESTIMATE.col().isNotNull(), metric(share))))
                .collectAsList()
                .stream()
                .map(AttributeAnswers::asked)
                .toList();
    }

    private static Column metric(Column share) {
        Column instrument = FctSurveyAnswer.INSTRUMENT_CODE.col();
        return Answers.metric(
                instrument.equalTo(SurveyAnswer.NPS),
                instrument.equalTo(SurveyAnswer.CSAT),
                FctSurveyAnswer.PROMOTER_COUNT.col(),
                FctSurveyAnswer.DETRACTOR_COUNT.col(),
                share);
    }

    private static Dataset<Row> targets(Inputs in) {
        Column target = FctDepartmentEstimate.TARGET_SCORE.col();
        return functions.broadcast(in.rows(FctDepartmentEstimate.TABLE)
                .filter(target.isNotNull()
                        .and(FctDepartmentEstimate.UNIT_KEY.col().gt(0)))
                .groupBy(
                        FctDepartmentEstimate.UNIT_KEY.col().as("_aiming"),
                        FctDepartmentEstimate.METRIC_CODE.col().as("_aim"),
                        FctDepartmentEstimate.YEAR_NUMBER.col().as("_aim_year"))
                .agg(PriorityMatrix.TARGET_ESTIMATE.is(Exact.mean(target))));
    }

    private static Column targeted() {
        return FctSurveyAnswer.UNIT_KEY
                .col()
                .equalTo(col("_aiming"))
                .and(FctSurveyAnswer.INSTRUMENT_CODE.col().equalTo(col("_aim")))
                .and(year(FctSurveyAnswer.ANSWER_DATE.col()).equalTo(col("_aim_year")));
    }

    private static Questionnaire.Asked asked(Row row) {
        Attribute attribute = new Attribute(
                new Attribute.Name(row.getString(1), row.getString(2), row.getString(3)),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getDouble(10),
                row.getDouble(11),
                row.getLong(12),
                row.isNullAt(13) ? 0 : row.getDouble(13),
                row.isNullAt(14) ? 0 : row.getDouble(14));
        return new Questionnaire.Asked(row.getString(0), row.getDate(4).toLocalDate(), attribute);
    }
}
