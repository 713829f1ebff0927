package io.linkage.model.churn.spark;

import io.linkage.model.churn.Profile;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each part of the examples looks like, from one pass; fits merge the parts that they learn from, so that no mean and
 * no vocabulary knows of rows that test.
 */
record Profiles(Map<Integer, Profile> byPart) {

    static Profiles of(Dataset<Row> known) {
        FlatMapFunction<Iterator<Row>, TreeMap<Integer, Profile>> gather = Profiles::gather;
        List<TreeMap<Integer, Profile>> gathered =
                known.javaRDD().mapPartitions(gather).collect();
        Map<Integer, Profile> byPart = new TreeMap<>();
        gathered.forEach(some -> some.forEach((part, profile) -> byPart.merge(part, profile, Profile::merge)));
        return new Profiles(byPart);
    }

    private static Iterator<TreeMap<Integer, Profile>> gather(Iterator<Row> rows) {
        TreeMap<Integer, Profile> byPart = new TreeMap<>();
        rows.forEachRemaining(row -> byPart.computeIfAbsent(Examples.part(row), part -> new Profile(Examples.LAYOUT))
                .add(Examples.observed(row), Examples.left(row)));
        return List.of(byPart).iterator();
    }

    /** Of some parts together. */
    Profile of(Collection<Integer> parts) {
        Profile all = new Profile(Examples.LAYOUT);
        parts.stream().sorted().filter(byPart::containsKey).map(byPart::get).forEach(all::merge);
        return all;
    }
}
