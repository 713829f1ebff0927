package io.linkage.jobs.demo;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.SparkSession;

/** Counts what was made, faulty rows by kind included, in one Spark job that brings only sums to the driver. */
final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;
    static final String SEGMENT = "segment ";

    /** Tables whose rows follow from a customer, of all silos. */
    static final List<DemoTable> OF_CUSTOMERS = Stream.concat(
                    MarketingDatabase.OF_CUSTOMERS.stream(),
                    Stream.of(ShopCustomers.TABLE, Surveys.TABLE, Wallets.TABLE))
            .toList();
    /** Tables that do not grow with the customers, of all silos. */
    static final List<DemoTable> BOUNDED = Stream.concat(
                    MarketingDatabase.SMALL.stream(),
                    Stream.of(Employees.TABLE, Engagement.TABLE, Improvements.TABLE, Estimates.TABLE, Ledger.TABLE))
            .toList();

    private final TreeMap<String, Long> rows = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, Long>> dirty = new TreeMap<>();
    private final TreeMap<String, Long> lives = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, Long>> feedback = new TreeMap<>();

    static Tally of(SparkSession spark, World world) {
        Tally all = new Tally();
        FlatMapFunction<Iterator<Long>, Tally> count = customers -> {
            Tally part = new Tally();
            part.customers(world, customers);
            return List.of(part).iterator();
        };
        Customers.TABLE
                .numbers(spark, world)
                .javaRDD()
                .mapPartitions(count)
                .collect()
                .forEach(all::add);
        for (DemoTable table : BOUNDED) {
            for (long number = 0; number < table.count().applyAsLong(world); number++) {
                all.count(table, world, number);
            }
        }
        return all;
    }

    /** Rows per table, odd ones included. */
    Map<String, Long> rows() {
        return rows;
    }

    /** Odd rows per table and kind. */
    Map<String, TreeMap<String, Long>> dirty() {
        return dirty;
    }

    /** Feedback by the stage that it reached by the last day, and theme. */
    Map<String, TreeMap<String, Long>> feedback() {
        return feedback;
    }

    /** What the customers did: buyers, orders, their worth in cents. */
    Map<String, Long> lives() {
        return lives;
    }

    /** The most numbers that any of the tables has. */
    static long mostOf(List<DemoTable> tables, World world) {
        return tables.stream()
                .mapToLong(table -> table.count().applyAsLong(world))
                .max()
                .orElse(0);
    }

    private void customers(World world, Iterator<Long> customers) {
        while (customers.hasNext()) {
            long customer = customers.next();
            OF_CUSTOMERS.forEach(table -> count(table, world, customer));
            Feedbacks.stages(
                    world, customer, (stage, theme) -> of(feedback, stage).merge(theme, 1L, Long::sum));
            Life life = world.life(customer);
            lives.merge("buyers", life.prospect() ? 0L : 1L, Long::sum);
            lives.merge("orders", (long) life.orders(), Long::sum);
            lives.merge("repeat_buyers", life.orders() > 1 ? 1L : 0L, Long::sum);
            for (long cents : life.cents()) {
                lives.merge("order_total_cents", cents, Long::sum);
            }
            lives.merge(SEGMENT + Customers.segment(world, customer), 1L, Long::sum);
        }
    }

    private void count(DemoTable table, World world, long number) {
        String name = table.name();
        table.maker().make(world, number, new Sink() {
            @Override
            public void row(Object... values) {
                rows.merge(name, 1L, Long::sum);
            }

            @Override
            public void dirty(Fault fault) {
                of(dirty, name).merge(fault.kind(), 1L, Long::sum);
            }
        });
    }

    private void add(Tally other) {
        other.rows.forEach((name, count) -> rows.merge(name, count, Long::sum));
        other.lives.forEach((name, count) -> lives.merge(name, count, Long::sum));
        add(dirty, other.dirty);
        add(feedback, other.feedback);
    }

    private static void add(TreeMap<String, TreeMap<String, Long>> all, TreeMap<String, TreeMap<String, Long>> part) {
        part.forEach(
                (name, counts) -> counts.forEach((kind, count) -> of(all, name).merge(kind, count, Long::sum)));
    }

    private static TreeMap<String, Long> of(TreeMap<String, TreeMap<String, Long>> all, String name) {
        return all.computeIfAbsent(name, any -> new TreeMap<>());
    }
}
