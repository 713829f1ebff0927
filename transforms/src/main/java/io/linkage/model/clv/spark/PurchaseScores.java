package io.linkage.model.clv.spark;

import io.linkage.column.Money;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.interval.Interval;
import io.linkage.settings.ClvSettings;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** What the purchases of one customer are worth by the champion: a pure function of the history, null for who never bought. */
final class PurchaseScores implements UDF5<Long, Double, Double, Double, String, Row> {
    private static final long serialVersionUID = 1L;

    /** What is forecast of purchases, in the order in which a forecast holds it. */
    static final List<Field> FIELDS = List.of(
            ScoreClv.ALIVE_PROBABILITY,
            ScoreClv.EXPECTED_PURCHASES,
            ScoreClv.EXPECTED_SPEND_AMOUNT,
            ScoreClv.CLV_AMOUNT,
            ScoreClv.RESIDUAL_VALUE_AMOUNT,
            ScoreClv.CLV_LOW_AMOUNT,
            ScoreClv.CLV_HIGH_AMOUNT);

    /** The columns of {@code feature_customer} that tell a history. */
    static final List<Field> HISTORY = List.of(
            FeatureCustomer.FREQUENCY_COUNT,
            FeatureCustomer.RECENCY_WEEKS,
            FeatureCustomer.AGE_WEEKS,
            FeatureCustomer.REPEAT_SPEND_AMOUNT,
            FeatureCustomer.CLV_GROUP_CODE);

    private final FittedModel champion;
    private final Broadcast<Forecasts> forecasts;
    private final Broadcast<ValueForecasts> values;

    private PurchaseScores(FittedModel champion, Broadcast<Forecasts> forecasts, Broadcast<ValueForecasts> values) {
        this.champion = champion;
        this.forecasts = forecasts;
        this.values = values;
    }

    /** A struct of {@link #FIELDS}, of rows with the columns of {@link #HISTORY}. */
    static Column of(Inputs in, FittedModel champion) {
        ClvSettings settings = in.settings(ClvSettings.class);
        Horizon horizon = Horizon.ofYearlyRate(settings.horizonMonths(), settings.yearlyDiscountRate());
        LocalDate end = settings.calibrationEnd(in.asOf());
        PurchaseScores scores = new PurchaseScores(
                champion,
                Broadcasts.of(in.one(), new Forecasts(champion, horizon, end)),
                Broadcasts.of(in.one(), new ValueForecasts(champion, horizon, end)));
        StructType type = new StructType();
        for (Field field : FIELDS) {
            type = type.add(field.name(), field.domain().type());
        }
        return functions
                .udf(scores, type)
                .apply(
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        FeatureCustomer.RECENCY_WEEKS.col(),
                        FeatureCustomer.AGE_WEEKS.col(),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col().cast("double"),
                        FeatureCustomer.CLV_GROUP_CODE.col());
    }

    @Override
    public Row call(Long frequency, Double recencyWeeks, Double ageWeeks, Double repeatSpend, String group) {
        return ageWeeks == null ? null : score(group, frequency, recencyWeeks, ageWeeks, repeatSpend);
    }

    private Row score(String group, long frequency, double recencyWeeks, double ageWeeks, Double repeatSpend) {
        double meanSpend = frequency == 0 ? 0 : Math.max(0, repeatSpend / frequency);
        Forecasts.Forecast forecast = forecasts.value().of(group, frequency, recencyWeeks, ageWeeks);
        double spend = champion.model().spend().expectedSpend(frequency, meanSpend);
        Interval interval = values.value().interval(group, frequency, recencyWeeks, ageWeeks, meanSpend);
        double margin = spend * champion.marginShare();
        return RowFactory.create(
                champion.model().dropoutIdentified() ? (Object) forecast.aliveProbability() : null,
                forecast.purchases(),
                Money.cents(spend),
                Money.cents(forecast.discountedPurchases() * margin),
                Double.isNaN(forecast.lifetimePurchases()) ? null : Money.cents(forecast.lifetimePurchases() * margin),
                Money.cents(interval.low()),
                Money.cents(interval.high()));
    }
}
