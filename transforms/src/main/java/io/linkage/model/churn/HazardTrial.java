package io.linkage.model.churn;

import io.linkage.model.quality.Calibration;
import io.linkage.model.quality.Concordance;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Metric;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Forecasts of leaving by the end of a horizon on customers of whom nothing taught, on days whose horizon is over.
 *
 * @param courses those that test
 * @param windows of the horizon
 * @param forecast chance of having left by its end, from the chance of leaving in the first window
 */
public record HazardTrial(List<Course> courses, int windows, DoubleUnaryOperator forecast) {
    /** A trial by those of some courses that test. */
    public HazardTrial {
        courses = courses.stream()
                .filter(course -> !course.teaches() && course.isWhole(windows))
                .toList();
    }

    /** Of a hazard, as far as it reaches. */
    public static HazardTrial of(Hazard model, List<Course> courses) {
        return new HazardTrial(courses, model.windows(), first -> ChurnModel.published(model.chance(first)));
    }

    /** Of one chance for all. */
    public static HazardTrial of(double chance, int windows, List<Course> courses) {
        return new HazardTrial(courses, windows, first -> ChurnModel.published(chance));
    }

    /** Whether those who left earlier had the higher chance. */
    public Metric concordance() {
        return Concordance.of(courses.stream()
                .map(course -> new Concordance.Timed(
                        forecast.applyAsDouble(course.chance()),
                        course.leftWithin(windows) ? course.windows() : windows + 1,
                        course.customers()))
                .toList());
    }

    /** Brier score at the end of the horizon. */
    public Metric brier() {
        return Calibration.brier(counts());
    }

    /** By chance, in rising order. */
    public List<Counted> counts() {
        return Counted.merge(courses.stream()
                .map(course -> new Counted(
                        forecast.applyAsDouble(course.chance()),
                        course.customers(),
                        course.leftWithin(windows) ? course.customers() : 0))
                .toList());
    }
}
