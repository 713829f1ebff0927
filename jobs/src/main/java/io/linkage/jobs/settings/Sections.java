package io.linkage.jobs.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds every section: the company's value, else the shared one, else the default. */
final class Sections {
    private final Binder binder;
    private final Faults faults;

    Sections(Binder binder, Faults faults) {
        this.binder = binder;
        this.faults = faults;
    }

    /** The records by class; one with a fault is absent. */
    Map<Class<?>, Object> bind(Place root, Map<String, Place> own, Map<String, Place> shared) {
        Map<Class<?>, Object> records = new LinkedHashMap<>();
        for (Section section : Section.ALL) {
            Map<String, Place> given = new LinkedHashMap<>(at(section.path(), shared));
            given.putAll(at(section.path(), own));
            Place place = find(section.path(), own).orElse(root.as(section.path()));
            binder.bind(section.type(), place, given).ifPresent(made -> records.put(section.type(), made));
        }
        return records;
    }

    /** Reports keys that lead to no section, and keys within sections that their records do not have. */
    void rejectUnknown(Map<String, Place> keys, String prefix, Set<String> others) {
        Set<String> known = new LinkedHashSet<>(others);
        known.addAll(below(prefix));
        keys.forEach((key, place) -> {
            if (!known.contains(key)) {
                faults.unknown(place, known);
            } else if (inner(path(prefix, key))) {
                rejectUnknown(place.entries(faults), path(prefix, key), Set.of());
            }
        });
    }

    private static Collection<String> below(String prefix) {
        Set<String> names = new LinkedHashSet<>();
        for (Section section : Section.ALL) {
            if (section.path().equals(prefix)) {
                names.addAll(Binder.keys(section.type()));
            } else if (section.path().startsWith(prefix.isEmpty() ? "" : prefix + ".")) {
                String rest = section.path().substring(prefix.isEmpty() ? 0 : prefix.length() + 1);
                names.add(rest.split("\\.", 2)[0]);
            }
        }
        return names;
    }

    private static boolean inner(String path) {
        return Section.ALL.stream()
                .map(Section::path)
                .anyMatch(known -> known.equals(path) || known.startsWith(path + "."));
    }

    private static String path(String prefix, String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }

    /** The place of a section; empty where it is not given. */
    static Optional<Place> find(String path, Map<String, Place> root) {
        Map<String, Place> keys = root;
        Place place = null;
        for (String name : path.isEmpty() ? List.<String>of() : List.of(path.split("\\."))) {
            place = keys.get(name);
            if (place == null) {
                return Optional.empty();
            }
            keys = place.entries(new Faults());
        }
        return Optional.ofNullable(place);
    }

    private static Map<String, Place> at(String path, Map<String, Place> root) {
        if (path.isEmpty()) {
            return root;
        }
        return find(path, root).map(place -> place.entries(new Faults())).orElse(Map.of());
    }
}
