package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Answers;
import io.linkage.settings.Action;
import io.linkage.table.mart.CustomerValue;
import org.apache.spark.sql.Column;

/** Asks a promoter to recommend us: the value of the customers whom promoters bring. */
final class AskToRecommend implements Candidate {
    @Override
    public Action action() {
        return Action.ASK_TO_RECOMMEND;
    }

    @Override
    public Column applies() {
        return Answers.npsGroup(CustomerValue.LAST_NPS_SCORE.col())
                .equalTo("promoter")
                .and(CustomerValue.LIFE_CYCLE_PHASE_CODE.col().notEqual(CustomerValue.LOST));
    }

    @Override
    public Column probability() {
        return lit(1.0);
    }

    @Override
    public Column stake() {
        return CustomerValue.PROMOTER_VALUE_AMOUNT.col();
    }
}
