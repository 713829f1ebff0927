package io.linkage.model.linkage;

/**
 * The outcome per point of its cause, with what is not known of it.
 *
 * @param value outcome per point
 * @param error standard error by cluster (CR2)
 * @param freedom degrees of freedom of the error
 * @param low lower end of the interval; infinite where the data set none
 * @param high upper end
 * @param chance of an effect as far from 0 if there were none
 * @param bootstrapped whether interval and chance come from the wild bootstrap, or from a t distribution
 * @param correlation of cause and outcome as they stand, without effects of units and periods
 * @param leastVisible smallest effect that these data would show with a chance of 80 %
 * @param unitsNeeded units that would show an effect of this size with that chance
 */
public record Effect(
        double value,
        double error,
        double freedom,
        double low,
        double high,
        double chance,
        boolean bootstrapped,
        double correlation,
        double leastVisible,
        double unitsNeeded) {}
