package io.linkage.model.linkage;

/**
 * NPS of those whom a unit served in a month, and how far chance alone lets it be off.
 *
 * @param promoters answers of 9 or 10
 * @param passives answers of 7 or 8
 * @param detractors answers of 0 to 6
 */
public record Answers(long promoters, long passives, long detractors) {
    static final double POINTS = 100;

    public long count() {
        return promoters + passives + detractors;
    }

    /** Promoters less detractors. */
    public long points() {
        return promoters - detractors;
    }

    /** NPS, -100 to 100. */
    public double nps() {
        return POINTS * points() / count();
    }

    /** Squared standard error of the NPS as a sample of what the unit's customers felt: (p + d - s^2) / (n - 1). */
    public double variance() {
        double n = count();
        double mean = points() / n;
        return POINTS * POINTS * ((promoters + detractors) / n - mean * mean) / (n - 1);
    }
}
