package io.linkage.core.experience;

import io.linkage.column.Answers;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Answers given up to the business date; a question that was not answered stands in {@code fct_no_answer}. */
public final class BuildSurveyAnswer {
    public static final Build BUILD = Build.of(FctSurveyAnswer.TABLE)
            .reads(
                    BuildSurveyAnswer::from,
                    SurveyAnswer.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimOrgUnit.TABLE,
                    DimDate.TABLE);

    private BuildSurveyAnswer() {}

    static Dataset<Row> from(Inputs in) {
        return FctSurveyAnswer.TABLE.shape(
                measured(asked(in, SurveyAnswer.ANSWER_SCORE.col().isNotNull())));
    }

    /** Some of the questions that customers were asked, with the customer and the unit as they were on the day. */
    static Dataset<Row> asked(Inputs in, Column some) {
        Dataset<Row> asked = Events.upTo(
                in,
                in.rows(SurveyAnswer.TABLE).filter(some),
                Events.local(SurveyAnswer.ANSWERED_AT, in),
                FctSurveyAnswer.ANSWER_DATE,
                FctSurveyAnswer.ANSWER_DATE_KEY);
        return Lookup.unit(
                Lookup.customer(in, asked, SurveyAnswer.CUSTOMER_SOURCE_ID, FctSurveyAnswer.ANSWER_DATE),
                in.rows(DimOrgUnit.TABLE),
                SurveyAnswer.UNIT_SOURCE_ID.name(),
                FctSurveyAnswer.ANSWER_DATE.name());
    }

    private static Dataset<Row> measured(Dataset<Row> answers) {
        Column isNps = SurveyAnswer.INSTRUMENT_CODE.col().equalTo(SurveyAnswer.NPS);
        Column least = SurveyAnswer.LEAST_SCORE.col();
        Column most = SurveyAnswer.MOST_SCORE.col();
        Column answer =
                Answers.bestHighest(SurveyAnswer.ANSWER_SCORE.col(), least, most, SurveyAnswer.IS_REVERSED.col());
        return answers.withColumn(FctSurveyAnswer.SCALE_SHARE.name(), Answers.scaleShare(answer, least, most))
                .withColumn(FctSurveyAnswer.PROMOTER_COUNT.name(), Answers.promoter(isNps, answer))
                .withColumn(FctSurveyAnswer.PASSIVE_COUNT.name(), Answers.passive(isNps, answer))
                .withColumn(FctSurveyAnswer.DETRACTOR_COUNT.name(), Answers.detractor(isNps, answer));
    }
}
