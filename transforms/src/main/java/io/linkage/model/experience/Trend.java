package io.linkage.model.experience;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Straight line through the levels of periods by weighted least squares, weights 1 / variance. Where periods differ more
 * than their sampling errors explain, errors grow by the Birge ratio (Birge 1932, Physical Review 40); at least three
 * periods at different times.
 *
 * @param slope change per unit of time, with Student's interval
 * @param probability how likely a slope of this size or more is where there is none, both directions
 * @param level level at the centre of the times
 * @param centre weighted mean of the times
 * @param levelError standard error of the level
 * @param freedom periods less two
 */
public record Trend(Figure slope, double probability, double level, double centre, double levelError, double freedom) {
    /** Fewer periods have no trend. */
    public static final int LEAST_PERIODS = 3;

    /**
     * The level of one period.
     *
     * @param time when, in any unit
     * @param estimate level
     * @param variance its sampling variance, above 0
     */
    public record Period(double time, double estimate, double variance) {}

    /** The line; all NaN where periods are too few or at one time. */
    public static Trend of(List<Period> periods) {
        double weights = 0;
        double times = 0;
        double levels = 0;
        for (Period period : periods) {
            weights += 1 / period.variance();
            times += period.time() / period.variance();
            levels += period.estimate() / period.variance();
        }
        double centre = times / weights;
        double level = levels / weights;
        double spread = 0;
        double together = 0;
        for (Period period : periods) {
            double off = period.time() - centre;
            spread += off * off / period.variance();
            together += off * (period.estimate() - level) / period.variance();
        }
        if (periods.size() < LEAST_PERIODS || !(spread > 0)) {
            Figure none = new Figure(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            return new Trend(none, Double.NaN, level, centre, Double.NaN, 0);
        }
        return tested(periods, together / spread, level, centre, 1 / Math.sqrt(spread), 1 / Math.sqrt(weights));
    }

    private static Trend tested(
            List<Period> periods, double slope, double level, double centre, double slopeError, double levelError) {
        double squares = 0;
        for (Period period : periods) {
            double missed = period.estimate() - level - slope * (period.time() - centre);
            squares += missed * missed / period.variance();
        }
        double freedom = periods.size() - 2.0;
        double ratio = Math.sqrt(Math.max(1, squares / freedom));
        double t = Math.abs(slope) / (slopeError * ratio);
        double probability = 2 * new TDistribution(freedom).cumulativeProbability(-t);
        Figure fitted = Figure.student(slope, slopeError * ratio, freedom);
        return new Trend(fitted, probability, level, centre, levelError * ratio, freedom);
    }

    /** The level at a time if the line goes on, with the error of the line (not of a sample taken then). */
    public Figure at(double time) {
        double off = time - centre;
        return Figure.student(level + slope.estimate() * off, Math.hypot(levelError, slope.error() * off), freedom);
    }

    /** How likely the level is at or above a target at a time, if the line goes on; NaN where there is no trend. */
    public double probabilityOfReaching(double target, double time) {
        Figure then = at(time);
        return freedom > 0
                ? new TDistribution(freedom).cumulativeProbability((then.estimate() - target) / then.error())
                : Double.NaN;
    }
}
