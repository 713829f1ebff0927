package io.linkage.jobs.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A company as its folder under {@code conf/} describes it, free of faults.
 *
 * @param name name of the company
 * @param folder folder that its configuration was read from
 * @param sources sources by feed, in the order of the contracts; a feed without sources is absent
 * @param settings one record per subject, by its class: every default filled in
 */
public record Company(String name, Path folder, Map<String, List<Source>> sources, Map<Class<?>, Object> settings) {

    /** Settings of one subject. */
    public <T> T settings(Class<T> type) {
        return type.cast(settings.get(type));
    }
}
