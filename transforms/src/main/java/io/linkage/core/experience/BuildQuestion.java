package io.linkage.core.experience;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.SpecialMembers;
import io.linkage.table.core.DimQuestion;
import io.linkage.table.core.Special;
import io.linkage.table.staging.EngagementAnswer;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Questions that any survey asked; where answers differ on what one measures, the first by name. */
public final class BuildQuestion {
    public static final Build BUILD =
            Build.of(DimQuestion.TABLE).reads(BuildQuestion::from, SurveyAnswer.TABLE, EngagementAnswer.TABLE);

    private BuildQuestion() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> customers = in.rows(SurveyAnswer.TABLE)
                .groupBy(SurveyAnswer.QUESTION_CODE.col())
                .agg(
                        DimQuestion.MEASURES_CODE.is(min(SurveyAnswer.INSTRUMENT_CODE.col())),
                        DimQuestion.LEVEL_CODE.is(min(SurveyAnswer.LEVEL_CODE.col())))
                .withColumn(DimQuestion.AUDIENCE_CODE.name(), lit("customer"));
        Dataset<Row> employees = in.rows(EngagementAnswer.TABLE)
                .groupBy(EngagementAnswer.QUESTION_CODE.col())
                .agg(DimQuestion.MEASURES_CODE.is(min(EngagementAnswer.CONSTRUCT_CODE.col())))
                .withColumn(DimQuestion.LEVEL_CODE.name(), lit(Special.NOT_APPLICABLE.text()))
                .withColumn(DimQuestion.AUDIENCE_CODE.name(), lit("employee"));
        Dataset<Row> keyed = Keys.settled(
                customers.unionByName(employees),
                DimQuestion.QUESTION_KEY.name(),
                DimQuestion.AUDIENCE_CODE.col(),
                DimQuestion.QUESTION_CODE.col());
        return DimQuestion.TABLE.shape(keyed.unionByName(specialMembers(in.one())));
    }

    private static Dataset<Row> specialMembers(Dataset<Row> one) {
        Column text = col(SpecialMembers.TEXT);
        return SpecialMembers.of(one)
                .select(
                        DimQuestion.QUESTION_KEY.is(col(SpecialMembers.KEY)),
                        DimQuestion.AUDIENCE_CODE.is(text),
                        DimQuestion.QUESTION_CODE.is(text),
                        DimQuestion.MEASURES_CODE.is(text),
                        DimQuestion.LEVEL_CODE.is(text));
    }
}
