package io.linkage.model.churn;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a part of the examples looks like: counts, moments of numbers, words with their counts. Profiles merge. */
public final class Profile implements Serializable {
    private final List<Layout.Reader> readers;
    private final Moments[] numbers;
    private final Map<String, Words> words = new TreeMap<>();
    private long examples;
    private long events;

    /** An empty profile. */
    public Profile(Layout layout) {
        this.readers = layout.numbers().stream().map(layout::reader).toList();
        this.numbers = new Moments[layout.numbers().size()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = new Moments();
        }
    }

    /** Takes one example in. */
    public void add(Observed observed, boolean left) {
        examples++;
        events += left ? 1 : 0;
        for (int place = 0; place < numbers.length; place++) {
            numbers[place].add(readers.get(place).of(observed));
        }
        observed.words()
                .forEach((feature, word) ->
                        words.computeIfAbsent(feature, unseen -> new Words()).add(word, observed.number(feature)));
    }

    /** Takes the examples of another part in. */
    public Profile merge(Profile other) {
        examples += other.examples;
        events += other.events;
        for (int place = 0; place < numbers.length; place++) {
            numbers[place].merge(other.numbers[place]);
        }
        other.words.forEach((feature, those) ->
                words.computeIfAbsent(feature, unseen -> new Words()).merge(those));
        return this;
    }

    /** How many examples it holds. */
    public long examples() {
        return examples;
    }

    /** How many of them left. */
    public long events() {
        return events;
    }

    Moments number(int place) {
        return numbers[place];
    }

    Map<String, Words> words() {
        return words;
    }
}
