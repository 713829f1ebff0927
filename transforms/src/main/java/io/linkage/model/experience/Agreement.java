package io.linkage.model.experience;

import java.util.List;

/**
 * How well estimates agree with what was measured, pair by pair.
 *
 * @param gap mean of estimate less measured, with Student's interval: above 0 where they thought too well of themselves
 * @param deviation standard deviation of the gaps
 * @param slope points of measurement per point of estimate by least squares, with Student's interval: 1 where they tell
 *     differences rightly, 0 where they do not tell them at all; NaN below three pairs or where all estimates are alike
 * @param intercept measurement where the estimate is 0
 */
public record Agreement(Figure gap, double deviation, Figure slope, double intercept) {

    /** An estimate and what was measured. */
    public record Pair(double estimate, double measured) {
        double gap() {
            return estimate - measured;
        }
    }

    /** Of at least one pair. */
    public static Agreement of(List<Pair> pairs) {
        int n = pairs.size();
        double mean = pairs.stream().mapToDouble(Pair::gap).sum() / n;
        double squares = pairs.stream()
                .mapToDouble(pair -> Math.pow(pair.gap() - mean, 2))
                .sum();
        double deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN;
        Figure gap = Figure.student(mean, deviation / Math.sqrt(n), n - 1.0);
        return calibrated(pairs, gap, deviation);
    }

    private static Agreement calibrated(List<Pair> pairs, Figure gap, double deviation) {
        int n = pairs.size();
        double x = pairs.stream().mapToDouble(Pair::estimate).sum() / n;
        double y = pairs.stream().mapToDouble(Pair::measured).sum() / n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Pair pair : pairs) {
            xx += (pair.estimate() - x) * (pair.estimate() - x);
            xy += (pair.estimate() - x) * (pair.measured() - y);
            yy += (pair.measured() - y) * (pair.measured() - y);
        }
        double slope = n > 2 && xx > 0 ? xy / xx : Double.NaN;
        double error = Math.sqrt(Math.max(0, yy - slope * xy) / (n - 2.0) / xx);
        return new Agreement(gap, deviation, Figure.student(slope, error, n - 2.0), y - slope * x);
    }

    /** Where 95 % of the gaps lie (Bland and Altman 1986, The Lancet 327): mean plus and minus 1.96 deviations. */
    public Figure limits() {
        return Figure.normal(gap.estimate(), deviation);
    }
}
