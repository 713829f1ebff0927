package io.linkage.model.churn;

import java.io.Serializable;
import java.util.List;

/**
 * A fitted model with what its fit rests on.
 *
 * @param model the model
 * @param errors standard errors of the intercept and of the coefficients, in that order; empty where there are none
 * @param examples that it learned from, calibration included
 * @param events those of them that left
 */
public record Regression(ChurnModel model, List<Double> errors, long examples, long events) implements Serializable {
    public Regression {
        errors = List.copyOf(errors);
    }

    /** The same with another calibration. */
    public Regression calibrated(ChanceCurve curve) {
        return new Regression(model.calibrated(curve), errors, examples, events);
    }

    /** The same, resting on these examples. */
    public Regression on(Profile profile) {
        return new Regression(model, errors, profile.examples(), profile.events());
    }
}
