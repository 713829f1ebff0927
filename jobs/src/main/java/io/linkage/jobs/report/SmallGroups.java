package io.linkage.jobs.report;

import io.linkage.contract.Field;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Groups so small that a reader could guess who answered: their figures are withheld, n too. */
final class SmallGroups {
    /** Least number of answers that are shown together. */
    static final int LEAST = 5;

    private SmallGroups() {}

    /**
     * The groups that are shown. Where one alone is too small the next smallest is withheld too, for the first would
     * follow from the total.
     */
    static <T> List<T> shown(List<T> groups, ToLongFunction<T> count) {
        long small = groups.stream()
                .filter(group -> count.applyAsLong(group) < LEAST)
                .count();
        long withheld = small == 1 ? Math.min(2, groups.size()) : small;
        List<T> smallest = groups.stream()
                .sorted(Comparator.comparingLong(count))
                .limit(withheld)
                .toList();
        return groups.stream()
                .filter(group -> smallest.stream().noneMatch(other -> other == group))
                .toList();
    }

    /** The same of rows with a column of their size. */
    static List<PlainRow> shown(List<PlainRow> groups, Field count) {
        return shown(groups, row -> row.count(count));
    }

    /** A note, with how many groups are not shown. */
    static String note(String note, int withheld, Words words) {
        return withheld == 0
                ? note
                : (note + " " + words.say("withheld", words.count(withheld), words.count(LEAST))).trim();
    }
}
