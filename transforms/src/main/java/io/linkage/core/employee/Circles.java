package io.linkage.core.employee;

import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.staging.Arrival;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Leaves out the links from unit to parent that would close a circle, so that no unit is its own ancestor on any day: links
 * are taken in the order in which they were made, and one that closes a circle of those that stand does not stand. Where
 * several of one moment close it together, none of them does.
 */
final class Circles {
    /** When a link was made, and in what order links of one day were seen. */
    private static final Comparator<Link> MADE =
            Comparator.comparing(Link::from).thenComparing(Link::loaded);

    private final Map<String, List<Link>> standing = new HashMap<>();

    /**
     * A version of a unit that names a parent.
     *
     * @param unit the unit
     * @param parent the unit that it belongs to
     * @param from first day of the version
     * @param to first day after it
     * @param loaded night that first saw it
     */
    record Link(String unit, String parent, Date from, Date to, Date loaded) {
        private boolean holds(Date day) {
            return !day.before(from) && day.before(to);
        }
    }

    private Circles() {}

    /** The links that do not stand, whatever the order in which all are given. */
    static Set<Link> closing(List<Link> all) {
        Map<Link, List<Link>> byMoment = new TreeMap<>(MADE);
        all.forEach(link ->
                byMoment.computeIfAbsent(link, moment -> new ArrayList<>()).add(link));
        Circles circles = new Circles();
        Set<Link> closing = new HashSet<>();
        byMoment.values().forEach(made -> closing.addAll(circles.refused(made)));
        return closing;
    }

    /** A circle is whole from the day on which its last link begins: it is enough to walk on that day. */
    private List<Link> refused(List<Link> made) {
        made.forEach(link ->
                standing.computeIfAbsent(link.unit(), unit -> new ArrayList<>()).add(link));
        List<Link> refused = made.stream().filter(this::closes).toList();
        refused.forEach(link -> standing.get(link.unit()).remove(link));
        return refused;
    }

    private boolean closes(Link link) {
        Set<String> passed = new HashSet<>();
        Link at = link;
        while (at != null && passed.add(at.unit())) {
            if (at.parent().equals(link.unit())) {
                return true;
            }
            at = heldBy(at.parent(), link.from());
        }
        return false;
    }

    private Link heldBy(String unit, Date day) {
        return standing.getOrDefault(unit, List.of()).stream()
                .filter(link -> link.holds(day))
                .findFirst()
                .orElse(null);
    }

    /** The same versions, each with whether its parent was left out; units are few enough for one task. */
    static Dataset<Row> without(Dataset<Row> versions) {
        StructType schema = versions.schema()
                .add(
                        DimOrgUnit.HAS_CIRCULAR_PARENT.name(),
                        DimOrgUnit.HAS_CIRCULAR_PARENT.domain().type());
        return versions.repartition(1)
                .mapPartitions((MapPartitionsFunction<Row, Row>) Circles::rows, Encoders.row(schema));
    }

    private static Iterator<Row> rows(Iterator<Row> versions) {
        List<Row> all = new ArrayList<>();
        versions.forEachRemaining(all::add);
        Set<Link> closing = closing(all.stream()
                .filter(row -> parent(row) != null)
                .map(Circles::link)
                .toList());
        return all.stream()
                .map(row -> judged(row, parent(row) != null && closing.contains(link(row))))
                .iterator();
    }

    private static Row judged(Row row, boolean closes) {
        Object[] values = new Object[row.length() + 1];
        for (int column = 0; column < row.length(); column++) {
            values[column] = row.get(column);
        }
        if (closes) {
            values[row.fieldIndex(DimOrgUnit.PARENT_UNIT_SOURCE_ID.name())] = null;
        }
        values[row.length()] = closes;
        return RowFactory.create(values);
    }

    private static Link link(Row row) {
        return new Link(
                row.getAs(DimOrgUnit.UNIT_SOURCE_ID.name()),
                parent(row),
                row.getAs(DimOrgUnit.VALID_FROM.name()),
                row.getAs(DimOrgUnit.VALID_TO.name()),
                row.getAs(Arrival.LOADED));
    }

    private static String parent(Row row) {
        return row.getAs(DimOrgUnit.PARENT_UNIT_SOURCE_ID.name());
    }
}
