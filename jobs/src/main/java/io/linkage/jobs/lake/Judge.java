package io.linkage.jobs.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.contract.Rule;
import io.linkage.contract.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Counts, in the pass that writes them, the rows that break the contract; keys and references by digests, and by one query
 * where these leave something open.
 */
final class Judge {
    private static final String ROWS = "rows";
    private static final String KEYS = "keys";
    private static final String VALUES = "values_";

    private final Slice slice;
    private final Table table;
    private final List<Rule> rules;
    private final Set<String> digested;
    private final Observation observation = new Observation();

    /**
     * A judge of the rows of a slice.
     *
     * @param referred columns of the table that others refer to
     */
    Judge(Slice slice, Set<String> referred) {
        this.slice = slice;
        this.table = slice.table();
        this.rules = new ArrayList<>(table.verdicts());
        rules.addAll(slice.rules());
        this.digested = new TreeSet<>(referred);
        table.references().forEach(field -> digested.add(field.name()));
    }

    /** The same rows, counted as they pass. */
    Dataset<Row> watch(Dataset<Row> rows) {
        List<Column> counts = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            Column broken = when(coalesce(rules.get(index).broken(), lit(false)), lit(1L));
            counts.add(coalesce(sum(broken), lit(0L)).as("rule_" + index));
        }
        if (!table.keys().isEmpty()) {
            counts.add(Digests.of(table.keyColumns()).as(KEYS));
        }
        digested.forEach(column -> counts.add(Digests.of(col(column)).as(VALUES + column)));
        return rows.observe(observation, count(lit(1)).as(ROWS), counts.toArray(Column[]::new));
    }

    /** What was counted, once the rows are written. */
    Written verdict(long version, Lake lake) {
        Map<String, Object> counted = seen(observation);
        List<Written.Finding> findings = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            add(findings, rules.get(index).meaning(), (Long) counted.get("rule_" + index));
        }
        long rows = (Long) counted.get(ROWS);
        if (rows > 0) {
            Known known = lake.known();
            digested.forEach(column -> known.keep(table, column, version, Digests.read(counted.get(VALUES + column))));
            open(counted, rows, known, lake)
                    .ifPresent(query ->
                            query.collectAsList().forEach(row -> add(findings, row.getString(0), row.getLong(1))));
        }
        return new Written(table.name(), version, rows, List.copyOf(findings));
    }

    /** What was counted on the way. */
    static Map<String, Object> seen(Observation passed) {
        try {
            return passed.getAsJava();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the rows written were counted", stopped);
        }
    }

    /** One query for all promises across rows that the digests leave open: broken ones, and those of large tables. */
    private Optional<Dataset<Row>> open(Map<String, Object> counted, long rows, Known known, Lake lake) {
        Dataset<Row> written = slice.predicate().map(lake.load(table)::where).orElseGet(() -> lake.load(table));
        List<Dataset<Row>> checks = new ArrayList<>();
        if (!table.keys().isEmpty() && Digests.read(counted.get(KEYS)).size() != rows) {
            checks.add(duplicates(written));
        }
        for (Field field : table.references()) {
            ValueSet values = Digests.read(counted.get(VALUES + field.name()));
            if (!known.holds(field.target(), values, lake)) {
                dangling(written, field, lake).ifPresent(checks::add);
            }
        }
        return checks.stream().reduce(Dataset::union);
    }

    private Dataset<Row> duplicates(Dataset<Row> rows) {
        String keys = String.join(", ", table.keys().stream().map(Field::name).toList());
        return rows.groupBy(table.keyColumns())
                .agg(count(lit(1)).as(ROWS))
                .where("rows > 1")
                .agg(lit("key " + keys + " must be unique"), coalesce(sum(ROWS), lit(0L)));
    }

    private Optional<Dataset<Row>> dangling(Dataset<Row> rows, Field field, Lake lake) {
        return lake.values(field.target(), slice.asOf())
                .map(known -> rows.select(field.col().as("value"))
                        .where("value IS NOT NULL")
                        .join(known, col("value").equalTo(col("known")), "left_anti")
                        .agg(
                                lit(field.name() + " must be found in "
                                        + field.target().path()),
                                count(lit(1))));
    }

    private static void add(List<Written.Finding> findings, String check, long rows) {
        if (rows > 0) {
            findings.add(new Written.Finding(check, rows));
        }
    }
}
