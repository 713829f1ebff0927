package io.linkage.model.churn;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/**
 * When a customer leaves: the chance of leaving in each window ahead of one who stayed until then. In the first it is the
 * forecast p of the churn model; in window t from the second on logit h_t = a_t + b logit p, a discrete-time proportional-odds
 * hazard (Allison 1982, Sociological Methodology 13; Singer and Willett 1993, Journal of Educational Statistics 18(2)).
 *
 * @param intercepts a_t of the windows from the second on
 * @param slope b, by which what tells the first window also tells the later ones
 */
public record Hazard(List<Double> intercepts, double slope) implements Serializable {
    /** Name of the model. */
    public static final String NAME = "discrete-time-hazard";

    private static final double HALF = 0.5;

    public Hazard {
        intercepts = List.copyOf(intercepts);
    }

    /** Windows that it reaches. */
    public int windows() {
        return intercepts.size() + 1;
    }

    /** Chance of leaving in a window, from 1, of one who stayed until then. */
    double hazard(int window, double chance) {
        return window == 1
                ? chance
                : LogisticLine.probabilityOf(intercepts.get(window - 2) + slope * LogisticLine.logOdds(chance));
    }

    /** Chance of having left when all windows are over: 1 less the product of staying in each. */
    public double chance(double first) {
        return 1 - survival(windows(), first);
    }

    /** The window in which the chance of having left passes one half; empty where it does not. */
    public OptionalInt median(double first) {
        for (int window = 1; window <= windows(); window++) {
            if (survival(window, first) <= HALF) {
                return OptionalInt.of(window);
            }
        }
        return OptionalInt.empty();
    }

    private double survival(int windows, double first) {
        double survival = 1;
        for (int window = 1; window <= windows; window++) {
            survival *= 1 - hazard(window, first);
        }
        return survival;
    }
}
