package io.linkage.model.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.special.Gamma;

/**
 * Population stability index: sum of (p - q) ln(p / q) over bins, with p the shares tonight and q those of the rows that a model
 * learned from. Numbers fall into ten bins by quantiles of those rows and one of unknown values, words into one bin each. Half a
 * row is added to every bin, so that an empty one has a logarithm.
 */
public final class Stability {
    /** Code of the index. */
    public static final String PSI = "psi";
    /** Above it customers differ: a convention. */
    public static final double NOTICE = 0.1;
    /** Above it they differ so much that a model should be looked at: a convention. */
    public static final double ALARM = 0.25;

    private static final int BINS = 10;
    private static final double HALF = 0.5;
    private static final double RARE = 0.95;
    private static final double CLOSE = 1e-9;

    private Stability() {}

    /**
     * The index with what chance passes once in twenty times where nothing changed: the quantile of chi-square with one degree
     * less than bins, times 1/n + 1/m (Yurdakul 2018, Statistical properties of population stability index).
     *
     * @param index sum over bins
     * @param byChance that quantile
     */
    public record Shift(double index, double byChance) {}

    /** Of numbers; NaN is not known. */
    public static Shift ofNumbers(double[] before, double[] now) {
        double[] edges = edges(before);
        long[] ofBefore = new long[edges.length + 2];
        long[] ofNow = new long[edges.length + 2];
        for (double value : before) {
            ofBefore[bin(edges, value)]++;
        }
        for (double value : now) {
            ofNow[bin(edges, value)]++;
        }
        return of(ofBefore, ofNow);
    }

    /** Of words; null is not known. */
    public static Shift ofWords(List<String> before, List<String> now) {
        Map<String, long[]> bins = new TreeMap<>();
        before.forEach(word -> bins.computeIfAbsent(word == null ? "" : word, unseen -> new long[2])[0]++);
        now.forEach(word -> bins.computeIfAbsent(word == null ? "" : word, unseen -> new long[2])[1]++);
        return of(
                bins.values().stream().mapToLong(counts -> counts[0]).toArray(),
                bins.values().stream().mapToLong(counts -> counts[1]).toArray());
    }

    /** Upper ends of all bins but the last: equal quantiles are one edge. */
    private static double[] edges(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        TreeSet<Double> edges = new TreeSet<>();
        for (int part = 1; part < BINS && known.length > 0; part++) {
            edges.add(known[(int) Math.min(known.length - 1L, (long) part * known.length / BINS)]);
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The last bin holds what is not known. */
    private static int bin(double[] edges, double value) {
        if (Double.isNaN(value)) {
            return edges.length + 1;
        }
        int place = Arrays.binarySearch(edges, value);
        return place >= 0 ? place : -place - 1;
    }

    private static Shift of(long[] before, long[] now) {
        double n = Arrays.stream(before).sum();
        double m = Arrays.stream(now).sum();
        int met = 0;
        for (int bin = 0; bin < before.length; bin++) {
            met += before[bin] + now[bin] > 0 ? 1 : 0;
        }
        if (n == 0 || m == 0) {
            return new Shift(Double.NaN, Double.NaN);
        }
        double index = 0;
        for (int bin = 0; bin < before.length; bin++) {
            if (before[bin] + now[bin] > 0) {
                double q = (before[bin] + HALF) / (n + HALF * met);
                double p = (now[bin] + HALF) / (m + HALF * met);
                index += (p - q) * Math.log(p / q);
            }
        }
        return new Shift(index, met > 1 ? chiSquare(met - 1) * (1 / n + 1 / m) : 0);
    }

    /** What chi-square with so many degrees of freedom passes once in twenty times, by halving. */
    static double chiSquare(int degrees) {
        double low = 0;
        double high = 10.0 * degrees + 100;
        while (high - low > CLOSE * high) {
            double middle = (low + high) / 2;
            if (Gamma.regularizedGammaP(degrees / 2.0, middle / 2) < RARE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
