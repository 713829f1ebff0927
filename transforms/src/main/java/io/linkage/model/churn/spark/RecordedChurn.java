package io.linkage.model.churn.spark;

import io.linkage.model.churn.BoostedTrees;
import io.linkage.model.churn.ChanceCurve;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.IsotonicCurve;
import io.linkage.model.churn.LinearRule;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.MarginRule;
import io.linkage.model.churn.Term;
import io.linkage.model.registry.ModelEntry;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A churn model as {@code ops_model} holds it: what scores and what is tested is what was recorded.
 *
 * @param subject churn and its definition
 * @param role champion, challenger, refused, fold or baseline
 * @param model the model
 */
record RecordedChurn(String subject, String role, ChurnModel model) {

    /** The models of leaving of the rows of one night, by name. */
    static List<RecordedChurn> from(List<Row> rows) {
        return from(rows, ChurnModels.SUBJECT);
    }

    /** The models of subjects that begin so. */
    static List<RecordedChurn> from(List<Row> rows, String subject) {
        Map<String, List<Row>> byModel = rows.stream()
                .filter(row -> text(row, Model.SUBJECT_CODE.name()).startsWith(subject))
                .filter(row -> !text(row, Model.MODEL_CODE.name()).equals(Model.LEAK))
                .filter(row -> !text(row, Model.PARAMETER_CODE.name()).equals(ModelEntry.NONE))
                .collect(Collectors.groupingBy(
                        row -> text(row, Model.MODEL_CODE.name()), TreeMap::new, Collectors.toList()));
        List<RecordedChurn> models = new ArrayList<>();
        byModel.forEach((name, parameters) -> models.add(new RecordedChurn(
                text(parameters.get(0), Model.SUBJECT_CODE.name()),
                text(parameters.get(0), Model.ROLE_CODE.name()),
                model(name, parameters))));
        return models;
    }

    /** The model that scores; empty where the guards refused it. */
    static Optional<RecordedChurn> champion(List<Row> rows) {
        return champion(rows, ChurnModels.SUBJECT);
    }

    /** The same of a subject that begins so. */
    static Optional<RecordedChurn> champion(List<Row> rows, String subject) {
        return from(rows, subject).stream()
                .filter(model -> model.role().equals(Model.CHAMPION))
                .findFirst();
    }

    private static ChurnModel model(String name, List<Row> parameters) {
        Map<String, Double> numbers = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        List<Term> terms = new ArrayList<>();
        List<Double> estimates = new ArrayList<>();
        parameters.stream()
                .sorted(Comparator.comparing(row -> text(row, Model.PARAMETER_CODE.name())))
                .forEach(row -> {
                    String parameter = text(row, Model.PARAMETER_CODE.name());
                    Double estimate = row.getAs(Model.PARAMETER_ESTIMATE.name());
                    Double mean = row.getAs(Model.MEAN_ESTIMATE.name());
                    numbers.put(parameter, estimate);
                    texts.put(parameter, text(row, Model.PARAMETER_TEXT.name()));
                    if (mean != null) {
                        terms.add(Term.of(parameter, mean));
                        estimates.add(estimate);
                    }
                });
        double intercept = numbers.get(ChurnModels.INTERCEPT);
        String trees = texts.get(ChurnModels.TREES);
        MarginRule rule = trees == null ? new LinearRule(intercept, estimates) : BoostedTrees.of(intercept, trees);
        String curve = texts.get(ChurnModels.CALIBRATION_CURVE);
        ChanceCurve calibration = curve == null
                ? new LogisticLine(
                        numbers.get(ChurnModels.CALIBRATION_INTERCEPT), numbers.get(ChurnModels.CALIBRATION_SLOPE))
                : IsotonicCurve.of(curve);
        return new ChurnModel(name, terms, rule, calibration);
    }

    private static String text(Row row, String column) {
        return row.getAs(column);
    }
}
