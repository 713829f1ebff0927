package io.linkage.model.wallet;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * A sum of terms, each times its coefficient.
 *
 * @param intercept where all terms are 0
 * @param coefficients one per term
 */
public record Line(double intercept, List<Double> coefficients) implements Serializable {
    /** Logarithms beyond it are of no money. */
    private static final double MOST_LOG = 30;

    public Line {
        coefficients = List.copyOf(coefficients);
    }

    /** The same for everyone. */
    static Line flat(double intercept, int terms) {
        return new Line(intercept, Collections.nCopies(terms, 0.0));
    }

    double at(double[] terms) {
        double sum = intercept;
        for (int place = 0; place < terms.length; place++) {
            sum += coefficients.get(place) * terms[place];
        }
        return sum;
    }

    /** The exponential of the line, within what money can be. */
    double exponential(double[] terms) {
        return StrictMath.exp(Math.max(-MOST_LOG, Math.min(MOST_LOG, at(terms))));
    }

    /** The line as the logarithm of the odds. */
    double probability(double[] terms) {
        return 1 / (1 + StrictMath.exp(-at(terms)));
    }
}
