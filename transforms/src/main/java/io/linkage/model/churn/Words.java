package io.linkage.model.churn;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** The words of one feature with their counts, as far as they are few; and its numbers, where all words are numbers. */
final class Words implements Serializable {
    /** Beyond so many words they are no longer counted: no model takes them. */
    private static final int MOST_COUNTED = 1000;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Moments numbers = new Moments();
    private final Moments logarithms = new Moments();
    private boolean tooMany;
    private boolean numeric = true;
    private long known;

    void add(String word, double number) {
        known++;
        numeric = numeric && !Double.isNaN(number);
        numbers.add(number);
        logarithms.add(Layout.logarithm(number));
        count(word, 1);
    }

    void merge(Words other) {
        known += other.known;
        numeric = numeric && other.numeric;
        numbers.merge(other.numbers);
        logarithms.merge(other.logarithms);
        tooMany = tooMany || other.tooMany;
        other.counts.forEach(this::count);
        if (tooMany) {
            counts.clear();
        }
    }

    private void count(String word, long times) {
        if (!tooMany) {
            counts.merge(word, times, Long::sum);
            tooMany = counts.size() > MOST_COUNTED;
        }
        if (tooMany) {
            counts.clear();
        }
    }

    boolean numeric() {
        return numeric;
    }

    Moments numbers() {
        return numbers;
    }

    Moments logarithms() {
        return logarithms;
    }

    long known() {
        return known;
    }

    /** Counts by word, in the order of the words; empty where there are too many. */
    Map<String, Long> counts() {
        return counts;
    }
}
