package io.linkage.jobs.publish;

import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * One page on the model that scores a subject, for those who are to trust it: what it forecasts, what it learned from, how well it
 * told what then happened beside the naive forecast, and what it cannot do (Mitchell et al. 2019). All figures are those of
 * ops_model and mart_model_quality.
 *
 * @param subject what is modelled
 * @param parameters rows of ops_model of the champion
 * @param quality rows of mart_model_quality of the subject
 */
record ModelCard(String subject, List<Row> parameters, List<Row> quality) {
    private static final String LIFETIME =
            "Parameters are of the whole base, not of one customer; without a season what"
                    + " is bought at feasts counts as any other time.";
    private static final String CHURN =
            "A chance of leaving is not a reason to act: who is likely to leave is not who can"
                    + " be held. Reasons say what the model rests on, not what would happen if it were changed.";
    private static final String WIN =
            "Who comes by themselves is not told apart from whom an action brings: that needs a control group.";
    private static final String HAZARD =
            "Later windows rest on the chance of leaving in the first: a feature that matters"
                    + " only later does not show.";
    private static final Map<String, Subject> SUBJECTS = Map.of(
            "churn-" + FeatureChurn.NO_PURCHASE,
            new Subject("whether a customer buys nothing in the window after the gap", CHURN),
            "churn-" + FeatureChurn.CONTRACT_END,
            new Subject("whether a contract that ran through the gap ends in the window", CHURN),
            "churn-" + FeatureChurn.STATED,
            new Subject(
                    "whether none of the customer's contracts runs any more, features and outcome standing in one"
                            + " snapshot",
                    CHURN + " One snapshot does not tell how the model ages."),
            "win-back",
            new Subject("whether a lapsed customer buys or signs by the end of the window", WIN),
            "prospect",
            new Subject("whether a customer record without an order buys or signs by the end of the window", WIN),
            "hazard-" + FeatureChurn.NO_PURCHASE,
            new Subject("in which window ahead a customer stops to buy", HAZARD),
            "hazard-" + FeatureChurn.CONTRACT_END,
            new Subject("in which window ahead a contract ends", HAZARD),
            "clv-purchases",
            new Subject("how often a customer buys, and until when", LIFETIME),
            "clv-spend",
            new Subject("what a customer spends on a day of purchase", LIFETIME),
            "contract",
            new Subject("how long a contract is renewed", "Price and product are taken as they stand."));

    private record Subject(String forecast, String limits) {}

    /** Name of its file. */
    String file() {
        return subject.replaceAll("[^A-Za-z0-9._-]", "_") + ".md";
    }

    /** The page in Markdown. */
    String text() {
        Row first = parameters.get(0);
        StringBuilder page = new StringBuilder();
        page.append("# Model card: " + subject + "\n\n");
        what().ifPresent(known -> page.append("It forecasts " + known.forecast() + ".\n\n"));
        page.append("| | |\n|---|---|\n");
        line(page, "model", first, Model.MODEL_CODE.name());
        line(page, "business date", first, Model.AS_OF_DATE.name());
        line(page, "last day whose events it learned from", first, Model.CALIBRATION_END_DATE.name());
        line(page, "customers, contracts, or customers and days", first, Model.CUSTOMER_COUNT.name());
        line(page, "events among them", first, Model.EVENT_COUNT.name());
        line(page, "verdict", first, Model.STATUS_CODE.name());
        page.append("\n" + first.getAs(Model.REASON.name()) + "\n");
        page.append("\n## How well it told what then happened\n\n" + tests());
        page.append("\n## What it rests on\n\n" + numbers());
        what().ifPresent(known -> page.append("\n## Limits\n\n" + known.limits() + "\n"));
        return page.toString();
    }

    private Optional<Subject> what() {
        return Optional.ofNullable(SUBJECTS.get(subject));
    }

    private static void line(StringBuilder page, String name, Row row, String column) {
        Object value = row.getAs(column);
        page.append("| " + name + " | " + (value == null ? "" : value) + " |\n");
    }

    private String tests() {
        if (quality.isEmpty()) {
            return "Nothing has happened yet that it could be held against.\n";
        }
        StringBuilder table =
                new StringBuilder("| slice | part | metric | model | role | value | 95 % | n | naive | its value |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|\n");
        quality.stream()
                .sorted(Comparator.comparing((Row row) -> row.<String>getAs(ModelQuality.SLICE_CODE.name()))
                        .thenComparing(row -> row.<String>getAs(ModelQuality.PART_CODE.name()))
                        .thenComparing(row -> row.<String>getAs(ModelQuality.METRIC_CODE.name()))
                        .thenComparing(row -> row.<String>getAs(ModelQuality.MODEL_CODE.name())))
                .forEach(row -> table.append("| " + word(row, ModelQuality.SLICE_CODE.name()))
                        .append(" | " + word(row, ModelQuality.PART_CODE.name()))
                        .append(" | " + word(row, ModelQuality.METRIC_CODE.name()))
                        .append(" | " + word(row, ModelQuality.MODEL_CODE.name()))
                        .append(" | " + word(row, ModelQuality.ROLE_CODE.name()))
                        .append(" | " + number(row, ModelQuality.METRIC_ESTIMATE.name()))
                        .append(" | " + interval(row))
                        .append(" | " + word(row, ModelQuality.EXAMPLE_COUNT.name()))
                        .append(" | " + word(row, ModelQuality.BASELINE_MODEL_CODE.name()))
                        .append(" | " + number(row, ModelQuality.BASELINE_ESTIMATE.name()))
                        .append(" |\n"));
        return table.toString();
    }

    private String numbers() {
        StringBuilder table = new StringBuilder("| parameter | estimate | standard error |\n|---|---|---|\n");
        parameters.stream()
                .filter(row -> row.getAs(Model.PARAMETER_ESTIMATE.name()) != null)
                .sorted(Comparator.comparing(row -> row.<String>getAs(Model.PARAMETER_CODE.name())))
                .forEach(row -> table.append("| " + word(row, Model.PARAMETER_CODE.name()))
                        .append(" | " + number(row, Model.PARAMETER_ESTIMATE.name()))
                        .append(" | " + number(row, Model.STANDARD_ERROR.name()))
                        .append(" |\n"));
        return table.toString();
    }

    private static String interval(Row row) {
        String low = number(row, ModelQuality.LOW_ESTIMATE.name());
        return low.isEmpty() ? "" : low + " to " + number(row, ModelQuality.HIGH_ESTIMATE.name());
    }

    private static String word(Row row, String column) {
        Object value = row.getAs(column);
        return value == null ? "" : value.toString().replace("|", "\\|");
    }

    private static String number(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? "" : String.format(Locale.ROOT, "%.4g", value);
    }
}
