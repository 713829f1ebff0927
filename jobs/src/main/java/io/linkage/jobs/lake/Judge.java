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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Counts, in the pass that writes them, the rows that break the contract; keys and references in one query after. */
final class Judge {
    private static final String ROWS = "rows";

    private final Slice slice;
    private final Table table;
    private final List<Rule> rules;
    private final Observation observation = new Observation();

    Judge(Slice slice) {
        this.slice = slice;
        this.table = slice.table();
        this.rules = new ArrayList<>(table.verdicts());
        rules.addAll(slice.rules());
    }

    /** The same rows, counted as they pass. */
    Dataset<Row> watch(Dataset<Row> rows) {
        Column[] counts = new Column[rules.size()];
        for (int index = 0; index < counts.length; index++) {
            Column broken = when(coalesce(rules.get(index).broken(), lit(false)), lit(1L));
            counts[index] = coalesce(sum(broken), lit(0L)).as("rule_" + index);
        }
        return rows.observe(observation, count(lit(1)).as(ROWS), counts);
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
            acrossRows(lake)
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

    /** One query for all promises that no single row can show. */
    private Optional<Dataset<Row>> acrossRows(Lake lake) {
        Dataset<Row> written = lake.load(table);
        Dataset<Row> rows = slice.predicate().map(written::where).orElse(written);
        List<Dataset<Row>> checks = new ArrayList<>();
        if (!table.keys().isEmpty()) {
            checks.add(duplicates(rows));
        }
        for (Field field : table.references()) {
            dangling(rows, field, lake).ifPresent(checks::add);
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
