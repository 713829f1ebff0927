package io.linkage.model.steering;

import io.linkage.model.experience.Figure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Months of one measure, numbered on end; some may be unknown. Amounts are forecast as the same month a year before times the growth
 * of the last three months over those a year before; others as the mean of the last three months. Both are plain rules: what counts is
 * that their errors are told, beside those of the naive forecast, that nothing changes (Hyndman and Koehler 2006).
 *
 * @param values what each month was
 * @param isAmount whether it grows in proportion
 */
public record Months(Map<Integer, Double> values, boolean isAmount) {
    private static final int YEAR = 12;
    private static final int RECENT = 3;
    private static final int LEAST_ERRORS = 6;

    /**
     * What is expected of a month.
     *
     * @param estimate what
     * @param low lower end of its 95 % interval; NaN where too few forecasts were made before
     * @param high upper end
     * @param error mean absolute error of the forecasts before; NaN likewise
     * @param naiveError the same of the month before
     */
    public record Forecast(double estimate, double low, double high, double error, double naiveError) {
        /** Nothing is expected. */
        public static final Forecast NONE = new Forecast(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** What a month was; NaN where not known. */
    public double at(int month) {
        return values.getOrDefault(month, Double.NaN);
    }

    /** What the months before one led to expect of it; NaN where they do not tell. */
    public Forecast forecast(int month) {
        List<Integer> judged = values.keySet().stream()
                .filter(earlier -> earlier < month && isJudged(earlier))
                .sorted()
                .toList();
        double estimate = expected(month);
        if (judged.size() < LEAST_ERRORS) {
            return new Forecast(estimate, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double squared = judged.stream()
                .mapToDouble(earlier -> Math.pow(at(earlier) - expected(earlier), 2))
                .average()
                .orElseThrow();
        double half = Figure.Z * Math.sqrt(squared);
        return new Forecast(
                estimate,
                estimate - half,
                estimate + half,
                judged.stream()
                        .mapToDouble(earlier -> Math.abs(at(earlier) - expected(earlier)))
                        .average()
                        .orElseThrow(),
                judged.stream()
                        .mapToDouble(earlier -> Math.abs(at(earlier) - at(earlier - 1)))
                        .average()
                        .orElseThrow());
    }

    /** Forecasts of it and of the naive rule can both be held against what it was. */
    private boolean isJudged(int month) {
        return !Double.isNaN(at(month) - expected(month)) && !Double.isNaN(at(month - 1));
    }

    private double expected(int month) {
        return isAmount ? at(month - YEAR) * growth(month) : recent(month);
    }

    private double growth(int month) {
        double before = recent(month - YEAR);
        return before > 0 ? recent(month) / before : Double.NaN;
    }

    private double recent(int month) {
        return IntStream.rangeClosed(1, RECENT)
                .mapToDouble(back -> at(month - back))
                .average()
                .orElseThrow();
    }

    /** The last month known. */
    public int last() {
        return values.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
