package io.linkage.model.clv.spark;

import io.linkage.contract.Inputs;
import io.linkage.table.ops.Model;
import io.linkage.table.score.ScoreClv;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the customers of an earlier night would have been worth that night by tonight's models and settings: the very
 * function that scores, a pure one, over what that night saw.
 */
public final class Revaluation {
    private Revaluation() {}

    /** Customers with their lifetime value, as {@code score_clv} names both. */
    public static Dataset<Row> of(Inputs tonight, LocalDate earlier) {
        Inputs then = tonight.earlier(earlier);
        List<Row> models = tonight.rows(Model.TABLE).collectAsList();
        return BuildScoreClv.valued(then, models)
                .orElseGet(() -> then.rows(ScoreClv.TABLE).limit(0))
                .select(ScoreClv.CUSTOMER_KEY.col(), ScoreClv.CLV_AMOUNT.col());
    }
}
