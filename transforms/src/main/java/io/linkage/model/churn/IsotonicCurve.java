package io.linkage.model.churn;

import io.linkage.model.quality.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The chance that never falls with the margin and is nearest to the shares that left (pool adjacent violators; Ayer et al. 1955,
 * Zadrozny and Elkan 2002). Each pool stands at its mean margin; between two pools the chance goes along a straight line, beyond
 * the last ones it stays.
 *
 * @param margins mean margin of each pool, rising
 * @param chances chance of each pool, rising
 */
public record IsotonicCurve(List<Double> margins, List<Double> chances) implements ChanceCurve {
    /** Added to each pool, half of them as events: no pool is certain because it is small. */
    private static final double DRAWN_IN = 1;

    public IsotonicCurve {
        margins = List.copyOf(margins);
        chances = List.copyOf(chances);
    }

    /** Fits rows in rising order of their value, one per value; there must be one. */
    public static IsotonicCurve fit(List<Counted> rows) {
        List<Pool> pools = new ArrayList<>();
        for (Counted row : rows) {
            Pool pool = new Pool(row.value() * row.examples(), row.examples(), row.events());
            while (!pools.isEmpty() && pools.get(pools.size() - 1).share() >= pool.share()) {
                pool = pools.remove(pools.size() - 1).with(pool);
            }
            pools.add(pool);
        }
        List<Double> margins = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        double least = 0;
        for (Pool pool : pools) {
            least = Math.max(least, pool.chance());
            margins.add(pool.sum / pool.examples);
            chances.add(least);
        }
        return new IsotonicCurve(margins, chances);
    }

    /** As it is recorded: margin, colon and chance of each pool. */
    public String text() {
        return IntStream.range(0, margins.size())
                .mapToObj(pool -> margins.get(pool) + ":" + chances.get(pool))
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #text} wrote. */
    public static IsotonicCurve of(String text) {
        List<Double> margins = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        for (String pool : text.split(" ")) {
            int colon = pool.indexOf(':');
            margins.add(Double.parseDouble(pool.substring(0, colon)));
            chances.add(Double.parseDouble(pool.substring(colon + 1)));
        }
        return new IsotonicCurve(margins, chances);
    }

    @Override
    public double probability(double margin) {
        int last = margins.size() - 1;
        int above = 0;
        while (above <= last && margins.get(above) <= margin) {
            above++;
        }
        if (above == 0 || above > last) {
            return chances.get(above == 0 ? 0 : last);
        }
        double from = margins.get(above - 1);
        double way = (margin - from) / (margins.get(above) - from);
        return chances.get(above - 1) + way * (chances.get(above) - chances.get(above - 1));
    }

    @Override
    public double slope() {
        return 1;
    }

    private record Pool(double sum, double examples, double events) {
        double share() {
            return events / examples;
        }

        double chance() {
            return (events + DRAWN_IN / 2) / (examples + DRAWN_IN);
        }

        Pool with(Pool next) {
            return new Pool(sum + next.sum, examples + next.examples, events + next.events);
        }
    }
}
