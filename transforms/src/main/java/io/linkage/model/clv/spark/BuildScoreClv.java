package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.History;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.interval.Interval;
import io.linkage.model.clv.interval.ValueForecast;
import io.linkage.settings.ClvSettings;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Scores every buyer with the night's champion, a pure function of the buyer's history. */
public final class BuildScoreClv {
    public static final Build BUILD =
            Build.of(ScoreClv.TABLE).reads(BuildScoreClv::from, FeatureCustomer.TABLE, Model.TABLE);

    private static final StructType SCORES = new StructType()
            .add(ScoreClv.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(ScoreClv.ALIVE_PROBABILITY.name(), DataTypes.DoubleType)
            .add(ScoreClv.EXPECTED_PURCHASES.name(), DataTypes.DoubleType)
            .add(
                    ScoreClv.EXPECTED_SPEND_AMOUNT.name(),
                    ScoreClv.EXPECTED_SPEND_AMOUNT.domain().type())
            .add(ScoreClv.CLV_AMOUNT.name(), ScoreClv.CLV_AMOUNT.domain().type())
            .add(
                    ScoreClv.CLV_LOW_AMOUNT.name(),
                    ScoreClv.CLV_LOW_AMOUNT.domain().type())
            .add(
                    ScoreClv.CLV_HIGH_AMOUNT.name(),
                    ScoreClv.CLV_HIGH_AMOUNT.domain().type());

    private BuildScoreClv() {}

    static Dataset<Row> from(Inputs in) {
        ClvSettings settings = in.settings(ClvSettings.class);
        List<Row> models = in.rows(Model.TABLE).collectAsList();
        Optional<FittedModel> champion = FittedModel.from(models);
        if (champion.isEmpty()) {
            return Literals.rows(in.one(), ScoreClv.TABLE, List.of());
        }
        Horizon horizon = Horizon.ofYearlyRate(settings.horizonMonths(), settings.yearlyDiscountRate());
        Dataset<Row> histories = in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.AGE_WEEKS.col().isNotNull())
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        FeatureCustomer.RECENCY_WEEKS.col(),
                        FeatureCustomer.AGE_WEEKS.col(),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col());
        return ScoreClv.TABLE.shape(histories
                .map(scoring(in.one(), champion.get(), horizon), Encoders.row(SCORES))
                .withColumns(java.util.Map.of(
                        ScoreClv.AS_OF_DATE.name(), Days.day(in.asOf()),
                        ScoreClv.MODEL_CODE.name(), constant(champion.get()),
                        ScoreClv.HORIZON_MONTHS.name(), lit(settings.horizonMonths()))));
    }

    private static Column constant(FittedModel champion) {
        return lit(champion.model().purchases().name());
    }

    /** The forecast is sent to each executor once: what it works out for one row serves the rows of every task there. */
    private static MapFunction<Row, Row> scoring(Dataset<Row> one, FittedModel champion, Horizon horizon) {
        Broadcast<ValueForecast> forecast =
                new JavaSparkContext(one.sparkSession().sparkContext()).broadcast(champion.forecast(horizon));
        return row -> score(row, champion, horizon, forecast.value());
    }

    private static Row score(Row row, FittedModel champion, Horizon horizon, ValueForecast forecast) {
        History history = new History(row.getLong(1), row.getDouble(2), row.getDouble(3));
        double meanSpend =
                row.getLong(1) == 0 ? 0 : Math.max(0, row.getDecimal(4).doubleValue() / row.getLong(1));
        var alive = champion.model().probabilityAlive(history);
        Interval interval = forecast.interval(history, meanSpend);
        return RowFactory.create(
                row.getLong(0),
                alive.isPresent() ? (Object) alive.getAsDouble() : null,
                champion.model().purchases().expectedPurchases(history, horizon.weeks()),
                cents(champion.model().spend().expectedSpend(row.getLong(1), meanSpend)),
                cents(champion.model().value(history, meanSpend, horizon, champion.marginShare())),
                cents(interval.low()),
                cents(interval.high()));
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
