package io.linkage.model.drivers;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Importance against performance (Martilla and James 1977, Journal of Marketing 41(1)); the borders are the means of both.
 * How stable a quadrant is comes from a bootstrap of parts of the rows, each taken whole.
 */
public final class PriorityMap {
    private static final String SUBJECT = "priority";

    /** Where an attribute stands. */
    public enum Quadrant {
        /** Important, performs below the others. */
        CONCENTRATE_HERE,
        /** Important, performs well. */
        KEEP_UP,
        /** Neither important nor well performed. */
        LOW_PRIORITY,
        /** Performs well where it matters little. */
        POSSIBLE_OVERKILL
    }

    /**
     * One attribute.
     *
     * @param importance its part of R2
     * @param performance its mean
     * @param quadrant where it stands
     * @param stability share of the bootstrap samples in which it stands there too
     */
    public record Place(double importance, double performance, Quadrant quadrant, double stability) {}

    private PriorityMap() {}

    /**
     * Places of the attributes, in the order of their columns.
     *
     * @param parts rows parted at random, some 50 parts or more
     * @param samples how many bootstrap samples; 0 where nobody asks for the stability
     * @param seed of the bootstrap
     */
    public static List<Place> of(List<CrossProducts> parts, int samples, long seed) {
        CrossProducts all = sum(parts, null);
        double[] importance = Importance.of(all.correlations());
        Quadrant[] quadrants = quadrants(all, importance);
        int[] same = new int[quadrants.length];
        for (int sample = 0; sample < samples; sample++) {
            CrossProducts drawn = sum(parts, Draws.of(seed, SUBJECT, sample));
            Quadrant[] again = quadrants(drawn, Importance.of(drawn.correlations()));
            for (int j = 0; j < same.length; j++) {
                same[j] += again[j] == quadrants[j] ? 1 : 0;
            }
        }
        List<Place> places = new ArrayList<>();
        for (int j = 0; j < same.length; j++) {
            places.add(new Place(importance[j], all.mean(j), quadrants[j], same[j] / (double) samples));
        }
        return places;
    }

    private static CrossProducts sum(List<CrossProducts> parts, Draws draws) {
        CrossProducts sum = new CrossProducts(parts.get(0).predictors() + 1);
        for (CrossProducts part : parts) {
            sum = sum.plus(draws == null ? part : parts.get(draws.below(parts.size())), 1);
        }
        return sum;
    }

    private static Quadrant[] quadrants(CrossProducts rows, double[] importance) {
        double important = Arrays.stream(importance).average().orElseThrow();
        double performing = 0;
        for (int j = 0; j < importance.length; j++) {
            performing += rows.mean(j) / importance.length;
        }
        Quadrant[] quadrants = new Quadrant[importance.length];
        for (int j = 0; j < importance.length; j++) {
            quadrants[j] = quadrant(importance[j] >= important, rows.mean(j) >= performing);
        }
        return quadrants;
    }

    private static Quadrant quadrant(boolean important, boolean performs) {
        if (important) {
            return performs ? Quadrant.KEEP_UP : Quadrant.CONCENTRATE_HERE;
        }
        return performs ? Quadrant.POSSIBLE_OVERKILL : Quadrant.LOW_PRIORITY;
    }
}
