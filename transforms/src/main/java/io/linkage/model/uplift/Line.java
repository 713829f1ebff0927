package io.linkage.model.uplift;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sum of coefficients over what is known of a customer; a value that the fit did not meet adds nothing.
 *
 * @param intercept value of a customer of whom nothing is known
 * @param coefficients by term, such as segment=private or recency
 */
public record Line(double intercept, Map<String, Double> coefficients) implements Serializable {
    public Line {
        coefficients = new TreeMap<>(coefficients);
    }

    /** The sum for values by term: 1 for a word, the level of a number. */
    public double at(Map<String, Double> values) {
        double sum = intercept;
        for (Map.Entry<String, Double> value : values.entrySet()) {
            sum += coefficients.getOrDefault(value.getKey(), 0.0) * value.getValue();
        }
        return sum;
    }

    /** The chance whose log-odds the sum is. */
    public double probability(Map<String, Double> values) {
        double logOdds = at(values);
        return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
    }
}
