package io.linkage.jobs.lake;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The values of referred columns in tables that this process wrote: references to them need no query. */
final class Known {
    private final Map<String, Values> values = new ConcurrentHashMap<>();

    private record Values(long version, ValueSet set) {}

    /** Notes the values of a column as a version of its table holds them. */
    void keep(Table table, String column, long version, ValueSet set) {
        values.put(table.name() + "." + column, new Values(version, set));
    }

    /** Whether the newest version of the target holds all these values; false where that is not known. */
    boolean holds(Field target, ValueSet wanted, Lake lake) {
        OptionalLong newest = lake.versionOf(target);
        if (newest.isEmpty()) {
            return true;
        }
        Values held = values.get(target.path());
        return held != null
                && held.version() == newest.getAsLong()
                && held.set().holdsAll(wanted);
    }
}
