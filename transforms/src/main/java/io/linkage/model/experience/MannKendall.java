package io.linkage.model.experience;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether levels rise or fall, whatever the shape (Mann 1945, Econometrica 13; Kendall 1975), with the correction for ties
 * and for continuity. The normal approximation holds from about eight periods.
 *
 * @param score pairs that rise less pairs that fall
 * @param variance of the score where there is no trend
 */
public record MannKendall(long score, double variance) {

    /** Of levels in the order of time. */
    public static MannKendall of(List<Double> levels) {
        long score = 0;
        for (int later = 1; later < levels.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                score += Double.compare(levels.get(later), levels.get(earlier)) > 0 ? 1 : 0;
                score -= Double.compare(levels.get(later), levels.get(earlier)) < 0 ? 1 : 0;
            }
        }
        double variance = tied(levels.size());
        for (double level : levels.stream().distinct().toList()) {
            variance -= tied(levels.stream().filter(other -> other == level).count());
        }
        return new MannKendall(score, variance);
    }

    private static double tied(double number) {
        return number * (number - 1) * (2 * number + 5) / 18;
    }

    /** The score in standard errors, drawn in by one pair. */
    public double z() {
        return score == 0 ? 0 : (score - Math.signum(score)) / Math.sqrt(variance);
    }

    /** How likely a score of this size or more is where there is no trend, both directions. */
    public double probability() {
        return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z()));
    }
}
