package io.linkage.jobs.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that a misspelt one most likely meant. */
final class Nearest {
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance();

    private Nearest() {}

    /** The closest of the known words, if at most two letters or a third of them differ. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    private static int distance(String left, String right) {
        return DISTANCE.apply(plain(left), plain(right));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
