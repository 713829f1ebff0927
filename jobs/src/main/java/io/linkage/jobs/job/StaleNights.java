package io.linkage.jobs.job;

import static java.util.Comparator.naturalOrder;

import io.linkage.jobs.job.RunHistory.Runs;
import io.linkage.jobs.lake.LandingZone;
import io.linkage.jobs.lake.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Nights that were built before what an earlier night loaded or built: built again, they are as if all nights had run in
 * order. It follows from what stands in the warehouse alone, so a kill at any moment forgets nothing.
 */
public final class StaleNights {
    private StaleNights() {}

    /** Every such night, in order. */
    public static List<LocalDate> all(Warehouse warehouse) {
        Map<LocalDate, String> landed = LandingZone.runs(warehouse);
        SortedMap<LocalDate, Runs> built = RunHistory.built(warehouse);
        // A night that was stopped has loaded before a later one is built, and its tables come after it.
        SortedMap<LocalDate, String> changed = new TreeMap<>(landed);
        built.forEach((night, runs) -> changed.merge(night, runs.last(), BinaryOperator.maxBy(naturalOrder())));
        return built.entrySet().stream()
                .filter(night -> changed.headMap(night.getKey()).values().stream()
                        .anyMatch(run -> run.compareTo(night.getValue().first()) > 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The first of them. */
    public static Optional<LocalDate> first(Warehouse warehouse) {
        return all(warehouse).stream().findFirst();
    }
}
