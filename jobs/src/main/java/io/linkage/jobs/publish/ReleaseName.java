package io.linkage.jobs.publish;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a release: its business date and its number among those of the date.
 *
 * @param date business date
 * @param number from 1
 */
public record ReleaseName(LocalDate date, int number) implements Comparable<ReleaseName> {
    private static final Pattern TEXT = Pattern.compile("release=(\\d{4}-\\d{2}-\\d{2})-(\\d{1,6})");
    private static final Comparator<ReleaseName> ORDER =
            Comparator.comparing(ReleaseName::date).thenComparing(ReleaseName::number);

    /** Name of its folder. */
    public String text() {
        return "release=" + date + "-" + number;
    }

    /** Reads the name of a folder; empty where it names no release. */
    public static Optional<ReleaseName> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ReleaseName(LocalDate.parse(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(ReleaseName other) {
        return ORDER.compare(this, other);
    }
}
