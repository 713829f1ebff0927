package io.linkage.model.clv.interval;

import io.linkage.model.clv.Horizon;
import java.io.Serializable;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The months that are valued, on the clock of the purchase model.
 *
 * @param ends of each month in weeks from the end of calibration, on that clock
 * @param discounts what one unit on the last day of each month is worth now
 */
public record Months(List<Double> ends, List<Double> discounts) implements Serializable {
    public Months {
        ends = List.copyOf(ends);
        discounts = List.copyOf(discounts);
    }

    /** Months on the calendar's clock. */
    public static Months of(Horizon horizon) {
        return of(horizon, weeks -> weeks);
    }

    /** Months on another clock: weeks of the calendar after the end of calibration to weeks of the clock. */
    public static Months of(Horizon horizon, DoubleUnaryOperator clock) {
        return new Months(
                IntStream.rangeClosed(1, horizon.months())
                        .mapToObj(month -> clock.applyAsDouble(month * horizon.weeksPerMonth()))
                        .toList(),
                IntStream.rangeClosed(1, horizon.months())
                        .mapToObj(horizon::discount)
                        .toList());
    }

    /** Length of all months. */
    double weeks() {
        return ends.get(ends.size() - 1);
    }

    /** The month in which a time falls, from 0; the search begins at an earlier one. */
    int at(double weeks, int earlier) {
        int month = earlier;
        while (month < ends.size() - 1 && weeks >= ends.get(month)) {
            month++;
        }
        return month;
    }

    double discount(int month) {
        return discounts.get(month);
    }
}
