package io.linkage.model.churn;

import io.linkage.model.contract.ContractModel;
import io.linkage.model.contract.CountedTenure;
import io.linkage.model.contract.FitContracts;
import io.linkage.model.quality.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a night found of when customers leave.
 *
 * @param verdict of the guards
 * @param model the hazard; empty where it was not fitted
 * @param errors of its intercepts, then of its slope
 * @param benchmark without features: shifted-beta-geometric, or one retention for all where customers are not seen to differ
 * @param examples customers and windows that it learned from
 * @param events those in which somebody left
 */
public record HazardFit(
        Verdict verdict,
        Optional<Hazard> model,
        List<Double> errors,
        Optional<ContractModel> benchmark,
        long examples,
        long events) {

    /**
     * Fits on the courses that teach, judges on the others.
     *
     * @param courses in any order
     * @param most windows that the days reach
     * @param least customers who left, and who stayed, in each window that is learned
     */
    public static HazardFit of(List<Course> courses, int most, long least) {
        List<Course> taught = courses.stream().filter(Course::teaches).toList();
        int windows = PersonPeriods.carried(taught, most, least);
        PersonPeriods rows = new PersonPeriods(taught, windows);
        if (windows < 2) {
            return refused(
                    most < 2 ? Verdict.Code.TOO_FEW_WINDOWS : Verdict.Code.TOO_FEW_EVENTS,
                    "In the second window after a day " + rows.left(2) + " of " + rows.came(2)
                            + " customers left; at least " + least + " must have left, and as many not"
                            + " (models.churn.least-events, models.churn.snapshots).");
        }
        return rows.fit()
                .map(fitted -> judged(fitted, rows, courses, least))
                .orElseGet(() -> refused(
                        Verdict.Code.NO_UNIQUE_FIT,
                        "The chance of leaving at once tells the later windows without an exception, so that no"
                                + " finite slope fits best."));
    }

    private static HazardFit judged(PersonPeriods.Fitted fitted, PersonPeriods rows, List<Course> courses, long least) {
        Metric order = HazardTrial.of(fitted.model(), courses).concordance();
        String words = String.format(
                Locale.ROOT,
                "%d windows, %d customers and windows after the first to learn from, %d left; tested customer-out:"
                        + " concordance %.3f (95 %% %.3f to %.3f).",
                rows.windows(),
                rows.rows(),
                rows.events(),
                order.estimate(),
                order.low(),
                order.high());
        return new HazardFit(
                new Verdict(code(order), words),
                Optional.of(fitted.model()),
                fitted.errors(),
                benchmark(rows, least),
                rows.rows(),
                rows.events());
    }

    private static Verdict.Code code(Metric order) {
        if (Double.isNaN(order.estimate())) {
            return Verdict.Code.UNTESTED;
        }
        return order.low() > 0.5 ? Verdict.Code.FITTED : Verdict.Code.NOT_BETTER_THAN_BASE_RATE;
    }

    private static Optional<ContractModel> benchmark(PersonPeriods rows, long least) {
        return FitContracts.of(
                        rows.courses().stream()
                                .map(course -> new CountedTenure(course.windows(), course.left(), course.customers()))
                                .toList(),
                        least)
                .champion();
    }

    /** Nothing was fitted. */
    private static HazardFit refused(Verdict.Code code, String reason) {
        return new HazardFit(new Verdict(code, reason), Optional.empty(), List.of(), Optional.empty(), -1, -1);
    }
}
