package io.linkage.model.linkage;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What x does to y through a mediator: slope a of the mediator on x times slope b of y on the mediator beside x (Baron and
 * Kenny 1986), with bootstrap intervals over clusters: percentile, and with its bias corrected (MacKinnon, Lockwood and
 * Williams 2004, Multivariate Behavioral Research 39(1)). Sobel's z is a quick figure: the product is not normal.
 *
 * @param first a, mediator per unit of x
 * @param second b, y per unit of the mediator, at the same x
 * @param direct y per unit of x, at the same mediator
 * @param total y per unit of x: first times second, and direct
 * @param sobel a b / sqrt(a^2 se_b^2 + b^2 se_a^2) (Sobel 1982), with plain errors
 * @param low lower end, percentiles
 * @param high upper end, percentiles
 * @param correctedLow lower end, bias corrected
 * @param correctedHigh upper end, bias corrected
 * @param draws samples of clusters that gave a figure
 */
public record IndirectEffect(
        double first,
        double second,
        double direct,
        double total,
        double sobel,
        double low,
        double high,
        double correctedLow,
        double correctedHigh,
        int draws) {
    /** Of so many samples that cannot be solved no interval is given. */
    static final double USABLE = 0.9;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** a times b. */
    public double effect() {
        return first * second;
    }

    /** Of x, mediator and y, in this order; empty where they cannot be told apart. */
    static Optional<IndirectEffect> of(Sample given, Effects effects, double level, long seed, int draws) {
        return Drawn.of(given, effects, seed, draws).map(drawn -> drawn.at(level));
    }

    /**
     * The products that resampled clusters give, from which the intervals of every level follow.
     *
     * @param slopes as all clusters give them
     * @param error of the product, by Sobel
     * @param sorted products of the samples that could be solved
     */
    record Drawn(Slopes slopes, double error, double[] sorted) {
        static Optional<Drawn> of(Sample given, Effects effects, long seed, int draws) {
            Design design = Design.of(given, effects);
            Optional<LeastSquares> mediator = LeastSquares.of(design, 1, 0);
            Optional<LeastSquares> outcome = LeastSquares.of(design, 2, 1, 0);
            if (mediator.isEmpty() || outcome.isEmpty()) {
                return Optional.empty();
            }
            ClusterProducts products = ClusterProducts.of(design, 3);
            Slopes slopes = Slopes.of(products.swept(products.once()));
            double[] sorted = drawn(products, seed, draws);
            if (slopes == null || sorted.length < USABLE * draws) {
                return Optional.empty();
            }
            double error = Math.hypot(
                    slopes.a() * outcome.get().plainError(0),
                    slopes.b() * mediator.get().plainError(0));
            return Optional.of(new Drawn(slopes, error, sorted));
        }

        /** With the interval of a level. */
        IndirectEffect at(double level) {
            double product = slopes.a() * slopes.b();
            double tail = (1 - level) / 2;
            double bias = bias(sorted, product);
            return new IndirectEffect(
                    slopes.a(),
                    slopes.b(),
                    slopes.direct(),
                    slopes.total(),
                    product / error,
                    quantile(sorted, tail),
                    quantile(sorted, 1 - tail),
                    quantile(sorted, corrected(tail, bias)),
                    quantile(sorted, corrected(1 - tail, bias)),
                    sorted.length);
        }
    }

    private static double[] drawn(ClusterProducts products, long seed, int draws) {
        return IntStream.range(0, draws)
                .mapToDouble(draw -> {
                    Slopes slopes = Slopes.of(products.swept(products.drawn(seed, draw)));
                    return slopes == null ? Double.NaN : slopes.a() * slopes.b();
                })
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** By how many deviations the draws' median lies off the estimate; draws equal to it count half. */
    private static double bias(double[] sorted, double product) {
        long below = Arrays.stream(sorted).filter(value -> value < product).count();
        long equal = Arrays.stream(sorted).filter(value -> value == product).count();
        double share =
                Math.min(Math.max((below + equal / 2.0) / sorted.length, .5 / sorted.length), 1 - .5 / sorted.length);
        return NORMAL.inverseCumulativeProbability(share);
    }

    private static double corrected(double share, double bias) {
        return NORMAL.cumulativeProbability(2 * bias + NORMAL.inverseCumulativeProbability(share));
    }

    /** Value of sorted ones below which a share lies, between neighbours in proportion. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The slopes of both regressions. */
    private record Slopes(double a, double b, double direct, double total) {
        static Slopes of(ClusterProducts.Swept swept) {
            if (!swept.take(0)) {
                return null;
            }
            double a = swept.at(0, 1);
            double total = swept.at(0, 2);
            return swept.take(1) ? new Slopes(a, swept.at(1, 2), swept.at(0, 2), total) : null;
        }
    }
}
