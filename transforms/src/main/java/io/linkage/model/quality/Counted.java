package io.linkage.model.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Examples that share one value: all that the metrics need, however many customers there are.
 *
 * @param value a forecast probability, 0 to 1, or the value of a feature
 * @param examples how many had it
 * @param events how many of these then left
 * @param stake sum of what these who left were worth, in money
 * @param stakeSquares sum of its squares
 */
public record Counted(double value, long examples, long events, double stake, double stakeSquares) {
    public Counted {
        if (events < 0 || events > examples) {
            throw new IllegalArgumentException("Of " + examples + " examples " + events + " cannot have left.");
        }
    }

    /** Where it does not matter what those who left were worth. */
    public Counted(double value, long examples, long events) {
        this(value, examples, events, 0, 0);
    }

    /** One row per value, in rising order. */
    public static List<Counted> merge(Collection<Counted> rows) {
        Map<Double, Counted> merged = new TreeMap<>();
        rows.forEach(row -> merged.merge(row.value(), row, Counted::plus));
        return List.copyOf(merged.values());
    }

    /** How many examples there are in all. */
    public static long examples(Collection<Counted> rows) {
        return rows.stream().mapToLong(Counted::examples).sum();
    }

    /** How many left in all. */
    public static long events(Collection<Counted> rows) {
        return rows.stream().mapToLong(Counted::events).sum();
    }

    private Counted plus(Counted other) {
        return new Counted(
                value,
                examples + other.examples,
                events + other.events,
                stake + other.stake,
                stakeSquares + other.stakeSquares);
    }
}
