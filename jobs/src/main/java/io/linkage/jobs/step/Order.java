package io.linkage.jobs.step;

import io.linkage.contract.Build;
import io.linkage.contract.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which tables are built, derived from what each reads: the declared order wherever that allows it. */
public final class Order {
    private final Map<String, Build> builds = new LinkedHashMap<>();
    private final List<Build> ordered = new ArrayList<>();
    private final Set<String> done = new LinkedHashSet<>();

    private Order(List<Build> declared) {
        for (Build build : declared) {
            if (builds.put(build.writes().name(), build) != null) {
                throw new IllegalStateException(
                        "Table " + build.writes().name() + " is built twice. Keep one of the two declarations.");
            }
        }
    }

    /**
     * The builds, each after those whose tables it reads.
     *
     * @throws IllegalStateException when tables read each other in a circle, or a table is built twice
     */
    public static List<Build> of(List<Build> declared) {
        Order order = new Order(declared);
        declared.forEach(build -> order.visit(build, new LinkedHashSet<>()));
        return List.copyOf(order.ordered);
    }

    private void visit(Build build, Set<String> path) {
        String name = build.writes().name();
        if (done.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            throw new IllegalStateException("These tables read each other in a circle: " + String.join(" <- ", path)
                    + " <- " + name + ". Take one of the edges out of Builds.");
        }
        for (Table read : build.reads()) {
            Build before = builds.get(read.name());
            if (before != null && before != build) {
                visit(before, path);
            }
        }
        path.remove(name);
        done.add(name);
        ordered.add(build);
    }
}
