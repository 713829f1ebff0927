package io.linkage.mart;

import io.linkage.column.Finite;
import io.linkage.contract.Field;
import io.linkage.core.Units;
import io.linkage.model.experience.Agreement;
import io.linkage.model.experience.Figure;
import io.linkage.table.mart.EstimateVsMeasured;
import io.linkage.table.mart.Experience;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * One unit's estimate beside what was measured, and what all units of the metric and year make of it. Units are few enough
 * for one task.
 *
 * @param row the stated and the counted
 * @param measured what customers said; null where none answered
 */
record SelfKnowledge(Row row, Figure measured) {
    private static final List<Field> GIVEN = List.of(
            EstimateVsMeasured.UNIT_SOURCE_ID,
            EstimateVsMeasured.METRIC_CODE,
            EstimateVsMeasured.YEAR_NUMBER,
            EstimateVsMeasured.OWN_ESTIMATE,
            EstimateVsMeasured.ANSWER_COUNT,
            EstimateVsMeasured.TARGET_ESTIMATE);
    private static final List<Field> TOLD = List.of(
            EstimateVsMeasured.MEASURED_ESTIMATE,
            EstimateVsMeasured.GAP_ESTIMATE,
            EstimateVsMeasured.GAP_LOW_ESTIMATE,
            EstimateVsMeasured.GAP_HIGH_ESTIMATE,
            EstimateVsMeasured.KNOWLEDGE_RANK,
            EstimateVsMeasured.NEXT_TARGET_ESTIMATE,
            EstimateVsMeasured.DISTANCE_ESTIMATE,
            EstimateVsMeasured.UNIT_COUNT,
            EstimateVsMeasured.MEAN_GAP_ESTIMATE,
            EstimateVsMeasured.MEAN_GAP_LOW_ESTIMATE,
            EstimateVsMeasured.MEAN_GAP_HIGH_ESTIMATE,
            EstimateVsMeasured.CALIBRATION_RATIO);

    static Dataset<Row> of(Dataset<Row> both) {
        StructType schema = new StructType();
        for (Field field : GIVEN) {
            schema = schema.add(field.name(), field.domain().type());
        }
        for (Field field : TOLD) {
            schema = schema.add(field.name(), field.domain().type());
        }
        return both.repartition(1)
                .mapPartitions((MapPartitionsFunction<Row, Row>) SelfKnowledge::rows, Encoders.row(schema));
    }

    private static Iterator<Row> rows(Iterator<Row> both) {
        List<SelfKnowledge> all = new ArrayList<>();
        both.forEachRemaining(row -> all.add(new SelfKnowledge(row, measured(row))));
        // In one order, so that means over the units have the same last digit on every cluster.
        all.sort(Comparator.comparing(unit -> unit.row.<String>getAs(EstimateVsMeasured.UNIT_SOURCE_ID.name())));
        Map<String, Double> targets = all.stream()
                .filter(unit -> unit.target() != null)
                .collect(Collectors.toMap(unit -> unit.place(0), SelfKnowledge::target));
        Map<String, List<SelfKnowledge>> judged =
                all.stream().filter(unit -> unit.gap() != null).collect(Collectors.groupingBy(SelfKnowledge::peers));
        return all.stream()
                .map(unit -> unit.told(targets.get(unit.place(1)), judged.getOrDefault(unit.peers(), List.of())))
                .iterator();
    }

    private static Figure measured(Row row) {
        long answers = row.<Long>getAs(EstimateVsMeasured.ANSWER_COUNT.name());
        if (answers == 0) {
            return null;
        }
        double mean = row.<Double>getAs(ExperienceRows.VALUES) / answers;
        double squares = Math.max(0, row.<Double>getAs(ExperienceRows.SQUARED_VALUES) - answers * mean * mean);
        return new ExperienceFigures(
                        LocalDate.of(row.<Integer>getAs(EstimateVsMeasured.YEAR_NUMBER.name()), 1, 1),
                        Experience.UNIT,
                        row.getAs(EstimateVsMeasured.UNIT_SOURCE_ID.name()),
                        row.getAs(EstimateVsMeasured.METRIC_CODE.name()),
                        answers,
                        row.<Long>getAs(Experience.PROMOTER_COUNT.name()),
                        row.<Long>getAs(Experience.DETRACTOR_COUNT.name()),
                        row.<Long>getAs(Experience.TOP_COUNT.name()),
                        mean,
                        Math.sqrt(squares / (answers - 1)),
                        Double.NaN,
                        Units.WHOLE)
                .figure();
    }

    private Row told(Double next, List<SelfKnowledge> peers) {
        List<Object> values = new ArrayList<>();
        GIVEN.forEach(field -> values.add(row.getAs(field.name())));
        Double gap = gap();
        values.add(measured == null ? null : measured.estimate());
        values.add(gap);
        values.add(gap == null ? null : Finite.orNull(own() - measured.high()));
        values.add(gap == null ? null : Finite.orNull(own() - measured.low()));
        values.add(gap == null ? null : rank(peers));
        values.add(next);
        values.add(next == null || measured == null ? null : (Double) (next - measured.estimate()));
        values.add((long) peers.size());
        agreed(peers, values);
        return RowFactory.create(values.toArray());
    }

    private static void agreed(List<SelfKnowledge> peers, List<Object> values) {
        if (peers.isEmpty()) {
            values.addAll(Collections.nCopies(4, null));
            return;
        }
        Agreement agreement = Agreement.of(peers.stream()
                .map(unit -> new Agreement.Pair(unit.own(), unit.measured.estimate()))
                .toList());
        values.add(agreement.gap().estimate());
        values.add(Finite.orNull(agreement.gap().low()));
        values.add(Finite.orNull(agreement.gap().high()));
        values.add(Finite.orNull(agreement.slope().estimate()));
    }

    /** 1 for the smallest gap; those that tie share the mean of their places. */
    private double rank(List<SelfKnowledge> peers) {
        double size = Math.abs(gap());
        long nearer = peers.stream().filter(unit -> Math.abs(unit.gap()) < size).count();
        long same = peers.stream().filter(unit -> Math.abs(unit.gap()) == size).count();
        return nearer + (same + 1) / 2.0;
    }

    private Double own() {
        return row.getAs(EstimateVsMeasured.OWN_ESTIMATE.name());
    }

    private Double target() {
        return row.getAs(EstimateVsMeasured.TARGET_ESTIMATE.name());
    }

    private Double gap() {
        return own() == null || measured == null ? null : (Double) (own() - measured.estimate());
    }

    private String peers() {
        return row.getAs(EstimateVsMeasured.METRIC_CODE.name())
                + "\n"
                + row.getAs(EstimateVsMeasured.YEAR_NUMBER.name());
    }

    private String place(int yearsLater) {
        int year = row.<Integer>getAs(EstimateVsMeasured.YEAR_NUMBER.name()) + yearsLater;
        return row.getAs(EstimateVsMeasured.UNIT_SOURCE_ID.name())
                + "\n"
                + row.getAs(EstimateVsMeasured.METRIC_CODE.name())
                + "\n"
                + year;
    }
}
