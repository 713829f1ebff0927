package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Exact;
import io.linkage.model.clv.ChooseModel;
import io.linkage.model.clv.ClvFit;
import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.backtest.Bucket;
import io.linkage.model.clv.backtest.Forecast;
import io.linkage.model.clv.backtest.PastForecast;
import io.linkage.model.clv.backtest.Week;
import io.linkage.settings.ClvSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Fits what a past day knew, forecasts the weeks after it, and holds model and naive rules against what came. */
public final class PastForecasts {
    private static final StructType HELD = new StructType()
            .add("_model", DataTypes.StringType)
            .add("_measure", DataTypes.StringType)
            .add("_bucket", DataTypes.IntegerType)
            .add("_forecast", DataTypes.DoubleType)
            .add("_came", DataTypes.DoubleType);

    private PastForecasts() {}

    /**
     * The forecast of one day.
     *
     * @param past purchases of each customer, before the day and after it
     * @param settings which model; the day itself ends the calibration
     */
    public static PastForecast at(PastPurchases past, ClvSettings settings) {
        Dataset<Row> customers = past.customers().persist();
        try {
            Counts counts = counts(customers);
            List<CountedHistory> histories = histories(counts);
            ClvFit fit = ChooseModel.from(settings.model(), histories, counts.spends());
            String reason = fit.dropout().reason();
            if (fit.model().isEmpty()) {
                return new PastForecast(
                        past.date(), past.weeks(), PastForecast.NONE, reason, past.asKnown(), List.of(), List.of());
            }
            ClvModel model = fit.model().get();
            return new PastForecast(
                    past.date(),
                    past.weeks(),
                    model.purchases().name(),
                    reason,
                    past.asKnown(),
                    forecasts(customers, new PastScores(model, past.weeks(), lastYear(histories, past.weeks()))),
                    Week.curve(model.purchases(), histories, repeatsByWeek(past), past.weeks()));
        } finally {
            customers.unpersist();
        }
    }

    /** Whether somebody bought a year before the day, so that what then came can be taken again. */
    private static boolean lastYear(List<CountedHistory> histories, int weeks) {
        return weeks <= PastPurchases.WEEKS_OF_YEAR
                && histories.stream().anyMatch(row -> row.history().age() >= PastPurchases.WEEKS_OF_YEAR);
    }

    private static Counts counts(Dataset<Row> customers) {
        Column frequency = col(PastPurchases.FREQUENCY);
        return Counts.of(
                customers,
                Resolution.STANDARD,
                List.of(),
                Counts.history(Counts.NO_GROUP, frequency, col(PastPurchases.RECENCY), col(PastPurchases.AGE)),
                Counts.spend(frequency, col(PastPurchases.REPEAT_SPEND)));
    }

    private static List<CountedHistory> histories(Counts counts) {
        return CountedHistory.merge(counts.histories().stream()
                .map(row -> new CountedHistory(row.history(), row.customers()))
                .toList());
    }

    private static Map<Integer, Long> repeatsByWeek(PastPurchases past) {
        Map<Integer, Long> weeks = new HashMap<>();
        past.repeatsByDay()
                .collectAsList()
                .forEach(row -> weeks.merge(Week.of(row.getInt(0)), row.getLong(1), Long::sum));
        return weeks;
    }

    private static List<Forecast> forecasts(Dataset<Row> customers, PastScores scores) {
        Column error = col("_forecast").minus(col("_came"));
        List<Row> rows = new ArrayList<>(customers
                .flatMap(scores, Encoders.row(HELD))
                .groupBy("_model", "_measure", "_bucket")
                .agg(
                        count(lit(1)),
                        Exact.total(col("_forecast")),
                        Exact.total(col("_came")),
                        Exact.total(abs(error)),
                        Exact.largeTotal(error.multiply(error)))
                .collectAsList());
        rows.sort(Comparator.comparing((Row row) -> row.getString(0))
                .thenComparing(row -> row.getString(1))
                .thenComparing(row -> row.getInt(2)));
        Map<String, List<Bucket>> buckets = new LinkedHashMap<>();
        for (Row row : rows) {
            buckets.computeIfAbsent(row.getString(0) + "/" + row.getString(1), name -> new ArrayList<>())
                    .add(new Bucket(
                            row.getLong(3), row.getDouble(4), row.getDouble(5), row.getDouble(6), row.getDouble(7)));
        }
        return buckets.entrySet().stream()
                .map(entry -> {
                    String[] name = entry.getKey().split("/");
                    return Forecast.of(name[0], name[1], entry.getValue());
                })
                .toList();
    }
}
