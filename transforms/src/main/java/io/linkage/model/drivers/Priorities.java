package io.linkage.model.drivers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the attributes of one questionnaire go with in one outcome: their verdicts and, as far as these allow, figures.
 *
 * @param respondents rows with attributes and outcome
 * @param explained R2 of the attributes together; NaN where there is no fit
 * @param heldOut the same in rows not learned from, against the mean; NaN where there is no fit
 * @param attributes in the order of their columns
 */
public record Priorities(long respondents, double explained, double heldOut, List<Priority> attributes) {
    /** Rows for each attribute below which a regression follows chance (Harrell 2015, Regression Modeling Strategies, 4.4). */
    static final int ROWS_PER_ATTRIBUTE = 10;

    private static final int LEAST_PARTS = 10;
    private static final int FOLDS = 10;
    private static final double CONSTANT = 1e-12;

    /**
     * One attribute.
     *
     * @param verdict whether it has figures
     * @param place its importance and quadrant; null without a fit
     * @param slope outcome per unit of the attribute; null without a fit
     */
    public record Priority(Verdict verdict, PriorityMap.Place place, Slope slope) {}

    /**
     * From parts of the rows, each with whole customers.
     *
     * @param parts rows parted at random, some 50 parts or more; the last column is the outcome
     * @param leastRows below which nothing is fitted
     * @param samples bootstrap samples of the quadrants
     * @param seed of the bootstrap
     */
    public static Priorities of(List<CrossProducts> parts, int leastRows, int samples, long seed) {
        List<CrossProducts> filled =
                parts.stream().filter(part -> part.rows() > 0).toList();
        CrossProducts all = CrossProducts.sum(parts);
        int outcome = all.predictors();
        int[] varying = IntStream.range(0, outcome)
                .filter(column -> all.rows() > 0 && all.covariance(column, column) > CONSTANT)
                .toArray();
        int needed = Math.max(leastRows, ROWS_PER_ATTRIBUTE * outcome);
        if (all.rows() < needed || filled.size() < LEAST_PARTS) {
            return none(all, Collections.nCopies(outcome, Verdict.TOO_FEW_RESPONDENTS));
        }
        if (!(all.covariance(outcome, outcome) > CONSTANT) || varying.length == 0) {
            Verdict same = varying.length == 0 ? Verdict.SAME_ANSWER : Verdict.SAME_OUTCOME;
            return none(all, Collections.nCopies(outcome, same));
        }
        int[] columns =
                IntStream.concat(IntStream.of(varying), IntStream.of(outcome)).toArray();
        List<CrossProducts> told =
                filled.stream().map(part -> part.only(columns)).toList();
        return fitted(told, all, varying, samples, seed);
    }

    private static Priorities fitted(
            List<CrossProducts> parts, CrossProducts all, int[] varying, int samples, long seed) {
        double heldOut = HeldOut.explained(folds(parts));
        Verdict verdict = !(heldOut > 0) ? Verdict.NOT_EXPLAINED : varying.length == 1 ? Verdict.ALONE : Verdict.SHOWN;
        List<PriorityMap.Place> places = PriorityMap.of(parts, verdict == Verdict.SHOWN ? samples : 0, seed);
        List<Slope> slopes = Slope.of(parts);
        List<Priority> attributes =
                new ArrayList<>(Collections.nCopies(all.predictors(), new Priority(Verdict.SAME_ANSWER, null, null)));
        double explained = 0;
        for (int j = 0; j < varying.length; j++) {
            // Importance is a part of R2 and so without a sign: the slope alone tells whether more of it is better.
            boolean falls = verdict == Verdict.SHOWN && slopes.get(j).high() < 0;
            Verdict own = falls ? Verdict.OPPOSITE : verdict;
            attributes.set(varying[j], new Priority(own, places.get(j), slopes.get(j)));
            explained += places.get(j).importance();
        }
        return new Priorities(Math.round(all.rows()), explained, heldOut, attributes);
    }

    private static List<CrossProducts> folds(List<CrossProducts> parts) {
        return IntStream.range(0, FOLDS)
                .mapToObj(fold -> CrossProducts.sum(IntStream.range(0, parts.size())
                        .filter(part -> part % FOLDS == fold)
                        .mapToObj(parts::get)
                        .toList()))
                .toList();
    }

    private static Priorities none(CrossProducts all, List<Verdict> verdicts) {
        List<Priority> attributes = verdicts.stream()
                .map(verdict -> new Priority(verdict, null, null))
                .toList();
        return new Priorities(Math.round(all.rows()), Double.NaN, Double.NaN, attributes);
    }
}
