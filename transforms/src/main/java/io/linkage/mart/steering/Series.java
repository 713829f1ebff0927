package io.linkage.mart.steering;

import io.linkage.column.Finite;
import io.linkage.model.experience.Figure;
import io.linkage.model.experience.Share;
import io.linkage.model.steering.Months;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The months of one measure of one unit, each set beside those before it and beside what they led to expect. Units, measures and
 * months are few enough for one task.
 *
 * @param unit the unit, or all
 * @param measure the measure
 * @param rows its months in the shape of {@link Measured}, by number
 * @param months the same as numbers
 * @param asOf business date
 */
record Series(String unit, SteeringMeasure measure, TreeMap<Integer, Row> rows, Months months, LocalDate asOf) {
    private static final int MONTHS_OF_YEAR = 12;

    static Dataset<Row> of(Dataset<Row> measured, LocalDate asOf) {
        return measured.repartition(1)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> all(rows, asOf),
                        Encoders.row(Steering.TABLE.schema()));
    }

    private static Iterator<Row> all(Iterator<Row> measured, LocalDate asOf) {
        Map<String, TreeMap<Integer, Row>> series = new TreeMap<>();
        Map<String, Integer> lastOfUnits = new HashMap<>();
        Map<String, Integer> lastOfMeasures = new HashMap<>();
        measured.forEachRemaining(row -> {
            int month = number(row.<Date>getAs(Steering.MONTH_DATE.name()).toLocalDate());
            series.computeIfAbsent(unit(row) + "\n" + measure(row), any -> new TreeMap<>())
                    .put(month, row);
            lastOfUnits.merge(unit(row), month, Math::max);
            lastOfMeasures.merge(measure(row), month, Math::max);
        });
        return series.values().stream()
                .flatMap(rows -> {
                    Row first = rows.firstEntry().getValue();
                    int last = Math.min(lastOfUnits.get(unit(first)), lastOfMeasures.get(measure(first)));
                    return of(rows, last, asOf).told();
                })
                .iterator();
    }

    /**
     * A month without rows is one of which nothing is known; of what is counted it is 0, as long as the feed still tells of others and
     * the unit is still met with.
     */
    private static Series of(TreeMap<Integer, Row> rows, int last, LocalDate asOf) {
        Row first = rows.firstEntry().getValue();
        SteeringMeasure measure = SteeringMeasure.of(measure(first));
        Map<Integer, Double> values = new TreeMap<>();
        if (measure.isCount()) {
            IntStream.rangeClosed(rows.firstKey(), last).forEach(month -> values.put(month, 0.0));
        }
        rows.forEach((month, row) -> values.put(month, row.getAs(Steering.ACTUAL_ESTIMATE.name())));
        Months months = new Months(values, measure.isAmount());
        return new Series(unit(first), measure, rows, months, asOf);
    }

    private static String unit(Row row) {
        return row.getAs(Steering.UNIT_SOURCE_ID.name());
    }

    private static String measure(Row row) {
        return row.getAs(Steering.MEASURE_CODE.name());
    }

    private Stream<Row> told() {
        int next = months.last() + 1;
        Stream<Row> known = months.values().keySet().stream().map(this::row);
        return Double.isNaN(forecast(next).estimate()) ? known : Stream.concat(known, Stream.of(row(next)));
    }

    private Row row(int month) {
        Row row = rows.get(month);
        Double actual = Finite.orNull(months.at(month));
        Long n = row == null ? null : (Long) row.getAs(Steering.ANSWER_COUNT.name());
        Figure interval = interval(row, actual, n);
        Double target = row == null ? null : (Double) row.getAs(Steering.TARGET_ESTIMATE.name());
        Months.Forecast forecast = forecast(month);
        List<Object> values = new ArrayList<>();
        values.add(Date.valueOf(asOf));
        values.add(Date.valueOf(
                LocalDate.of(Math.floorDiv(month, MONTHS_OF_YEAR), Math.floorMod(month, MONTHS_OF_YEAR) + 1, 1)));
        values.add(unit);
        values.add(measure.code());
        values.add(measure.area());
        values.add(measure.unit());
        values.add(measure.sign() > 0);
        values.add(actual);
        values.add(n);
        values.add(Finite.orNull(interval.low()));
        values.add(Finite.orNull(interval.high()));
        values.add(Finite.orNull(months.at(month - 1)));
        values.add(Finite.orNull(months.at(month - MONTHS_OF_YEAR)));
        values.add(target);
        values.add(Finite.orNull(forecast.estimate()));
        values.add(Finite.orNull(measure.within(forecast.low())));
        values.add(Finite.orNull(measure.within(forecast.high())));
        values.add(Finite.orNull(forecast.error()));
        values.add(Finite.orNull(forecast.naiveError()));
        values.add(status(actual, target, interval));
        values.add(change(actual, forecast));
        return RowFactory.create(values.toArray());
    }

    private Months.Forecast forecast(int month) {
        return measure.isRipening() ? Months.Forecast.NONE : months.forecast(month);
    }

    private Figure interval(Row row, Double actual, Long n) {
        Double low = row == null ? null : (Double) row.getAs(Steering.LOW_ESTIMATE.name());
        if (low != null) {
            return new Figure(actual, Double.NaN, low, row.<Double>getAs(Steering.HIGH_ESTIMATE.name()));
        }
        return actual != null && n != null && measure.isProportion()
                ? new Share(actual * n, n).figure()
                : new Figure(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Which way is good decides on what side of a target is reached. */
    private String status(Double actual, Double target, Figure interval) {
        if (actual == null || target == null) {
            return Steering.NO_TARGET;
        }
        if (measure.sign() * (actual - target) >= 0) {
            return Steering.REACHED;
        }
        double best = measure.sign() > 0 ? interval.high() : interval.low();
        return measure.sign() * (best - target) >= 0 ? Steering.NEAR : Steering.MISSED;
    }

    private String change(Double actual, Months.Forecast forecast) {
        if (actual == null || Double.isNaN(forecast.low())) {
            return Steering.UNKNOWN;
        }
        if (actual >= forecast.low() && actual <= forecast.high()) {
            return Steering.AS_EXPECTED;
        }
        return measure.sign() * (actual - forecast.estimate()) > 0 ? Steering.BETTER : Steering.WORSE;
    }

    private static int number(LocalDate month) {
        return month.getYear() * MONTHS_OF_YEAR + month.getMonthValue() - 1;
    }
}
