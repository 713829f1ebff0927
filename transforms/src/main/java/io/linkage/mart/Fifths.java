package io.linkage.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.score.ScoreWallet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * In which fifth of the buyers an amount lies: 1, and a point for each fifth of the buyers whose amount is lower (RFM
 * scores after Hughes 1994, with ties kept together). The least amounts of each score are one row for the whole base.
 */
final class Fifths {
    private static final int FIFTHS = 5;
    private static final String MEASURE = "_measure";
    private static final String AMOUNT = "_amount";
    private static final String CENTS = "decimal(18,2)";

    /** What buyers are scored by. */
    enum Measure {
        RECENCY,
        FREQUENCY,
        MONEY,
        VALUE,
        POTENTIAL;

        private String least(int score) {
            return "_" + name() + "_" + score;
        }
    }

    private Fifths() {}

    /** One row: of each measure the least amount of each score above 1; empty where none has it. */
    static Dataset<Row> of(Inputs in) {
        Dataset<Row> ranks = Ranking.of(amounts(in).filter(col(AMOUNT).isNotNull()), MEASURE, AMOUNT);
        Column worse = col(Ranking.ALL).minus(col(Ranking.BEFORE)).minus(col(Ranking.COUNT));
        Column score = floor(worse.multiply(FIFTHS).divide(col(Ranking.ALL))).plus(1);
        List<Column> least = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (int points = 2; points <= FIFTHS; points++) {
                Column reached = col(MEASURE).equalTo(measure.name()).and(score.geq(points));
                least.add(min(when(reached, col(AMOUNT))).as(measure.least(points)));
            }
        }
        return ranks.agg(least.get(0), least.subList(1, least.size()).toArray(Column[]::new));
    }

    /** The score of an amount, of rows with {@link #of} beside them; empty where there is no amount. */
    static Column score(Measure measure, Column amount) {
        Column score = when(amount.isNotNull(), 1);
        for (int points = 2; points <= FIFTHS; points++) {
            score = when(amount.geq(col(measure.least(points))), points).otherwise(score);
        }
        return score;
    }

    /** Recency as an amount that is better the higher: days since the last purchase, negative. */
    static Column recency(LocalDate asOf) {
        return datediff(FeatureCustomer.LAST_PURCHASE_DATE.col(), Days.day(asOf));
    }

    private static Dataset<Row> amounts(Inputs in) {
        Dataset<Row> buyers = in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.FIRST_PURCHASE_DATE.col().isNotNull())
                .select(explode(array(
                                amount(Measure.RECENCY, recency(in.asOf())),
                                amount(Measure.FREQUENCY, FeatureCustomer.PURCHASE_DAY_COUNT.col()),
                                amount(Measure.MONEY, FeatureCustomer.NET_REVENUE_AMOUNT.col())))
                        .as("row"));
        Dataset<Row> values = in.rows(ScoreClv.TABLE)
                .select(amount(Measure.VALUE, ScoreClv.CLV_AMOUNT.col()).as("row"));
        Dataset<Row> wallets = in.rows(ScoreWallet.TABLE)
                .select(amount(Measure.POTENTIAL, ScoreWallet.POTENTIAL_VALUE_AMOUNT.col())
                        .as("row"));
        return buyers.unionByName(values).unionByName(wallets).select(col("row.*"));
    }

    private static Column amount(Measure measure, Column amount) {
        return struct(lit(measure.name()).as(MEASURE), amount.cast(CENTS).as(AMOUNT));
    }
}
