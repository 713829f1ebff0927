package io.linkage.model.churn;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a part of the examples looks like: counts, moments of numbers, words with their counts. Profiles merge. */
public final class Profile implements Serializable {
    private final List<Layout.Reader> readers;
    private final Layout layout;
    private final Moments[] numbers;
    private final Moments[] logarithms;
    private final Map<String, Words> words = new TreeMap<>();
    private long examples;
    private long events;

    /** An empty profile. */
    public Profile(Layout layout) {
        this.readers = layout.numbers().stream().map(layout::reader).toList();
        this.layout = layout;
        this.numbers = new Moments[layout.numbers().size()];
        this.logarithms = new Moments[numbers.length];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = new Moments();
            logarithms[place] = new Moments();
        }
    }

    /** Takes one example in. */
    public void add(Observed observed, boolean left) {
        examples++;
        events += left ? 1 : 0;
        for (int place = 0; place < numbers.length; place++) {
            double number = readers.get(place).of(observed);
            numbers[place].add(number);
            logarithms[place].add(Layout.logarithm(number));
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
            logarithms[place].merge(other.logarithms[place]);
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

    /** Moments of the logarithm of a number; of a skewed one none, as it enters by its logarithm anyway. */
    Moments logarithm(int place) {
        return layout.skewed().contains(layout.numbers().get(place)) ? new Moments() : logarithms[place];
    }

    Map<String, Words> words() {
        return words;
    }
}
