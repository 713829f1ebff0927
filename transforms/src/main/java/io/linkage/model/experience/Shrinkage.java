package io.linkage.model.experience;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Estimates of many groups drawn towards their common mean, the more the less each is known: theta = B mu + (1 - B) y with
 * B = v / (v + between). True values vary normally about mu; the sampling variances are known.
 *
 * @param mean common mean
 * @param meanVariance its variance
 * @param between variance of the true values between groups; 0 where chance alone explains the differences
 */
public record Shrinkage(double mean, double meanVariance, double between) {
    private static final int STEPS = 200;

    /**
     * One group.
     *
     * @param estimate its value in the sample
     * @param variance its sampling variance, above 0
     */
    public record Group(double estimate, double variance) {}

    /** Variance between groups by moments (DerSimonian and Laird 1986, Controlled Clinical Trials 7, equation 8). */
    public static Shrinkage byMoments(List<Group> groups) {
        double weights = sum(groups, 0, y -> 1);
        double squares =
                groups.stream().mapToDouble(g -> Math.pow(g.variance(), -2)).sum();
        double scale = weights - squares / weights;
        double excess = heterogeneity(groups, 0) - (groups.size() - 1);
        return with(groups, scale > 0 ? Math.max(0, excess / scale) : 0);
    }

    /** Variance between groups at which the weighted squares are what they should be (Paule and Mandel 1982). */
    public static Shrinkage pauleMandel(List<Group> groups) {
        double freedom = groups.size() - 1.0;
        double high = 1;
        if (groups.size() < 2 || heterogeneity(groups, 0) <= freedom) {
            return with(groups, 0);
        }
        while (heterogeneity(groups, high) > freedom) {
            high *= 2;
        }
        double low = 0;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            boolean above = heterogeneity(groups, middle) > freedom;
            low = above ? middle : low;
            high = above ? high : middle;
        }
        return with(groups, high);
    }

    /**
     * Part of its distance from the mean that each of at least four groups of one known variance keeps (James and Stein
     * 1961; Efron and Morris 1977): 1 - (k - 3) variance / sum of squares.
     */
    public static double jamesStein(List<Double> estimates, double variance) {
        double mean = estimates.stream().mapToDouble(y -> y).average().orElseThrow();
        double squares =
                estimates.stream().mapToDouble(y -> (y - mean) * (y - mean)).sum();
        return Math.max(0, 1 - (estimates.size() - 3) * variance / squares);
    }

    /** The estimate of one group; its error holds the group's own and that of the mean, not that of the variances. */
    public Figure of(Group group) {
        double drawn = group.variance() / (group.variance() + between);
        double variance = (1 - drawn) * group.variance() + drawn * drawn * meanVariance;
        return Figure.normal(drawn * mean + (1 - drawn) * group.estimate(), Math.sqrt(variance));
    }

    private static Shrinkage with(List<Group> groups, double between) {
        double weights = sum(groups, between, y -> 1);
        return new Shrinkage(sum(groups, between, y -> y) / weights, 1 / weights, between);
    }

    private static double heterogeneity(List<Group> groups, double between) {
        double mean = sum(groups, between, y -> y) / sum(groups, between, y -> 1);
        return sum(groups, between, y -> (y - mean) * (y - mean));
    }

    private static double sum(List<Group> groups, double between, DoubleUnaryOperator of) {
        double sum = 0;
        for (Group group : groups) {
            sum += of.applyAsDouble(group.estimate()) / (group.variance() + between);
        }
        return sum;
    }
}
