package io.linkage.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many seconds one event of an activity takes: t = b0 + b1 x1 + b2 x2 … (Kaplan and Anderson 2004, Harvard Business
 * Review 82(11)), written {@code service-desk = 90 + 240 if channel = phone + 1 * handling-seconds}.
 *
 * @param activity in the ledger
 * @param terms that are added up
 */
public record TimeEquation(String activity, List<Term> terms) implements Serializable {
    private static final String SHAPE = "write it as: activity = 90 + 240 if channel = phone + 30 * lines";
    private static final Pattern TERM = Pattern.compile("(?<seconds>-?\\d+(\\.\\d+)?)(\\s*\\*\\s*(?<measure>[a-z-]+))?"
            + "(\\s+if\\s+(?<subject>[a-z-]+)\\s*=\\s*(?<value>\\S.*))?");

    /**
     * Seconds, times a measure of the event where one is named, where the event is of the kind that is named.
     *
     * @param seconds b
     * @param measure what of the event x counts; empty: 1
     * @param subject of which x is 1 for one value and 0 for others; empty: for all events
     * @param value of the subject
     */
    public record Term(double seconds, Optional<String> measure, Optional<String> subject, String value)
            implements Serializable {}

    /**
     * Reads one.
     *
     * @param measures words that may stand after *
     * @param subjects words that may stand after if
     */
    static TimeEquation read(String text, Set<String> measures, Set<String> subjects) {
        String[] sides = text.split("=", 2);
        if (sides.length < 2 || sides[0].isBlank()) {
            throw new IllegalArgumentException("'" + text + "' names no activity; " + SHAPE);
        }
        List<Term> terms = new ArrayList<>();
        for (String term : sides[1].split("\\s\\+\\s")) {
            Matcher found = TERM.matcher(term.strip());
            if (!found.matches()) {
                throw new IllegalArgumentException("'" + term.strip() + "' in '" + text + "' is no term; " + SHAPE);
            }
            terms.add(new Term(
                    Double.parseDouble(found.group("seconds")),
                    known(found.group("measure"), measures, text),
                    known(found.group("subject"), subjects, text),
                    Optional.ofNullable(found.group("value")).orElse("").strip()));
        }
        return new TimeEquation(sides[0].strip(), List.copyOf(terms));
    }

    private static Optional<String> known(String word, Set<String> words, String text) {
        if (word != null && !words.contains(word)) {
            throw new IllegalArgumentException("'" + text + "' reads " + word + ", but such an event is known by "
                    + (words.isEmpty() ? "no such word" : String.join(", ", words)) + " only");
        }
        return Optional.ofNullable(word);
    }
}
