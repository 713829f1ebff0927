package io.linkage.jobs.report;

import io.linkage.contract.Field;
import io.linkage.jobs.lake.PlainRow;
import java.util.Comparator;
import java.util.List;

/** Groups so small that a reader could guess who answered: their figures are withheld, n too. */
final class SmallGroups {
    /** Least number of answers that are shown together. */
    static final int LEAST = 5;

    private SmallGroups() {}

    /**
     * The groups that are shown. Where one alone is too small the next smallest is withheld too, for the first would
     * follow from the total.
     */
    static List<PlainRow> shown(List<PlainRow> groups, Field count) {
        long small = groups.stream().filter(group -> group.count(count) < LEAST).count();
        long withheld = small == 1 ? Math.min(2, groups.size()) : small;
        List<PlainRow> smallest = groups.stream()
                .sorted(Comparator.comparingLong((PlainRow group) -> group.count(count)))
                .limit(withheld)
                .toList();
        return groups.stream()
                .filter(group -> smallest.stream().noneMatch(other -> other == group))
                .toList();
    }
}
