package io.linkage.model.uplift.spark;

import io.linkage.model.experience.Figure;
import io.linkage.model.uplift.Line;
import io.linkage.model.uplift.UpliftModel;
import io.linkage.table.ops.Model;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The champion of one action as {@code ops_model} holds it: what scores is what was recorded.
 *
 * @param action goal of the campaigns
 * @param model its code
 * @param scorer gives chances
 * @param measured effects by segment
 */
record RecordedUplift(String action, String model, UpliftModel.Scorer scorer, Map<String, Measured> measured)
        implements Serializable {
    /** Effect of a segment, its standard error, and the contacts behind it. */
    record Measured(double effect, double error, long contacts) implements Serializable {
        double end(int sign) {
            return Math.min(1, Math.max(-1, effect + sign * Figure.Z * error));
        }
    }

    /** Champions by action. */
    static List<RecordedUplift> from(List<Row> rows) {
        Map<String, List<Row>> bySubject = rows.stream()
                .filter(row -> text(row, Model.SUBJECT_CODE.name()).startsWith(UpliftModels.SUBJECT))
                .filter(row -> text(row, Model.ROLE_CODE.name()).equals(Model.CHAMPION))
                .collect(Collectors.groupingBy(
                        row -> text(row, Model.SUBJECT_CODE.name()), TreeMap::new, Collectors.toList()));
        List<RecordedUplift> recorded = new ArrayList<>();
        bySubject.forEach((subject, parameters) -> recorded.add(new RecordedUplift(
                subject.substring(UpliftModels.SUBJECT.length()),
                text(parameters.get(0), Model.MODEL_CODE.name()),
                scorer(parameters),
                measured(parameters))));
        return recorded;
    }

    private static UpliftModel.Scorer scorer(List<Row> parameters) {
        return new UpliftModel.Scorer(
                line(parameters, UpliftModels.CONTROL).orElseThrow(),
                line(parameters, UpliftModels.TREATED).orElse(null),
                line(parameters, UpliftModels.EFFECT).orElse(null));
    }

    private static Optional<Line> line(List<Row> parameters, String prefix) {
        Map<String, Double> terms = new TreeMap<>();
        parameters.stream()
                .filter(row -> text(row, Model.PARAMETER_CODE.name()).startsWith(prefix))
                .forEach(row -> terms.put(
                        text(row, Model.PARAMETER_CODE.name()).substring(prefix.length()),
                        row.<Double>getAs(Model.PARAMETER_ESTIMATE.name())));
        return Optional.ofNullable(terms.remove(UpliftModels.INTERCEPT)).map(intercept -> new Line(intercept, terms));
    }

    private static Map<String, Measured> measured(List<Row> parameters) {
        Map<String, Measured> measured = new TreeMap<>();
        String prefix = UpliftModels.MEASURED + Known.SEGMENT;
        parameters.stream()
                .filter(row -> text(row, Model.PARAMETER_CODE.name()).startsWith(prefix))
                .forEach(row -> measured.put(
                        text(row, Model.PARAMETER_CODE.name()).substring(prefix.length()),
                        new Measured(
                                row.<Double>getAs(Model.PARAMETER_ESTIMATE.name()),
                                row.<Double>getAs(Model.STANDARD_ERROR.name()),
                                row.<Double>getAs(Model.MEAN_ESTIMATE.name()).longValue())));
        return measured;
    }

    private static String text(Row row, String column) {
        return row.getAs(column);
    }
}
