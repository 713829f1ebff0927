package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;

import io.linkage.contract.Inputs;
import io.linkage.settings.Action;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.ScoreWinBack;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Asks a customer who left to return: a second lifetime is at stake with the chance of returning. */
final class WinBack implements Candidate {
    private static final String CHANCE = "_return_probability";
    private static final String WORTH = "_second_lifetime_value";

    @Override
    public Action action() {
        return Action.WIN_BACK;
    }

    @Override
    public Dataset<Row> beside(Inputs in, Dataset<Row> customers) {
        Dataset<Row> scores = in.rows(ScoreWinBack.TABLE)
                .select(
                        ScoreWinBack.CUSTOMER_KEY.col(),
                        ScoreWinBack.RETURN_PROBABILITY.col().as(CHANCE),
                        ScoreWinBack.SECOND_LIFETIME_VALUE_AMOUNT.col().as(WORTH));
        return customers.join(scores, new String[] {CustomerValue.CUSTOMER_KEY.name()}, "left");
    }

    @Override
    public Column applies() {
        return col(CHANCE).isNotNull();
    }

    @Override
    public Column probability() {
        return col(CHANCE);
    }

    @Override
    public Column stake() {
        return col(WORTH);
    }
}
