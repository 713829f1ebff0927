package io.linkage.column;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sqrt;

import org.apache.spark.sql.Column;

/** Figures of answers that count by their weight in the sample; null where all weights are 0. */
public final class Weighted {
    private Weighted() {}

    /** Mean of a value, from the sums of the weights and of weight times value. */
    public static Column mean(Column weights, Column values) {
        return values.divide(nullif(weights, lit(0.0)));
    }

    /** How many answers of equal weight would say as much: (sum w)^2 / sum w^2 (Kish 1965). */
    public static Column effective(Column weights, Column squaredWeights) {
        return weights.multiply(weights).divide(nullif(squaredWeights, lit(0.0)));
    }

    /** Standard error of the mean, from it, the mean of the squared values and the effective number of answers. */
    public static Column error(Column mean, Column meanSquare, Column effective) {
        return sqrt(greatest(lit(0.0), meanSquare.minus(mean.multiply(mean))).divide(effective));
    }
}
