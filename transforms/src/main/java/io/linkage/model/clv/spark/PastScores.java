package io.linkage.model.clv.spark;

import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.History;
import io.linkage.model.clv.backtest.Bucket;
import io.linkage.model.clv.backtest.Forecast;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What model and naive rules say of one customer, each beside what came.
 *
 * @param model fitted up to the day of the forecast
 * @param weeks that are forecast
 * @param lastYear whether the same weeks a year before are known
 */
record PastScores(ClvModel model, int weeks, boolean lastYear) implements FlatMapFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Row row) {
        long frequency = row.getAs(PastPurchases.FREQUENCY);
        History history = History.ofDays(
                frequency, row.<Integer>getAs(PastPurchases.RECENCY), row.<Integer>getAs(PastPurchases.AGE));
        double repeatSpend = money(row, PastPurchases.REPEAT_SPEND);
        double meanSpend = frequency == 0 ? 0 : Math.max(0, repeatSpend / frequency);
        double expected = model.purchases().expectedPurchases(history, weeks);
        // On the very day of the first purchase there is no rate yet.
        double share = history.age() > 0 ? weeks / history.age() : 0;
        double came = row.<Long>getAs(PastPurchases.CAME);
        double spent = money(row, PastPurchases.CAME_SPEND);

        List<Row> held = new ArrayList<>();
        String name = model.purchases().name();
        held.add(held(name, Forecast.PURCHASES, expected, came));
        held.add(held(name, Forecast.SPEND, expected * model.spend().expectedSpend(frequency, meanSpend), spent));
        held.add(held(Forecast.CONSTANT_RATE, Forecast.PURCHASES, frequency * share, came));
        held.add(held(Forecast.CONSTANT_RATE, Forecast.SPEND, repeatSpend * share, spent));
        held.add(held(Forecast.PAST_SPEND, Forecast.PURCHASES, money(row, PastPurchases.SPEND), came));
        held.add(held(Forecast.PAST_SPEND, Forecast.SPEND, money(row, PastPurchases.SPEND), spent));
        if (lastYear) {
            double before = row.<Long>getAs(PastPurchases.LAST_YEAR);
            held.add(held(Forecast.LAST_YEAR, Forecast.PURCHASES, before, came));
            held.add(held(Forecast.LAST_YEAR, Forecast.SPEND, money(row, PastPurchases.LAST_YEAR_SPEND), spent));
        }
        return held.iterator();
    }

    private static Row held(String model, String measure, double forecast, double came) {
        return RowFactory.create(model, measure, Bucket.number(forecast), forecast, came);
    }

    private static double money(Row row, String column) {
        java.math.BigDecimal amount = row.getAs(column);
        return amount == null ? 0 : amount.doubleValue();
    }
}
