package io.linkage.model.drivers;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The outcome per unit of an attribute, the other attributes being alike: least squares. Errors leave out each part of the
 * rows in turn (delete-a-group jackknife, Kott 2001, Journal of Official Statistics 17(4)), so that rows of a part, such as
 * those of a customer, may depend on each other and outcomes may be as skewed as money is. Association, not effect.
 *
 * @param value outcome per unit of the attribute
 * @param error standard error, with as many degrees of freedom as there are parts less 1
 * @param low lower end of the 90 % interval
 * @param high upper end
 */
public record Slope(double value, double error, double low, double high) {
    private static final double LEVEL = 0.9;

    /** Of each attribute, in the order of their columns; parts without rows are not parts. */
    public static List<Slope> of(List<CrossProducts> parts) {
        CrossProducts all = CrossProducts.sum(parts);
        double[] values = HeldOut.coefficients(all);
        double[] squares = new double[values.length];
        for (CrossProducts part : parts) {
            double[] without = HeldOut.coefficients(all.plus(part, -1));
            for (int j = 0; j < values.length; j++) {
                squares[j] += Math.pow(without[j] - values[j], 2);
            }
        }
        double groups = parts.size();
        double half = new TDistribution(groups - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
        List<Slope> slopes = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            double error = Math.sqrt((groups - 1) / groups * squares[j]);
            slopes.add(new Slope(values[j], error, values[j] - half * error, values[j] + half * error));
        }
        return slopes;
    }

    /** In other units of outcome or attribute. */
    public Slope times(double factor) {
        return new Slope(value * factor, error * factor, low * factor, high * factor);
    }
}
