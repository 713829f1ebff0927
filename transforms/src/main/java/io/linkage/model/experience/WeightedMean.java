package io.linkage.model.experience;

/**
 * Mean of answers that count by their weight in the sample. NaN where all weights are 0.
 *
 * @param weights sum of the weights
 * @param squaredWeights sum of the squared weights
 * @param values sum of weight times value
 * @param squaredValues sum of weight times squared value
 */
public record WeightedMean(double weights, double squaredWeights, double values, double squaredValues) {

    /** Weighted mean of the value. */
    public double mean() {
        return values / weights;
    }

    /** How many answers of equal weight would say as much: (sum w)^2 / sum w^2 (Kish 1965, Survey Sampling, 11.7). */
    public double effective() {
        return weights * weights / squaredWeights;
    }

    /** Of shares: mean with its standard error and the normal interval; both are not known where all values are alike. */
    public Figure figure() {
        double variance = variance();
        return Figure.normal(mean(), variance > 0 ? Math.sqrt(variance / effective()) : Double.NaN);
    }

    /** Of numbers, whose variance is estimated too: Student's interval with one answer less than the effective number. */
    public Figure student() {
        double variance = variance();
        double freedom = effective() - 1;
        return Figure.student(
                mean(), variance > 0 && freedom > 0 ? Math.sqrt(variance / freedom) : Double.NaN, freedom);
    }

    private double variance() {
        double mean = mean();
        return Math.max(0, squaredValues / weights - mean * mean);
    }
}
