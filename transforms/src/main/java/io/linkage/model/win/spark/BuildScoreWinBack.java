package io.linkage.model.win.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.spark.Chances;
import io.linkage.model.clv.spark.NextPurchase;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreWinBack;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Scores lapsed customers: their chance of returning, and the value of a second lifetime (Stauss and Friege 1999). */
public final class BuildScoreWinBack {
    public static final Build BUILD = Build.of(ScoreWinBack.TABLE)
            .reads(
                    BuildScoreWinBack::from,
                    FeatureChurn.TABLE,
                    FctCustomerAttribute.TABLE,
                    FeatureCustomer.TABLE,
                    Model.TABLE);

    private static final String[] CUSTOMER = {ScoreWinBack.CUSTOMER_KEY.name()};
    private static final StructType SCORES = new StructType()
            .add(ScoreWinBack.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(ScoreWinBack.RETURN_PROBABILITY.name(), DataTypes.DoubleType)
            .add(
                    ScoreWinBack.SECOND_LIFETIME_VALUE_AMOUNT.name(),
                    ScoreWinBack.SECOND_LIFETIME_VALUE_AMOUNT.domain().type());

    private BuildScoreWinBack() {}

    static Dataset<Row> from(Inputs in) {
        List<Row> models = in.rows(Model.TABLE).collectAsList();
        return Chances.of(in, models, FeatureChurn.LAPSED)
                .map(chances -> scored(in, chances, NextPurchase.from(in, models)))
                .orElseGet(() -> Literals.rows(in.one(), ScoreWinBack.TABLE, List.of()));
    }

    private static Dataset<Row> scored(Inputs in, Chances chances, Optional<NextPurchase> value) {
        Dataset<Row> histories = in.rows(FeatureCustomer.TABLE)
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        FeatureCustomer.AGE_WEEKS.col(),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col(),
                        FeatureCustomer.CLV_GROUP_CODE.col());
        Column worth = ScoreWinBack.SECOND_LIFETIME_VALUE_AMOUNT.col();
        Column expected = worth.cast("double").multiply(ScoreWinBack.RETURN_PROBABILITY.col());
        return ScoreWinBack.TABLE.shape(chances.customers()
                .join(histories, CUSTOMER, "left")
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        col(Chances.CHANCE),
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        FeatureCustomer.AGE_WEEKS.col(),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col(),
                        FeatureCustomer.CLV_GROUP_CODE.col())
                .map(scoring(value), Encoders.row(SCORES))
                .withColumn(ScoreWinBack.AS_OF_DATE.name(), Days.day(in.asOf()))
                .withColumn(ScoreWinBack.MODEL_CODE.name(), lit(chances.model()))
                .withColumn(ScoreWinBack.WINDOW_DAYS.name(), lit(chances.windowDays()))
                .withColumn(
                        ScoreWinBack.EXPECTED_VALUE_AMOUNT.name(),
                        ScoreWinBack.EXPECTED_VALUE_AMOUNT.is(Money.cents(expected.cast("decimal(24,6)")))));
    }

    private static MapFunction<Row, Row> scoring(Optional<NextPurchase> value) {
        NextPurchase worth = value.orElse(null);
        return row -> RowFactory.create(
                row.getLong(0),
                row.getDouble(1),
                worth == null || row.isNullAt(2) ? null : Money.toCent(secondLifetime(row, worth)));
    }

    private static double secondLifetime(Row row, NextPurchase value) {
        long frequency = row.getLong(2);
        double meanSpend = frequency == 0 ? 0 : Math.max(0, row.getDecimal(4).doubleValue() / frequency);
        return value.ofReturned(row.getString(5), frequency, row.getDouble(3), meanSpend);
    }
}
