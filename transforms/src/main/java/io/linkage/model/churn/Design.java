package io.linkage.model.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns of a regression, from what its examples look like. A number enters as it is and by its logarithm, a skewed one
 * by its logarithm alone; where it is sometimes missing it takes the mean and an indicator; a word takes an indicator for each
 * value. What cannot carry information is left out, with the reason.
 *
 * @param terms columns in order
 * @param dropped features left out, with the reason
 */
public record Design(List<Term> terms, Map<String, String> dropped) implements Serializable {
    static final String CONSTANT = "constant";
    static final String ABSENT = "never known";
    static final String INFINITE = "infinite values";

    public Design {
        terms = List.copyOf(terms);
    }

    /**
     * The design of some examples.
     *
     * @param profile of the examples that are learned from
     * @param layout of their numbers
     * @param mostLevels values up to which a word is taken
     * @param barred features that may not enter, each with the reason
     */
    public static Design of(Profile profile, Layout layout, int mostLevels, Map<String, String> barred) {
        Draft draft = new Draft(profile.examples(), mostLevels, barred);
        for (int place = 0; place < layout.numbers().size(); place++) {
            draft.number(layout.numbers().get(place), profile.number(place), profile.logarithm(place));
        }
        profile.words().forEach((feature, words) -> {
            if (!layout.numbers().contains(feature)) {
                draft.words(feature, words);
            }
        });
        return new Design(draft.terms, draft.dropped);
    }

    /** Features that are in it. */
    public Set<String> features() {
        Set<String> features = new java.util.LinkedHashSet<>();
        terms.forEach(term -> features.add(term.feature()));
        return features;
    }

    private static final class Draft {
        private final List<Term> terms = new ArrayList<>();
        private final Map<String, String> dropped = new TreeMap<>();
        private final long rows;
        private final int mostLevels;
        private final Map<String, String> barred;

        Draft(long rows, int mostLevels, Map<String, String> barred) {
            this.rows = rows;
            this.mostLevels = mostLevels;
            this.barred = barred;
        }

        void number(String feature, Moments moments, Moments logarithms) {
            if (refused(feature, moments)) {
                return;
            }
            boolean missing = moments.known() < rows;
            if (!moments.constant()) {
                terms.add(new Term(feature, "", moments.mean(), moments.deviation(rows)));
            }
            if (moments.bends() && !logarithms.constant()) {
                terms.add(new Term(feature, Term.LOGARITHM, logarithms.mean(), logarithms.deviation(rows)));
            }
            if (missing) {
                terms.add(indicator(feature, Term.MISSING, rows - moments.known()));
            }
        }

        private boolean refused(String feature, Moments moments) {
            String reason = null;
            if (barred.containsKey(feature)) {
                reason = barred.get(feature);
            } else if (moments.hasInfinite()) {
                reason = INFINITE;
            } else if (moments.known() == 0) {
                reason = ABSENT;
            } else if (moments.constant() && moments.known() == rows) {
                reason = CONSTANT;
            }
            if (reason != null) {
                dropped.put(feature, reason);
            }
            return reason != null;
        }

        void words(String feature, Words words) {
            int levels = words.counts().size() + (words.known() < rows ? 1 : 0);
            if (barred.containsKey(feature)) {
                dropped.put(feature, barred.get(feature));
            } else if (!Term.canName(feature)) {
                dropped.put(feature, "its name holds an equals sign or begins with ln(");
            } else if (words.numeric()) {
                number(feature, words.numbers(), words.logarithms());
            } else if (words.counts().isEmpty() || levels > mostLevels) {
                dropped.put(feature, "more than " + mostLevels + " values");
            } else if (levels == 1) {
                dropped.put(feature, CONSTANT);
            } else {
                words.counts().forEach((word, count) -> terms.add(indicator(feature, word, count)));
                if (words.known() < rows) {
                    terms.add(indicator(feature, Term.MISSING, rows - words.known()));
                }
            }
        }

        private Term indicator(String feature, String level, long count) {
            double share = (double) count / rows;
            return new Term(feature, level, share, Math.sqrt(share * (1 - share)));
        }
    }
}
