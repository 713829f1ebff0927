package io.linkage.model.experience;

import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Shares of many groups drawn towards their common share: true shares have a beta distribution.
 *
 * Their distribution is worth at least one answer, so that no posterior is certain, and at most as many as were given: the common
 * share is known no better than that.
 *
 * @param hits hits that the distribution is worth before a group has answered (alpha)
 * @param misses misses it is worth (beta)
 */
public record BetaShares(double hits, double misses) {
    private static final double TAIL = 0.025;

    /** By moments, weighting each group by its answers (Kleinman 1973, JASA 68(341)); at least two groups. */
    public static BetaShares fit(List<Share> groups) {
        double answers = 0;
        double hits = 0;
        double squares = 0;
        for (Share group : groups) {
            answers += group.answers();
            hits += group.hits();
            squares += group.answers() * group.answers();
        }
        double mean = hits / answers;
        double spread = 0;
        for (Share group : groups) {
            spread += group.answers() * Math.pow(group.hits() / group.answers() - mean, 2);
        }
        // E[spread] = mean (1 - mean) ((k - 1) (1 - rho) + rho (N - sum n^2 / N)), with rho = 1 / (alpha + beta + 1).
        double chance = groups.size() - 1;
        double unit = mean * (1 - mean);
        double room = answers - squares / answers - chance;
        double rho = (spread / unit - chance) / room;
        boolean differ = unit > 0 && room > 0 && rho > 0;
        double prior = Math.min(Math.max(differ ? 1 / rho - 1 : answers, 1), answers);
        return new BetaShares(mean * prior, (1 - mean) * prior);
    }

    /** The share of one group with the 95 % interval of its posterior distribution; no error where all answers of all are alike. */
    public Figure of(Share group) {
        double a = hits + group.hits();
        double b = misses + group.answers() - group.hits();
        double mean = a / (a + b);
        if (!(a > 0) || !(b > 0)) {
            return new Figure(mean, Double.NaN, Double.NaN, Double.NaN);
        }
        BetaDistribution posterior = new BetaDistribution(a, b);
        return new Figure(
                mean,
                Math.sqrt(mean * (1 - mean) / (a + b + 1)),
                posterior.inverseCumulativeProbability(TAIL),
                posterior.inverseCumulativeProbability(1 - TAIL));
    }
}
