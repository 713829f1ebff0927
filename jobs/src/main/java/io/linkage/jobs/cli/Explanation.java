package io.linkage.jobs.cli;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.Lake;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.score.ScoreProspect;
import io.linkage.table.score.ScoreWinBack;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a release knows of one customer, by subject; columns without a value are left out.
 *
 * @param key of the customer
 * @param date business date of the row
 * @param subjects columns and their values
 */
record Explanation(long key, String date, Map<String, Map<Field, Object>> subjects) {
    private static final List<Field> VALUE = List.of(
            CustomerValue.LIFE_CYCLE_PHASE_CODE,
            CustomerValue.SEGMENT_CODE,
            CustomerValue.LAST_PURCHASE_DATE,
            CustomerValue.NET_REVENUE_AMOUNT,
            CustomerValue.MARGIN_AMOUNT,
            CustomerValue.CLV_AMOUNT,
            CustomerValue.CLV_LOW_AMOUNT,
            CustomerValue.CLV_HIGH_AMOUNT,
            CustomerValue.COST_TO_SERVE_AMOUNT,
            CustomerValue.NET_VALUE_AMOUNT,
            CustomerValue.WALLET_SHARE,
            CustomerValue.POTENTIAL_VALUE_AMOUNT,
            CustomerValue.PROMOTER_VALUE_AMOUNT);
    private static final List<Field> RISK = List.of(
            CustomerValue.ALIVE_PROBABILITY,
            CustomerValue.CHURN_DEFINITION_CODE,
            CustomerValue.CHURN_PROBABILITY,
            CustomerValue.FIRST_CHURN_REASON_CODE,
            CustomerValue.SECOND_CHURN_REASON_CODE,
            CustomerValue.THIRD_CHURN_REASON_CODE,
            CustomerValue.LAST_NPS_SCORE);
    /** Of those who left, or never bought: their scores are no part of a release, but stand in the warehouse. */
    private static final Map<Table, List<Field>> CHANCES = Map.of(
            ScoreWinBack.TABLE,
            List.of(
                    ScoreWinBack.WINDOW_DAYS,
                    ScoreWinBack.RETURN_PROBABILITY,
                    ScoreWinBack.SECOND_LIFETIME_VALUE_AMOUNT,
                    ScoreWinBack.EXPECTED_VALUE_AMOUNT),
            ScoreProspect.TABLE,
            List.of(
                    ScoreProspect.WINDOW_DAYS,
                    ScoreProspect.CONVERSION_PROBABILITY,
                    ScoreProspect.EXPECTED_VALUE_AMOUNT,
                    ScoreProspect.ACQUISITION_COST_AMOUNT,
                    ScoreProspect.EXPECTED_NET_VALUE_AMOUNT));

    private static final List<Field> ACTION = List.of(
            NextBestAction.ACTION_CODE,
            NextBestAction.SUBJECT_CODE,
            NextBestAction.ACT_UNTIL_DATE,
            NextBestAction.ACTION_PROBABILITY,
            NextBestAction.BASIS_CODE,
            NextBestAction.STAKE_AMOUNT,
            NextBestAction.COST_AMOUNT,
            NextBestAction.EXPECTED_AMOUNT,
            NextBestAction.ALTERNATIVE_CODE,
            NextBestAction.ALTERNATIVE_AMOUNT,
            NextBestAction.BETTER_CODE,
            NextBestAction.BETTER_AMOUNT,
            NextBestAction.LIMIT_CODE,
            NextBestAction.TREATMENT_PROBABILITY,
            NextBestAction.WHY);

    /** From the views of a release, and the scores of its date; empty where the release has no such customer. */
    static Optional<Explanation> of(Lake lake, long key) {
        SparkSession spark = lake.spark();
        return row(spark, CustomerValue.TABLE, CustomerValue.CUSTOMER_KEY, key).map(value -> {
            Map<String, Map<Field, Object>> subjects = new LinkedHashMap<>();
            subjects.put("value", known(value, VALUE));
            subjects.put("risk", known(value, RISK));
            CHANCES.forEach((table, fields) -> score(lake, table, value.getAs(CustomerValue.AS_OF_DATE.name()), key)
                    .ifPresent(score -> subjects.put("chance", known(score, fields))));
            row(spark, NextBestAction.TABLE, NextBestAction.CUSTOMER_KEY, key)
                    .ifPresent(action -> subjects.put("action", known(action, ACTION)));
            return new Explanation(
                    key, value.getAs(CustomerValue.AS_OF_DATE.name()).toString(), subjects);
        });
    }

    /** As nested names and values. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(CustomerValue.CUSTOMER_KEY.name(), key);
        tree.put(CustomerValue.AS_OF_DATE.name(), date);
        subjects.forEach((subject, known) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            known.forEach(
                    (field, value) -> values.put(field.name(), value instanceof Number ? value : value.toString()));
            tree.put(subject, values);
        });
        return tree;
    }

    /** For a terminal: a table per subject, the action's sentence below. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("Customer " + key + " on " + date));
        subjects.forEach((subject, known) -> {
            TextTable table = new TextTable(List.of(subject, "is", "meaning"));
            known.forEach((field, value) -> {
                if (!field.equals(NextBestAction.WHY)) {
                    table.add(List.of(field.name(), text(value), field.comment()));
                }
            });
            lines.add("");
            lines.addAll(table.lines());
            if (known.containsKey(NextBestAction.WHY)) {
                lines.add("");
                lines.add(known.get(NextBestAction.WHY).toString());
            }
        });
        return lines;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal exact ? exact.toPlainString() : value.toString();
    }

    private static Optional<Row> score(Lake lake, Table table, Date date, long key) {
        return lake
                .newest(table)
                .filter(table.slice()
                        .col()
                        .equalTo(date)
                        .and(CustomerValue.CUSTOMER_KEY.col().equalTo(key)))
                .takeAsList(1)
                .stream()
                .findFirst();
    }

    private static Optional<Row> row(SparkSession spark, Table table, Field customer, long key) {
        if (!spark.catalog().tableExists(table.name())) {
            return Optional.empty();
        }
        return spark
                .table(table.name())
                .filter(customer.col().equalTo(key))
                .orderBy(table.slice().col().desc())
                .takeAsList(1)
                .stream()
                .findFirst();
    }

    /** A release of an earlier version of Linkage may lack columns. */
    private static Map<Field, Object> known(Row row, List<Field> fields) {
        Map<Field, Object> known = new LinkedHashMap<>();
        List<String> columns = List.of(row.schema().fieldNames());
        for (Field field : fields) {
            if (columns.contains(field.name()) && row.getAs(field.name()) != null) {
                known.put(field, row.getAs(field.name()));
            }
        }
        return known;
    }
}
