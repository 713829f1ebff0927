package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.LogisticLine;
import io.linkage.model.churn.Term;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
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
 * @param role champion, refused, fold or baseline
 * @param model the model
 */
record RecordedChurn(String subject, String role, ChurnModel model) {

    /** The models of the rows of one night, by name. */
    static List<RecordedChurn> from(List<Row> rows) {
        Map<String, List<Row>> byModel = rows.stream()
                .filter(row -> text(row, Model.SUBJECT_CODE.name()).startsWith(ChurnModels.SUBJECT))
                .filter(row -> !row.isNullAt(row.fieldIndex(Model.PARAMETER_ESTIMATE.name())))
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
        return from(rows).stream()
                .filter(model -> model.role().equals(Model.CHAMPION))
                .findFirst();
    }

    private static ChurnModel model(String name, List<Row> parameters) {
        Map<String, Double> by = new TreeMap<>();
        List<Term> terms = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        parameters.stream()
                .sorted((one, other) ->
                        text(one, Model.PARAMETER_CODE.name()).compareTo(text(other, Model.PARAMETER_CODE.name())))
                .forEach(row -> {
                    String parameter = text(row, Model.PARAMETER_CODE.name());
                    double estimate = row.<Double>getAs(Model.PARAMETER_ESTIMATE.name());
                    Double mean = row.getAs(Model.MEAN_ESTIMATE.name());
                    by.put(parameter, estimate);
                    if (mean != null) {
                        terms.add(Term.of(parameter, mean));
                        coefficients.add(estimate);
                    }
                });
        LogisticLine calibration =
                new LogisticLine(by.get(ChurnModels.CALIBRATION_INTERCEPT), by.get(ChurnModels.CALIBRATION_SLOPE));
        return new ChurnModel(name, by.get(ChurnModels.INTERCEPT), terms, coefficients, calibration);
    }

    private static String text(Row row, String column) {
        return row.getAs(column);
    }
}
