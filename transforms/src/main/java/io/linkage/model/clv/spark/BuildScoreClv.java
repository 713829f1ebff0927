package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.interval.Interval;
import io.linkage.settings.ClvSettings;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
                    ScoreClv.RESIDUAL_VALUE_AMOUNT.name(),
                    ScoreClv.RESIDUAL_VALUE_AMOUNT.domain().type())
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
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col(),
                        FeatureCustomer.CLV_GROUP_CODE.col());
        LocalDate end = settings.calibrationEnd(in.asOf());
        Forecasts forecasts = new Forecasts(champion.get(), horizon, end);
        Broadcast<ValueForecasts> values = new ValueForecasts(champion.get(), horizon, end).shared(in.one());
        return ScoreClv.TABLE.shape(histories
                .map(scoring(champion.get(), forecasts, values), Encoders.row(SCORES))
                .withColumns(java.util.Map.of(
                        ScoreClv.AS_OF_DATE.name(), Days.day(in.asOf()),
                        ScoreClv.MODEL_CODE.name(), constant(champion.get()),
                        ScoreClv.HORIZON_MONTHS.name(), lit(settings.horizonMonths()))));
    }

    private static Column constant(FittedModel champion) {
        return lit(champion.model().purchases().name());
    }

    private static MapFunction<Row, Row> scoring(
            FittedModel champion, Forecasts forecasts, Broadcast<ValueForecasts> values) {
        return row -> score(row, champion, forecasts, values.value());
    }

    private static Row score(Row row, FittedModel champion, Forecasts forecasts, ValueForecasts values) {
        long frequency = row.getLong(1);
        double meanSpend = frequency == 0 ? 0 : Math.max(0, row.getDecimal(4).doubleValue() / frequency);
        Forecasts.Forecast forecast = forecasts.of(row.getString(5), frequency, row.getDouble(2), row.getDouble(3));
        double spend = champion.model().spend().expectedSpend(frequency, meanSpend);
        Interval interval = values.interval(row.getString(5), frequency, row.getDouble(2), row.getDouble(3), meanSpend);
        double margin = spend * champion.marginShare();
        return RowFactory.create(
                row.getLong(0),
                champion.model().dropoutIdentified() ? (Object) forecast.aliveProbability() : null,
                forecast.purchases(),
                cents(spend),
                cents(forecast.discountedPurchases() * margin),
                Double.isNaN(forecast.lifetimePurchases()) ? null : cents(forecast.lifetimePurchases() * margin),
                cents(interval.low()),
                cents(interval.high()));
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
