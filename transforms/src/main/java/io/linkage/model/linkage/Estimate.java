package io.linkage.model.linkage;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A figure with what resampled units say of it. Percentiles are taken farther out than their level by as much as Student's t is
 * wider than the normal law (Hesterberg 2015, American Statistician 69(4)): with ten units plain ones are too narrow.
 *
 * @param value as all units give it
 * @param error half of the middle 68.3 % of the draws, which a few wild ones do not move
 * @param low lower end of the 90 % interval
 * @param high upper end of the 90 % interval
 * @param lowest lower end of the 95 % interval
 * @param highest upper end of the 95 % interval
 * @param unitsNeeded units that would show it with a chance of 80 %
 */
public record Estimate(
        double value, double error, double low, double high, double lowest, double highest, double unitsNeeded) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double SHOWN = 0.05;
    private static final double JUDGED = 0.025;
    private static final double ONE_ERROR = NORMAL.cumulativeProbability(-1);

    /** Of the figure and its draws, with the freedom of its error; empty where too many draws could not be solved. */
    static Optional<Estimate> of(double value, double[] draws, int units, int clusters, double freedom) {
        double[] sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        if (!Double.isFinite(value) || sorted.length < IndirectEffect.USABLE * draws.length) {
            return Optional.empty();
        }
        double shown = expanded(SHOWN, clusters, freedom);
        double judged = expanded(JUDGED, clusters, freedom);
        double error =
                (IndirectEffect.quantile(sorted, 1 - ONE_ERROR) - IndirectEffect.quantile(sorted, ONE_ERROR)) / 2;
        return Optional.of(new Estimate(
                value,
                error,
                IndirectEffect.quantile(sorted, shown),
                IndirectEffect.quantile(sorted, 1 - shown),
                IndirectEffect.quantile(sorted, judged),
                IndirectEffect.quantile(sorted, 1 - judged),
                Power.units(value, error, units)));
    }

    /** The share of sorted draws that is taken for a tail. */
    static double expanded(double tail, int clusters, double freedom) {
        double t = new TDistribution(freedom).inverseCumulativeProbability(tail);
        return NORMAL.cumulativeProbability(t * Math.sqrt(clusters / (clusters - 1.0)));
    }

    /** Whether the 95 % interval leaves out 0. */
    public boolean seen() {
        return lowest > 0 || highest < 0;
    }

    /** Of so many customers, points or months together. */
    public Estimate times(double number) {
        boolean turned = number < 0;
        return new Estimate(
                value * number,
                error * Math.abs(number),
                (turned ? high : low) * number,
                (turned ? low : high) * number,
                (turned ? highest : lowest) * number,
                (turned ? lowest : highest) * number,
                unitsNeeded);
    }
}
