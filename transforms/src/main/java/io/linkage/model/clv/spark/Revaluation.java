package io.linkage.model.clv.spark;

import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the customers of an earlier night would have been worth that night by tonight's models and settings: the build of
 * the scores itself, a pure function, over the inputs of that night but for the models.
 */
public final class Revaluation {
    private Revaluation() {}

    /** Rows of {@code score_clv} as the night of that date would have written them. */
    public static Dataset<Row> of(Inputs tonight, LocalDate earlier) {
        return BuildScoreClv.BUILD.from().apply(new OtherModels(tonight, tonight.earlier(earlier)));
    }

    /** An earlier night that had tonight's models. */
    private record OtherModels(Inputs tonight, Inputs then) implements Inputs {
        @Override
        public Dataset<Row> rows(Table table) {
            return table.equals(Model.TABLE) ? tonight.rows(table) : then.rows(table);
        }

        @Override
        public Dataset<Row> before() {
            return then.before();
        }

        @Override
        public Optional<LocalDate> before(Table table) {
            return then.before(table);
        }

        @Override
        public Inputs earlier(LocalDate date) {
            return then.earlier(date);
        }

        @Override
        public Dataset<Row> one() {
            return then.one();
        }

        @Override
        public LocalDate asOf() {
            return then.asOf();
        }

        @Override
        public <T> T settings(Class<T> type) {
            return tonight.settings(type);
        }

        @Override
        public Column pseudonym(Column identifier) {
            return tonight.pseudonym(identifier);
        }
    }
}
