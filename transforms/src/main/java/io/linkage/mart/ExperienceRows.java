package io.linkage.mart;

import io.linkage.column.Finite;
import io.linkage.contract.Field;
import io.linkage.model.experience.Figure;
import io.linkage.model.experience.Trend;
import io.linkage.model.experience.WeightedMean;
import io.linkage.table.mart.Experience;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Counted answers to figures: the subjects and months of one level and metric are looked at together. */
final class ExperienceRows {
    static final String MEAN = "_mean";
    static final String DEVIATION = "_deviation";
    static final String WEIGHTS = "_weights";
    static final String SQUARED_WEIGHTS = "_squared_weights";
    static final String VALUES = "_values";
    static final String SQUARED_VALUES = "_squared_values";
    static final String MAKE_UP = "_make_up";

    private static final double POINTS = 100;
    private static final List<Field> COUNTED = List.of(
            Experience.MONTH_DATE,
            Experience.LEVEL_CODE,
            Experience.SUBJECT_CODE,
            Experience.METRIC_CODE,
            Experience.ANSWER_COUNT,
            Experience.NO_ANSWER_COUNT,
            Experience.PROMOTER_COUNT,
            Experience.DETRACTOR_COUNT,
            Experience.TOP_COUNT,
            Experience.TARGET_ESTIMATE);
    private static final List<Field> FIGURES = List.of(
            Experience.METRIC_ESTIMATE,
            Experience.STANDARD_ERROR,
            Experience.LOW_ESTIMATE,
            Experience.HIGH_ESTIMATE,
            Experience.WEIGHTED_ESTIMATE,
            Experience.WEIGHTED_ERROR,
            Experience.EFFECTIVE_ANSWER_COUNT,
            Experience.SHRUNKEN_ESTIMATE,
            Experience.SHRUNKEN_ERROR,
            Experience.TREND_MONTH_COUNT,
            Experience.TREND_ESTIMATE,
            Experience.TREND_ERROR,
            Experience.CHANCE_PROBABILITY,
            Experience.TARGET_PROBABILITY);

    private ExperienceRows() {}

    /** One row with figures for each row of counts. */
    static Dataset<Row> of(Dataset<Row> counted) {
        StructType schema = new StructType();
        for (Field field : COUNTED) {
            schema = schema.add(field.name(), field.domain().type());
        }
        for (Field field : FIGURES) {
            schema = schema.add(field.name(), field.domain().type());
        }
        return counted.repartition(Experience.LEVEL_CODE.col(), Experience.METRIC_CODE.col())
                .mapPartitions((MapPartitionsFunction<Row, Row>) ExperienceRows::rows, Encoders.row(schema));
    }

    private static Iterator<Row> rows(Iterator<Row> counted) {
        Map<String, List<Row>> groups = new TreeMap<>();
        counted.forEachRemaining(row -> groups.computeIfAbsent(
                        row.getAs(Experience.LEVEL_CODE.name()) + "\n" + row.getAs(Experience.METRIC_CODE.name()),
                        group -> new ArrayList<>())
                .add(row));
        List<Row> all = new ArrayList<>();
        groups.values().forEach(group -> all.addAll(together(group)));
        return all.iterator();
    }

    private static List<Row> together(List<Row> rows) {
        // In one order, so that sums over subjects and months have the same last digit on every cluster.
        rows.sort(Comparator.<Row, String>comparing(row -> row.getAs(Experience.SUBJECT_CODE.name()))
                .thenComparing(ExperienceRows::month));
        List<ExperienceFigures> figures =
                rows.stream().map(ExperienceRows::figures).toList();
        Map<LocalDate, List<ExperienceFigures>> byMonth =
                figures.stream().collect(Collectors.groupingBy(ExperienceFigures::month));
        Map<String, List<ExperienceFigures>> bySubject =
                figures.stream().collect(Collectors.groupingBy(ExperienceFigures::subject));
        double deviation = ExperienceFigures.deviation(figures);
        Map<LocalDate, Function<ExperienceFigures, Figure>> shrinking = new TreeMap<>();
        byMonth.forEach((month, ofMonth) -> shrinking.put(month, ExperienceFigures.shrinking(ofMonth, deviation)));
        List<Row> told = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            ExperienceFigures here = figures.get(place);
            Figure shrunken = shrinking.get(here.month()).apply(here);
            List<ExperienceFigures> months = bySubject.get(here.subject()).stream()
                    .filter(row -> row.isFollowedBy(here))
                    .toList();
            told.add(row(rows.get(place), here, shrunken, months, deviation));
        }
        return told;
    }

    private static Row row(
            Row counted, ExperienceFigures here, Figure shrunken, List<ExperienceFigures> months, double deviation) {
        List<Object> values = new ArrayList<>();
        COUNTED.forEach(field -> values.add(counted.getAs(field.name())));
        Figure figure = here.figure();
        values.add(figure.estimate());
        values.add(Finite.orNull(figure.error()));
        values.add(Finite.orNull(figure.low()));
        values.add(Finite.orNull(figure.high()));
        weighted(counted, values);
        values.add(shrunken == null ? null : shrunken.estimate());
        values.add(shrunken == null ? null : Finite.orNull(shrunken.error()));
        Trend trend = ExperienceFigures.trend(months, deviation);
        values.add((long) months.size());
        values.add(Finite.orNull(trend.slope().estimate()));
        values.add(Finite.orNull(trend.slope().error()));
        values.add(Finite.orNull(trend.probability()));
        values.add(Double.isNaN(here.target()) ? null : Finite.orNull(here.targetProbability(trend, deviation)));
        return RowFactory.create(values.toArray());
    }

    private static void weighted(Row counted, List<Object> values) {
        WeightedMean mean = new WeightedMean(
                counted.getAs(WEIGHTS),
                counted.getAs(SQUARED_WEIGHTS),
                counted.getAs(VALUES),
                counted.getAs(SQUARED_VALUES));
        String metric = counted.getAs(Experience.METRIC_CODE.name());
        boolean nps = metric.equals(SurveyAnswer.NPS);
        boolean share = nps || metric.equals(SurveyAnswer.CSAT);
        Figure figure = share ? mean.figure().times(nps ? POINTS : 1) : mean.student();
        values.add(Finite.orNull(figure.estimate()));
        values.add(Finite.orNull(figure.error()));
        values.add(Double.isNaN(figure.estimate()) ? null : Math.round(mean.effective()));
    }

    private static ExperienceFigures figures(Row row) {
        return new ExperienceFigures(
                month(row),
                row.getAs(Experience.LEVEL_CODE.name()),
                row.getAs(Experience.SUBJECT_CODE.name()),
                row.getAs(Experience.METRIC_CODE.name()),
                row.<Long>getAs(Experience.ANSWER_COUNT.name()),
                row.<Long>getAs(Experience.PROMOTER_COUNT.name()),
                row.<Long>getAs(Experience.DETRACTOR_COUNT.name()),
                row.<Long>getAs(Experience.TOP_COUNT.name()),
                number(row, MEAN),
                number(row, DEVIATION),
                number(row, Experience.TARGET_ESTIMATE.name()),
                row.getAs(MAKE_UP));
    }

    private static LocalDate month(Row row) {
        return row.<java.sql.Date>getAs(Experience.MONTH_DATE.name()).toLocalDate();
    }

    private static double number(Row row, String column) {
        Double number = row.getAs(column);
        return number == null ? Double.NaN : number;
    }
}
