package io.linkage.model.clv;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Counted rows that stand in ascending order already, none twice: each fit of a night asks, of rows that it does not know. */
final class Ascending {
    private Ascending() {}

    /** Whether every row comes after the one before. */
    static <T> boolean strictly(List<T> rows, Comparator<? super T> order) {
        return IntStream.range(1, rows.size())
                .allMatch(place -> order.compare(rows.get(place - 1), rows.get(place)) < 0);
    }
}
