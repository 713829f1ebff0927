package io.linkage.model.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Share of the pairs of customers who left at different times in which the one who left first had the higher risk, equal risks
 * counted half (Harrell, Lee and Mark 1996, Statistics in Medicine 15). Its error is that of a ratio of two U-statistics.
 */
public final class Concordance {
    private static final String CODE = "concordance";

    private Concordance() {}

    /**
     * Customers of one risk and one time.
     *
     * @param risk forecast, the higher the sooner
     * @param time in which they left, from 1; of those who stayed one more than the last
     * @param examples how many
     */
    public record Timed(double risk, int time, long examples) {}

    /** Customers alike, with what each of them adds: pairs with others, and those of them in the right order. */
    private record Placed(long examples, double pairs, double right) {}

    /** NaN where no two left at different times. */
    public static Metric of(Collection<Timed> rows) {
        List<Placed> placed = placed(rows);
        // Each pair is met from both its ends.
        double pairs =
                placed.stream().mapToDouble(one -> one.examples * one.pairs).sum() / 2;
        double right =
                placed.stream().mapToDouble(one -> one.examples * one.right).sum() / 2;
        double share = right / pairs;
        double squares = 0;
        for (Placed one : placed) {
            double distance = one.right - share * one.pairs;
            squares += one.examples * distance * distance;
        }
        return Metric.normal(CODE, share, Math.sqrt(squares) / pairs, 0, 1);
    }

    private static List<Placed> placed(Collection<Timed> rows) {
        int times = rows.stream().mapToInt(Timed::time).max().orElse(0) + 1;
        Map<Double, long[]> byRisk = new TreeMap<>();
        long[] all = new long[times];
        long examples = 0;
        for (Timed row : rows) {
            byRisk.computeIfAbsent(row.risk(), unseen -> new long[times])[row.time()] += row.examples();
            all[row.time()] += row.examples();
            examples += row.examples();
        }
        List<Placed> placed = new ArrayList<>();
        long[] below = new long[times];
        for (long[] here : byRisk.values()) {
            for (int time = 0; time < times; time++) {
                if (here[time] > 0) {
                    placed.add(new Placed(here[time], examples - all[time], right(time, below, here, all)));
                }
            }
            for (int time = 0; time < times; time++) {
                below[time] += here[time];
            }
        }
        return placed;
    }

    /** Those who left earlier at a higher risk, or later at a lower one. */
    private static double right(int own, long[] below, long[] here, long[] all) {
        double right = 0;
        for (int time = 0; time < all.length; time++) {
            if (time < own) {
                right += all[time] - below[time] - here[time] / 2.0;
            } else if (time > own) {
                right += below[time] + here[time] / 2.0;
            }
        }
        return right;
    }
}
