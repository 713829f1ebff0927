package io.linkage.model.churn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.RealMatrix;

/**
 * The rows that a discrete-time hazard learns from, one for each window after the first that a customer came to: their
 * likelihood is that of a logistic regression, however often a customer stands in them (Allison 1982).
 *
 * @param courses in an order of their own
 * @param windows how many are learned
 */
record PersonPeriods(List<Course> courses, int windows) {
    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-10;

    PersonPeriods {
        courses = courses.stream()
                .sorted(Comparator.comparingDouble(Course::chance)
                        .thenComparingInt(Course::windows)
                        .thenComparing(Course::left)
                        .thenComparingInt(Course::reach))
                .toList();
    }

    /**
     * A hazard at its greatest likelihood.
     *
     * @param model with its parameters
     * @param errors of the intercepts, then of the slope
     */
    record Fitted(Hazard model, List<Double> errors) {}

    /** As many windows as each has enough customers who left, and who stayed; 1 where the second has not. */
    static int carried(List<Course> courses, int most, long least) {
        int window = 1;
        while (window < most && new PersonPeriods(courses, most).carries(window + 1, least)) {
            window++;
        }
        return window;
    }

    private boolean carries(int window, long least) {
        return Math.min(left(window), came(window) - left(window)) >= least;
    }

    /** Customers who came to a window. */
    long came(int window) {
        return courses.stream()
                .filter(course -> course.windows() >= window)
                .mapToLong(Course::customers)
                .sum();
    }

    /** Those of them who left in it. */
    long left(int window) {
        return courses.stream()
                .filter(course -> course.left() && course.windows() == window)
                .mapToLong(Course::customers)
                .sum();
    }

    /** Rows of all windows. */
    long rows() {
        long rows = 0;
        for (int window = 2; window <= windows; window++) {
            rows += came(window);
        }
        return rows;
    }

    /** Those of them in which somebody left. */
    long events() {
        long events = 0;
        for (int window = 2; window <= windows; window++) {
            events += left(window);
        }
        return events;
    }

    /** By Newton's method from the share that left in each window; empty where it comes to no end. */
    Optional<Fitted> fit() {
        double[] at = start();
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<double[]> next = likelihood(at).step(0);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            double moved = moved(at, next.get());
            at = next.get();
            if (moved < ENOUGH) {
                double[] end = at;
                return likelihood(at).covariance(0).map(covariance -> fitted(end, covariance));
            }
        }
        return Optional.empty();
    }

    /** The intercept of the second window, what each later one adds, and the slope. */
    private double[] start() {
        double[] at = new double[windows];
        for (int window = 2; window <= windows; window++) {
            double odds = (double) left(window) / (came(window) - left(window));
            at[window - 2] = Math.log(odds) - at[0];
        }
        return at;
    }

    private Newton likelihood(double[] at) {
        Newton newton = new Newton(at);
        for (Course course : courses) {
            for (int window = 2; window <= Math.min(windows, course.windows()); window++) {
                double[] x = new double[windows - 1];
                if (window > 2) {
                    x[window - 3] = 1;
                }
                x[windows - 2] = LogisticLine.logOdds(course.chance());
                newton.add(x, course.left() && course.windows() == window, course.customers());
            }
        }
        return newton;
    }

    private static double moved(double[] from, double[] to) {
        double moved = 0;
        for (int place = 0; place < from.length; place++) {
            moved = Math.max(moved, Math.abs(to[place] - from[place]));
        }
        return moved;
    }

    private Fitted fitted(double[] at, RealMatrix covariance) {
        List<Double> intercepts = new ArrayList<>(Collections.singletonList(at[0]));
        List<Double> errors = new ArrayList<>(Collections.singletonList(Math.sqrt(covariance.getEntry(0, 0))));
        for (int place = 1; place < windows - 1; place++) {
            intercepts.add(at[0] + at[place]);
            errors.add(Math.sqrt(
                    covariance.getEntry(0, 0) + covariance.getEntry(place, place) + 2 * covariance.getEntry(0, place)));
        }
        int last = windows - 1;
        errors.add(Math.sqrt(covariance.getEntry(last, last)));
        return new Fitted(new Hazard(intercepts, at[last]), errors);
    }
}
