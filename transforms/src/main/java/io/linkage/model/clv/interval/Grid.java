package io.linkage.model.clv.interval;

import java.util.concurrent.ConcurrentHashMap;

/**
 * A function of a history's frequency and age, known at nodes that are worked out when first asked for, and blended linearly
 * between them: nodes lie a set part of the frequency and of alpha plus age apart, low frequencies one by one.
 *
 * @param <V> what a node holds
 */
final class Grid<V> {
    private final double alpha;
    private final int parts;
    private final double logStep;
    private final Function<V> function;
    private final ConcurrentHashMap<Long, V> nodes = new ConcurrentHashMap<>();

    /** A function worth a grid. */
    @FunctionalInterface
    interface Function<V> {
        V at(long frequency, double age);
    }

    /** The nodes around a history, and their weights. */
    record Blend<V>(V[] nodes, double[] weights) {
        /** The blended value of one aspect of the nodes. */
        double of(java.util.function.ToDoubleFunction<V> aspect) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] == 0 ? 0 : weights[i] * aspect.applyAsDouble(nodes[i]);
            }
            return sum;
        }
    }

    /**
     * A grid.
     *
     * @param alpha of the purchase model, weeks
     * @param parts so many nodes lie between a frequency and its double; a power of two
     */
    Grid(double alpha, int parts, Function<V> function) {
        this.alpha = alpha;
        this.parts = parts;
        this.logStep = Math.log1p(1.0 / parts);
        this.function = function;
    }

    @SuppressWarnings("unchecked")
    Blend<V> around(long frequency, double age) {
        long step = step(frequency);
        long low = frequency - frequency % step;
        double right = (double) (frequency - low) / step;
        double place = Math.log1p(age / alpha) / logStep;
        int older = (int) place;
        double after = place - older;
        V[] around = (V[]) new Object[] {
            node(low, older),
            right == 0 ? null : node(low + step, older),
            after == 0 ? null : node(low, older + 1),
            right * after == 0 ? null : node(low + step, older + 1)
        };
        double[] weights = {(1 - right) * (1 - after), right * (1 - after), (1 - right) * after, right * after};
        return new Blend<>(around, weights);
    }

    private long step(long frequency) {
        return Math.max(1, Long.highestOneBit(frequency) / parts);
    }

    private V node(long frequency, int older) {
        Long place = frequency << Short.SIZE | older;
        V known = nodes.get(place);
        // Most are known: to ask for them takes no lock.
        return known != null
                ? known
                : nodes.computeIfAbsent(place, key -> function.at(frequency, alpha * Math.expm1(older * logStep)));
    }
}
