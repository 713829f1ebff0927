package io.linkage.core.experience;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctNoAnswer;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Questions asked up to the business date that got no answer. */
public final class BuildNoAnswer {
    public static final Build BUILD = Build.of(FctNoAnswer.TABLE)
            .reads(
                    BuildNoAnswer::from,
                    SurveyAnswer.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimOrgUnit.TABLE,
                    DimDate.TABLE);

    private BuildNoAnswer() {}

    static Dataset<Row> from(Inputs in) {
        return FctNoAnswer.TABLE.shape(
                BuildSurveyAnswer.asked(in, SurveyAnswer.ANSWER_SCORE.col().isNull())
                        .withColumn(
                                FctNoAnswer.REASON_CODE.name(),
                                coalesce(SurveyAnswer.NO_ANSWER_REASON_CODE.col(), lit(FctNoAnswer.OPEN))));
    }
}
