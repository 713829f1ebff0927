package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.interval.Interval;
import io.linkage.model.contract.spark.ContractValues;
import io.linkage.model.value.spark.NetValue;
import io.linkage.model.value.spark.PromoterValue;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctSubscription;
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

/** Scores every buyer with the champion of the night, a pure function of the history, and every running contract with its own. */
public final class BuildScoreClv {
    public static final Build BUILD = Build.of(ScoreClv.TABLE)
            .reads(
                    BuildScoreClv::from,
                    FeatureCustomer.TABLE,
                    Model.TABLE,
                    FctSubscription.TABLE,
                    DimCustomer.TABLE,
                    FctCostToServe.TABLE,
                    DimCampaign.TABLE);

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

    private static final String[] CUSTOMER = {ScoreClv.CUSTOMER_KEY.name()};
    private static final List<Field> FORECASTS = List.of(
            ScoreClv.MODEL_CODE,
            ScoreClv.ALIVE_PROBABILITY,
            ScoreClv.EXPECTED_PURCHASES,
            ScoreClv.EXPECTED_SPEND_AMOUNT,
            ScoreClv.CLV_AMOUNT,
            ScoreClv.CLV_LOW_AMOUNT,
            ScoreClv.CLV_HIGH_AMOUNT,
            ScoreClv.RESIDUAL_VALUE_AMOUNT,
            ScoreClv.CONTRACT_MODEL_CODE,
            ScoreClv.CONTRACT_VALUE_AMOUNT,
            ScoreClv.EXPECTED_RENEWALS);

    private BuildScoreClv() {}

    static Dataset<Row> from(Inputs in) {
        List<Row> models = in.rows(Model.TABLE).collectAsList();
        return valued(in, models)
                .map(customers -> ScoreClv.TABLE.shape(PromoterValue.of(in, NetValue.of(in, customers))
                        .withColumn(ScoreClv.AS_OF_DATE.name(), Days.day(in.asOf()))
                        .withColumn(
                                ScoreClv.HORIZON_MONTHS.name(),
                                lit(in.settings(ClvSettings.class).horizonMonths()))))
                .orElseGet(() -> Literals.rows(in.one(), ScoreClv.TABLE, List.of()));
    }

    /** What customers are worth by the models of any night, before costs; empty where the models hold none. */
    static Optional<Dataset<Row>> valued(Inputs in, List<Row> models) {
        Optional<Dataset<Row>> purchases = FittedModel.from(models).map(champion -> purchases(in, champion));
        Optional<Dataset<Row>> contracts = ContractValues.of(in, models);
        return purchases.isEmpty() && contracts.isEmpty()
                ? Optional.empty()
                : Optional.of(together(purchases, contracts));
    }

    private static Dataset<Row> purchases(Inputs in, FittedModel champion) {
        ClvSettings settings = in.settings(ClvSettings.class);
        Horizon horizon = Horizon.ofYearlyRate(settings.horizonMonths(), settings.yearlyDiscountRate());
        LocalDate end = settings.calibrationEnd(in.asOf());
        Broadcast<Forecasts> forecasts = Broadcasts.of(in.one(), new Forecasts(champion, horizon, end));
        Broadcast<ValueForecasts> values = Broadcasts.of(in.one(), new ValueForecasts(champion, horizon, end));
        return in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.AGE_WEEKS.col().isNotNull())
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        FeatureCustomer.RECENCY_WEEKS.col(),
                        FeatureCustomer.AGE_WEEKS.col(),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col(),
                        FeatureCustomer.CLV_GROUP_CODE.col())
                .map(scoring(champion, forecasts, values), Encoders.row(SCORES))
                .withColumn(
                        ScoreClv.MODEL_CODE.name(),
                        lit(champion.model().purchases().name()));
    }

    /** A customer is worth what purchases and running contracts are worth together. */
    private static Dataset<Row> together(Optional<Dataset<Row>> purchases, Optional<Dataset<Row>> contracts) {
        Dataset<Row> all = purchases
                .flatMap(bought -> contracts.map(held -> bought.join(held, CUSTOMER, "full_outer")))
                .orElseGet(() -> purchases.or(() -> contracts).orElseThrow());
        for (Field field : FORECASTS) {
            all = List.of(all.columns()).contains(field.name()) ? all : all.withColumn(field.name(), field.unknown());
        }
        Column bought = ScoreClv.MODEL_CODE.col().isNotNull();
        Column held = ScoreClv.CONTRACT_MODEL_CODE.col().isNotNull();
        Column basis = when(bought.and(held), ScoreClv.BOTH)
                .when(held, ScoreClv.CONTRACT)
                .otherwise(ScoreClv.PURCHASES);
        Column none = lit(0).cast(ScoreClv.CLV_AMOUNT.domain().type());
        Column value =
                coalesce(ScoreClv.CLV_AMOUNT.col(), none).plus(coalesce(ScoreClv.CONTRACT_VALUE_AMOUNT.col(), none));
        return all.withColumn(ScoreClv.CLV_BASIS_CODE.name(), basis)
                .withColumn(ScoreClv.CLV_AMOUNT.name(), ScoreClv.CLV_AMOUNT.is(value));
    }

    private static MapFunction<Row, Row> scoring(
            FittedModel champion, Broadcast<Forecasts> forecasts, Broadcast<ValueForecasts> values) {
        return row -> score(row, champion, forecasts.value(), values.value());
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
