package io.linkage.model.linkage;

import java.util.Collection;
import java.util.Optional;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Whether the people of a unit agree so much that their mean stands for the unit: one-way analysis of variance with unequal
 * groups (Bliese 2000, in Klein and Kozlowski, Multilevel Theory; mean group size of Haggard 1958).
 *
 * @param people answers in all
 * @param units units with an answer
 * @param meanSize (N - sum n^2 / N) / (units - 1), which unequal groups have in the place of their size
 * @param between mean square between units
 * @param within mean square within units
 */
public record Agreement(long people, int units, double meanSize, double between, double within) {
    /** Answers of one unit: how many, their mean and the sum of squared deviations from it. */
    public record Group(long people, double mean, double squares) {
        /** Of the answers themselves. */
        public static Group of(double... answers) {
            double sum = 0;
            for (double answer : answers) {
                sum += answer;
            }
            double mean = sum / answers.length;
            double squares = 0;
            for (double answer : answers) {
                squares += (answer - mean) * (answer - mean);
            }
            return new Group(answers.length, mean, squares);
        }
    }

    /** Of the answers of units; empty where there is one unit, one answer per unit, or everybody gave the same answer. */
    public static Optional<Agreement> of(Collection<Group> groups) {
        long people = 0;
        double sum = 0;
        double sizes = 0;
        double inside = 0;
        int units = 0;
        for (Group group : groups) {
            if (group.people() > 0) {
                people += group.people();
                sum += group.people() * group.mean();
                sizes += (double) group.people() * group.people();
                inside += group.squares();
                units++;
            }
        }
        if (units < 2 || people == units) {
            return Optional.empty();
        }
        double mean = sum / people;
        double outside = 0;
        for (Group group : groups) {
            outside += group.people() > 0 ? group.people() * Math.pow(group.mean() - mean, 2) : 0;
        }
        if (inside + outside <= 1e-18 * people * mean * mean) {
            return Optional.empty();
        }
        double size = (people - sizes / people) / (units - 1);
        return Optional.of(new Agreement(people, units, size, outside / (units - 1), inside / (people - units)));
    }

    /** ICC(1): share of the variance of one answer that lies between units; may be negative. */
    public double icc1() {
        return (between - within) / (between + (meanSize - 1) * within);
    }

    /** ICC(2): reliability of the mean of a unit of mean size; 0 where units differ less than chance makes them. */
    public double icc2() {
        return between > within ? 1 - within / between : 0;
    }

    /** Reliability of the mean of so many people, by Spearman and Brown; 0 where ICC(1) is not above 0. */
    public double reliability(double size) {
        double icc = Math.max(0, icc1());
        return size * icc / (1 + (size - 1) * icc);
    }

    /** Chance of such an F or a higher one if units did not differ. */
    public double chance() {
        return within == 0 ? 0 : 1 - distribution().cumulativeProbability(between / within);
    }

    /** Ends of ICC(1) with a level such as .95 (McGraw and Wong 1996, table 7); exact where groups have one size. */
    public double[] icc1Interval(double level) {
        if (within == 0) {
            return new double[] {1, 1};
        }
        double tail = (1 + level) / 2;
        double ratio = between / within;
        double low = ratio / distribution().inverseCumulativeProbability(tail);
        double high = ratio * new FDistribution(people - units, units - 1).inverseCumulativeProbability(tail);
        return new double[] {(low - 1) / (low + meanSize - 1), (high - 1) / (high + meanSize - 1)};
    }

    private FDistribution distribution() {
        return new FDistribution(units - 1, people - units);
    }

    /**
     * r_wg(J) of a unit, 0 to 1: agreement on J parallel items beside answers given at random (James, Demaree and Wolf 1984,
     * Journal of Applied Psychology 69(1), equations 1 and 3); negative values are set to 0, as they propose.
     *
     * @param variance mean variance of the items within the unit
     * @param items number of items
     * @param steps answers on the scale, such as 5
     */
    public static double withinGroup(double variance, int items, int steps) {
        if (steps < 2 || items < 1) {
            throw new IllegalArgumentException("r_wg needs a scale of 2 steps and an item or more; got " + steps
                    + " steps and " + items + " items. Look at the scale of the question.");
        }
        double random = ((double) steps * steps - 1) / 12;
        double agreed = items * (1 - variance / random);
        return agreed <= 0 ? 0 : agreed / (agreed + variance / random);
    }
}
