package io.linkage.jobs.lake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a commit says of its night; kept with it in the Delta log.
 *
 * @param run identifier of the run
 * @param asOf business date
 */
public record Stamp(String run, LocalDate asOf) {
    private static final Pattern TEXT = Pattern.compile("linkage run=([A-Za-z0-9._-]+) date=(\\d{4}-\\d{2}-\\d{2})");

    /** As it stands in the log. */
    public String text() {
        return "linkage run=" + run + " date=" + asOf;
    }

    /** Reads it back; empty where the commit is not one of a night. */
    public static Optional<Stamp> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.find()
                ? Optional.of(new Stamp(matcher.group(1), LocalDate.parse(matcher.group(2))))
                : Optional.empty();
    }
}
