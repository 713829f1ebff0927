package io.linkage.model.clv.backtest;

import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.PurchaseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One week of the tracking curve: repeat purchases of all customers who had bought by the day of the forecast.
 *
 * @param number weeks from the day of the forecast; 1 is the first after it, 0 and below calibrated the model
 * @param came repeat purchases that came
 * @param expected by the model: before the day of customers as new ones, after it given the history of each
 */
public record Week(int number, long came, double expected) {
    private static final int DAYS_OF_WEEK = 7;

    /**
     * The curve.
     *
     * @param came repeat purchases by number of the week
     * @param histories of the customers up to the day of the forecast
     * @param weeks after it
     */
    public static List<Week> curve(
            PurchaseModel model, List<CountedHistory> histories, Map<Integer, Long> came, int weeks) {
        Map<Double, Long> ages = new TreeMap<>();
        histories.forEach(row -> ages.merge(row.history().age(), row.count(), Long::sum));
        int first = -(int) Math.ceil(
                        ages.keySet().stream().mapToDouble(age -> age).max().orElse(0))
                + 1;
        double[] before = asNew(model, ages, first);
        List<Week> curve = new ArrayList<>();
        for (int number = first; number <= 0; number++) {
            double expected = before[number - first + 1] - before[number - first];
            curve.add(new Week(number, came.getOrDefault(number, 0L), expected));
        }
        double[] after = byHistory(model, histories, weeks);
        for (int number = 1; number <= weeks; number++) {
            curve.add(new Week(number, came.getOrDefault(number, 0L), after[number] - after[number - 1]));
        }
        return curve;
    }

    /** Week of a day that lies so many days after that of the forecast. */
    public static int of(int daysAfter) {
        return Math.floorDiv(daysAfter - 1, DAYS_OF_WEEK) + 1;
    }

    /** Sums up to the end of each week, the first of them before the first week. */
    private static double[] asNew(PurchaseModel model, Map<Double, Long> ages, int first) {
        return IntStream.rangeClosed(first - 1, 0)
                .mapToDouble(end -> ages.entrySet().stream()
                        .filter(age -> age.getKey() + end > 0)
                        .mapToDouble(age -> age.getValue() * model.expectedPurchasesOfNew(age.getKey() + end))
                        .sum())
                .toArray();
    }

    private static double[] byHistory(PurchaseModel model, List<CountedHistory> histories, int weeks) {
        return IntStream.rangeClosed(0, weeks)
                .mapToDouble(end -> histories.stream()
                        .mapToDouble(row -> row.count() * model.expectedPurchases(row.history(), end))
                        .sum())
                .toArray();
    }
}
