package io.linkage.model.linkage;

import io.linkage.model.random.Draws;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one point more at the start of a chain goes with at its end: the product of its links, such as experience per point
 * of engagement, leaving per point of experience, euro per customer who stays. Links count as estimated apart from each other.
 *
 * @param value in units of the last link's outcome, such as euro per customer
 * @param error by the delta method: square root of the sum of (product of the others)^2 se^2
 * @param low lower end, from draws of each link's t distribution, since a product is not normal
 * @param high upper end
 */
public record EuroPerPoint(double value, double error, double low, double high) {
    /**
     * One link.
     *
     * @param effect outcome per unit of its cause
     * @param error its standard error; 0 for a figure that is known
     * @param freedom degrees of freedom of the error; infinite for a normal one
     */
    public record Step(double effect, double error, double freedom) {}

    /** Of the links in their order, with an interval of a level such as .9. */
    public static EuroPerPoint of(List<Step> steps, double level, long seed, int draws) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A chain needs a link. Give the steps from engagement to value.");
        }
        double product = 1;
        double variance = 0;
        for (Step step : steps) {
            double own = product * step.error();
            variance = variance * step.effect() * step.effect() + own * own;
            product *= step.effect();
        }
        double[] drawn = IntStream.range(0, draws)
                .mapToDouble(draw -> drawn(steps, Draws.of(seed, "chain", draw)))
                .sorted()
                .toArray();
        double tail = (1 - level) / 2;
        return new EuroPerPoint(
                product,
                Math.sqrt(variance),
                IndirectEffect.quantile(drawn, tail),
                IndirectEffect.quantile(drawn, 1 - tail));
    }

    private static double drawn(List<Step> steps, Draws random) {
        double product = 1;
        for (Step step : steps) {
            double off = random.normal();
            if (Double.isFinite(step.freedom())) {
                off /= Math.sqrt(2 * random.gamma(step.freedom() / 2) / step.freedom());
            }
            product *= step.effect() + off * step.error();
        }
        return product;
    }

    /** Of so many customers, points or years together. */
    public EuroPerPoint times(double number) {
        double one = low * number;
        double other = high * number;
        return new EuroPerPoint(value * number, error * Math.abs(number), Math.min(one, other), Math.max(one, other));
    }

    /** Whether the interval leaves out 0. */
    public boolean seen() {
        return low > 0 || high < 0;
    }
}
