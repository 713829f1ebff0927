package io.linkage.model.drivers.spark;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.drivers.CrossProducts;
import io.linkage.model.drivers.Importance;
import io.linkage.model.drivers.Priorities;
import io.linkage.model.drivers.Slope;
import io.linkage.model.drivers.Verdict;
import io.linkage.model.experience.Figure;
import io.linkage.settings.PrioritySettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.mart.PriorityMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Attributes that customers rate, by what they go with: margin, buying again, recommending. */
public final class BuildPriorityMatrix {
    public static final Build BUILD = Build.of(PriorityMatrix.TABLE)
            .reads(
                    BuildPriorityMatrix::from,
                    FctSurveyAnswer.TABLE,
                    FctOrderLine.TABLE,
                    DimOrgUnit.TABLE,
                    FctDepartmentEstimate.TABLE);

    private static final long SEED = 42;

    private BuildPriorityMatrix() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> answers = AttributeAnswers.of(in);
        List<Questionnaire> questionnaires = Questionnaire.of(AttributeAnswers.asked(in, answers));
        List<List<Column>> rows = new ArrayList<>();
        if (!questionnaires.isEmpty()) {
            PrioritySettings settings = in.settings(PrioritySettings.class);
            Map<List<Integer>, List<CrossProducts>> moments = Moments.of(in, answers, questionnaires);
            for (int number = 0; number < questionnaires.size(); number++) {
                for (Target target : Target.values()) {
                    List<CrossProducts> parts = moments.getOrDefault(List.of(number, target.ordinal()), List.of());
                    rows.addAll(rows(in.asOf(), questionnaires.get(number), target, parts, settings));
                }
            }
        }
        return Literals.rows(in.one(), PriorityMatrix.TABLE, rows);
    }

    private static List<List<Column>> rows(
            LocalDate asOf,
            Questionnaire questionnaire,
            Target target,
            List<CrossProducts> parts,
            PrioritySettings settings) {
        int columns = questionnaire.compared().size() + 1;
        List<CrossProducts> known = parts.isEmpty() ? List.of(new CrossProducts(columns)) : parts;
        Priorities told = Priorities.of(known, settings.leastRespondents(), settings.draws(), SEED);
        List<List<Column>> rows = new ArrayList<>();
        for (int place = 0; place < columns - 1; place++) {
            Attribute attribute = questionnaire.compared().get(place);
            rows.add(row(
                    asOf,
                    questionnaire,
                    target,
                    attribute,
                    told,
                    told.attributes().get(place)));
        }
        Priorities.Priority none = new Priorities.Priority(Verdict.RARELY_ANSWERED, null, null);
        questionnaire.rare().forEach(rare -> rows.add(row(asOf, questionnaire, target, rare, told, none)));
        return rows;
    }

    private static List<Column> row(
            LocalDate asOf,
            Questionnaire questionnaire,
            Target target,
            Attribute attribute,
            Priorities all,
            Priorities.Priority own) {
        List<Column> row = new ArrayList<>(List.of(
                PriorityMatrix.AS_OF_DATE.is(Days.day(asOf)),
                PriorityMatrix.TARGET_CODE.is(target.code()),
                PriorityMatrix.LEVEL_CODE.is(attribute.name().level()),
                PriorityMatrix.SUBJECT_CODE.is(attribute.name().subject()),
                PriorityMatrix.METRIC_CODE.is(attribute.name().metric()),
                PriorityMatrix.SURVEY_CODE.is(questionnaire.latest()),
                PriorityMatrix.VERDICT_CODE.is(own.verdict().name()),
                PriorityMatrix.REASON.is(own.verdict().reason()),
                PriorityMatrix.RESPONDENT_COUNT.is(all.respondents()),
                PriorityMatrix.ATTRIBUTE_COUNT.is(
                        (long) questionnaire.compared().size())));
        row.addAll(importance(all, own));
        row.addAll(performance(attribute));
        row.addAll(slope(own.slope() == null ? null : own.slope().times(target.perPoint())));
        return row;
    }

    private static List<Column> importance(Priorities all, Priorities.Priority own) {
        boolean shown = own.verdict().hasImportance();
        boolean placed = own.verdict() == Verdict.SHOWN;
        String method = all.attributes().size() <= Importance.MOST_EXACT
                ? PriorityMatrix.EXACT
                : PriorityMatrix.RELATIVE_WEIGHTS;
        return List.of(
                shown ? PriorityMatrix.METHOD_CODE.is(method) : PriorityMatrix.METHOD_CODE.unknown(),
                figure(
                        PriorityMatrix.IMPORTANCE_SHARE,
                        shown ? own.place().importance() / all.explained() : Double.NaN),
                figure(PriorityMatrix.EXPLAINED_SHARE, all.explained()),
                figure(PriorityMatrix.HELD_OUT_RATIO, all.heldOut()),
                figure(
                        PriorityMatrix.MEAN_ANSWER_SHARE,
                        own.verdict().isPlaced() ? own.place().performance() : Double.NaN),
                placed
                        ? PriorityMatrix.QUADRANT_CODE.is(own.place().quadrant().name())
                        : PriorityMatrix.QUADRANT_CODE.unknown(),
                figure(PriorityMatrix.STABILITY_SHARE, placed ? own.place().stability() : Double.NaN));
    }

    private static List<Column> performance(Attribute attribute) {
        Figure metric = attribute.performance();
        return List.of(
                PriorityMatrix.ANSWER_COUNT.is(attribute.answers()),
                figure(PriorityMatrix.PERFORMANCE_ESTIMATE, metric.estimate()),
                figure(PriorityMatrix.PERFORMANCE_LOW_ESTIMATE, metric.low()),
                figure(PriorityMatrix.PERFORMANCE_HIGH_ESTIMATE, metric.high()),
                figure(PriorityMatrix.TARGET_ESTIMATE, attribute.target()),
                figure(PriorityMatrix.TARGET_GAP_ESTIMATE, attribute.gap()));
    }

    private static List<Column> slope(Slope slope) {
        return List.of(
                figure(PriorityMatrix.PER_POINT_ESTIMATE, slope == null ? Double.NaN : slope.value()),
                figure(PriorityMatrix.PER_POINT_ERROR, slope == null ? Double.NaN : slope.error()),
                figure(PriorityMatrix.PER_POINT_LOW_ESTIMATE, slope == null ? Double.NaN : slope.low()),
                figure(PriorityMatrix.PER_POINT_HIGH_ESTIMATE, slope == null ? Double.NaN : slope.high()));
    }

    private static Column figure(Field field, double value) {
        return Double.isFinite(value) ? field.is(value) : field.unknown();
    }
}
