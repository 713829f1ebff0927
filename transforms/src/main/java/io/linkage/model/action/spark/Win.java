package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Inputs;
import io.linkage.settings.Action;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.ScoreProspect;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes a prospect a customer: the value of a new one, less what winning one costs where any such cost is known. */
final class Win implements Candidate {
    private static final String CHANCE = "_conversion_probability";
    private static final String WORTH = "_new_customer_value";

    @Override
    public Action action() {
        return Action.WIN;
    }

    @Override
    public Dataset<Row> beside(Inputs in, Dataset<Row> customers) {
        Column worth = ScoreProspect.EXPECTED_VALUE_AMOUNT
                .col()
                .minus(coalesce(ScoreProspect.ACQUISITION_COST_AMOUNT.col(), lit(0)));
        Dataset<Row> scores = in.rows(ScoreProspect.TABLE)
                .select(
                        ScoreProspect.CUSTOMER_KEY.col(),
                        ScoreProspect.CONVERSION_PROBABILITY.col().as(CHANCE),
                        worth.as(WORTH));
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
