package io.linkage.jobs.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gathers the faults of a configuration, so that all are shown at once. */
final class Faults {
    private final List<Fault> all = new ArrayList<>();

    /** A fault at a place; its value is hidden where the key names a secret. */
    void add(Place place, String why, String allowed) {
        all.add(new Fault(place.file(), place.line(), place.key(), place.shown(), why, allowed));
    }

    /** A fault that has no single value to show. */
    void add(Fault fault) {
        all.add(fault);
    }

    /** An unknown key, with the nearest known one. */
    void unknown(Place place, Collection<String> known) {
        String nearest = Nearest.to(place.name(), known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        all.add(new Fault(
                place.file(), place.line(), place.key(), "", "unknown key" + nearest, String.join(", ", known)));
    }

    /** The keys that are not known: by the key itself, as the last part of csv.delimiter alone would pass for delimiter. */
    void unknown(Map<String, Place> given, Collection<String> known) {
        given.forEach((key, place) -> {
            if (!known.contains(key)) {
                unknown(place, known);
            }
        });
    }

    /** Something that must be given and is not. */
    void missing(Place parent, String name, String meaning) {
        all.add(new Fault(parent.file(), parent.line(), parent.child(name), "", "missing: it must be given", meaning));
    }

    /** Faults so far. */
    List<Fault> all() {
        return List.copyOf(all);
    }
}
