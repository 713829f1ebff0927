package io.linkage.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.linkage.column.Answers;
import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Units;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctNoAnswer;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.mart.Experience;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What customers say per month, level and subject, and what went wrong; each answer also counts for the unit and the moment it is
 * about.
 */
public final class BuildExperience {
    public static final Build BUILD = Build.of(Experience.TABLE)
            .reads(
                    BuildExperience::from,
                    FctSurveyAnswer.TABLE,
                    FctNoAnswer.TABLE,
                    FctFeedback.TABLE,
                    FctCustomerEmployee.TABLE,
                    DimOrgUnit.TABLE,
                    FctDepartmentEstimate.TABLE);

    private static final String ABOUT = "_about";
    private static final String UNIT_CODE = "_unit_code";

    private BuildExperience() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> answers = in.rows(FctSurveyAnswer.TABLE);
        Dataset<Row> asked =
                answers.unionByName(in.rows(FctNoAnswer.TABLE), true).unionByName(gaps(answers), true);
        Dataset<Row> measured = counted(about(asked)).unionByName(Problems.counted(in));
        Dataset<Row> counted = targeted(in, named(in, measured));
        return Experience.TABLE.shape(
                ExperienceRows.of(counted).withColumn(Experience.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    /**
     * What each respondent perceived of a subject less what they expected of it, over its items: an answer of those who told both
     * (SERVQUAL: Parasuraman, Zeithaml and Berry 1988).
     */
    private static Dataset<Row> gaps(Dataset<Row> answers) {
        Column instrument = FctSurveyAnswer.INSTRUMENT_CODE.col();
        Column share = FctSurveyAnswer.SCALE_SHARE.col();
        Column perceived = Exact.mean(when(instrument.equalTo(SurveyAnswer.PERCEPTION), share));
        Column expected = Exact.mean(when(instrument.equalTo(SurveyAnswer.EXPECTATION), share));
        return answers.filter(instrument.isin(SurveyAnswer.PERCEPTION, SurveyAnswer.EXPECTATION))
                .groupBy(
                        FctSurveyAnswer.SURVEY_CODE.col(),
                        FctSurveyAnswer.RESPONDENT_ID.col(),
                        FctSurveyAnswer.LEVEL_CODE.col(),
                        FctSurveyAnswer.SUBJECT_CODE.col())
                .agg(
                        max(FctSurveyAnswer.ANSWER_DATE.col()).as(FctSurveyAnswer.ANSWER_DATE.name()),
                        max(FctSurveyAnswer.SAMPLE_WEIGHT.col()).as(FctSurveyAnswer.SAMPLE_WEIGHT.name()),
                        perceived.minus(expected).as(FctSurveyAnswer.SCALE_SHARE.name()))
                .filter(share.isNotNull())
                .withColumn(FctSurveyAnswer.INSTRUMENT_CODE.name(), lit(Experience.GAP));
    }

    /** One row per question asked and what it is about: the level of its question, the unit that served, the moment of truth. */
    private static Dataset<Row> about(Dataset<Row> asked) {
        Column unit = FctSurveyAnswer.UNIT_KEY.col();
        Column moment = FctSurveyAnswer.MOMENT_CODE.col();
        // Ratings of different attributes have no common mean.
        Column asWhole =
                FctSurveyAnswer.INSTRUMENT_CODE.col().isin(SurveyAnswer.NPS, SurveyAnswer.CES, SurveyAnswer.CSAT);
        Column all = array(
                about(FctSurveyAnswer.LEVEL_CODE.col(), FctSurveyAnswer.SUBJECT_CODE.col()),
                when(unit.gt(0).and(asWhole), about(lit(Experience.UNIT), unit.cast("string"))),
                when(moment.isNotNull().and(asWhole), about(lit(Experience.MOMENT), moment)));
        return asked.withColumn(ABOUT, explode(all)).filter(col(ABOUT).isNotNull());
    }

    /** What a figure is about. */
    static Column about(Column level, Column subject) {
        return struct(Experience.LEVEL_CODE.is(level), Experience.SUBJECT_CODE.is(subject));
    }

    /** Units by the identifier that readers know. */
    private static Dataset<Row> named(Inputs in, Dataset<Row> counted) {
        Dataset<Row> units = Units.withMergers(in)
                .withColumnRenamed(DimOrgUnit.UNIT_SOURCE_ID.name(), UNIT_CODE)
                .withColumn("_unit", DimOrgUnit.UNIT_KEY.col().cast("string"));
        Column isUnit = Experience.LEVEL_CODE.col().equalTo(Experience.UNIT);
        return counted.join(units, isUnit.and(Experience.SUBJECT_CODE.col().equalTo(col("_unit"))), "left")
                .withColumn(ExperienceRows.MAKE_UP, Units.makeUp(Experience.MONTH_DATE.col()))
                .withColumn(Experience.SUBJECT_CODE.name(), coalesce(col(UNIT_CODE), Experience.SUBJECT_CODE.col()));
    }

    /** What the unit aims at in the year of the month. */
    private static Dataset<Row> targeted(Inputs in, Dataset<Row> counted) {
        Dataset<Row> targets = in.rows(FctDepartmentEstimate.TABLE)
                .select(
                        FctDepartmentEstimate.UNIT_SOURCE_ID.col().as("_aiming"),
                        FctDepartmentEstimate.METRIC_CODE.col().as("_aim"),
                        FctDepartmentEstimate.YEAR_NUMBER.col().as("_aim_year"),
                        Experience.TARGET_ESTIMATE.is(FctDepartmentEstimate.TARGET_SCORE.col()));
        Column same = col(UNIT_CODE)
                .equalTo(col("_aiming"))
                .and(Experience.METRIC_CODE.col().equalTo(col("_aim")))
                .and(year(Experience.MONTH_DATE.col()).equalTo(col("_aim_year")));
        return counted.join(targets, same, "left");
    }

    /** A month in which nobody answered has no figure. */
    private static Dataset<Row> counted(Dataset<Row> asked) {
        Column share = FctSurveyAnswer.SCALE_SHARE.col();
        Column weight = FctSurveyAnswer.SAMPLE_WEIGHT.col();
        Column value = value(share);
        Column isTop =
                Answers.isTop(share).and(FctSurveyAnswer.INSTRUMENT_CODE.col().notEqual(Experience.GAP));
        return asked.groupBy(
                        Experience.MONTH_DATE.is(Days.month(FctSurveyAnswer.ANSWER_DATE.col())),
                        Experience.LEVEL_CODE.is(col(ABOUT).getField(Experience.LEVEL_CODE.name())),
                        Experience.SUBJECT_CODE.is(col(ABOUT).getField(Experience.SUBJECT_CODE.name())),
                        Experience.METRIC_CODE.is(FctSurveyAnswer.INSTRUMENT_CODE.col()))
                .agg(
                        Experience.ANSWER_COUNT.is(count(share)),
                        Experience.NO_ANSWER_COUNT.is(count(when(share.isNull(), 1))),
                        Experience.PROMOTER_COUNT.is(coalesce(sum(FctSurveyAnswer.PROMOTER_COUNT.col()), lit(0))),
                        Experience.DETRACTOR_COUNT.is(coalesce(sum(FctSurveyAnswer.DETRACTOR_COUNT.col()), lit(0))),
                        Experience.TOP_COUNT.is(count(when(isTop, 1))),
                        Exact.mean(functions.round(share, 9)).as(ExperienceRows.MEAN),
                        Exact.deviation(share).as(ExperienceRows.DEVIATION),
                        Exact.total(weight).as(ExperienceRows.WEIGHTS),
                        Exact.total(weight.multiply(weight)).as(ExperienceRows.SQUARED_WEIGHTS),
                        Exact.total(weight.multiply(value)).as(ExperienceRows.VALUES),
                        Exact.total(weight.multiply(value).multiply(value)).as(ExperienceRows.SQUARED_VALUES))
                .filter(Experience.ANSWER_COUNT.col().gt(0));
    }

    private static Column value(Column share) {
        Column metric = FctSurveyAnswer.INSTRUMENT_CODE.col();
        return functions.round(
                Answers.metric(
                        metric.equalTo(SurveyAnswer.NPS),
                        metric.equalTo(SurveyAnswer.CSAT),
                        FctSurveyAnswer.PROMOTER_COUNT.col(),
                        FctSurveyAnswer.DETRACTOR_COUNT.col(),
                        share),
                9);
    }
}
