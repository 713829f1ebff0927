package io.linkage.model.churn;

import java.util.List;

/**
 * A sum of coefficient times term, in units of each term.
 *
 * @param intercept margin where every term is 0
 * @param coefficients one per term
 */
public record LinearRule(double intercept, List<Double> coefficients) implements MarginRule {
    public LinearRule {
        coefficients = List.copyOf(coefficients);
    }

    @Override
    public double margin(double[] values) {
        double margin = intercept;
        for (int place = 0; place < values.length; place++) {
            margin += coefficients.get(place) * values[place];
        }
        return margin;
    }

    /** Exact: coefficient times distance from the mean. */
    @Override
    public double[] contributions(double[] values, List<Term> terms) {
        double[] contributions = new double[values.length];
        for (int place = 0; place < values.length; place++) {
            contributions[place] =
                    coefficients.get(place) * (values[place] - terms.get(place).mean());
        }
        return contributions;
    }
}
