package io.linkage.model.linkage;

/**
 * What a link must fulfil to be shown.
 *
 * @param leastPeople fewest people behind a unit's figure in a period
 * @param level share of intervals that hold the truth, such as .9
 * @param draws draws of a bootstrap
 * @param seed where draws begin
 */
public record Caution(long leastPeople, double level, int draws, long seed) {
    /** Below so many units, or clusters of them, chance and link cannot be told apart. */
    static final int LEAST_UNITS = 4;
    /** Below so many clusters of equal weight one alone decides, and CR2, which leaves it out, is far too small. */
    static final double LEAST_DECIDING = 2;
    /** Below so many clusters the bootstrap judges, not a t distribution. */
    static final int FEW_CLUSTERS = 30;
    /** A link with a lower chance is said to be seen. */
    static final double SIGNIFICANT = 0.05;
}
