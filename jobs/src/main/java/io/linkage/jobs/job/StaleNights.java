package io.linkage.jobs.job;

import io.linkage.jobs.lake.LandingZone;
import io.linkage.jobs.lake.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nights that were built before what an earlier night loaded: built again, they are as if all nights had run in order. It
 * follows from what stands in the warehouse alone, so a kill at any moment forgets nothing.
 */
public final class StaleNights {
    private StaleNights() {}

    /** Every such night, in order. */
    public static List<LocalDate> all(Warehouse warehouse) {
        Map<LocalDate, String> landed = LandingZone.runs(warehouse);
        return RunHistory.built(warehouse).entrySet().stream()
                .filter(night -> landed.entrySet().stream()
                        .anyMatch(load -> load.getKey().isBefore(night.getKey())
                                && load.getValue().compareTo(night.getValue()) > 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The first of them. */
    public static Optional<LocalDate> first(Warehouse warehouse) {
        return all(warehouse).stream().findFirst();
    }
}
