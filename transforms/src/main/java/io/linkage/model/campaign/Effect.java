package io.linkage.model.campaign;

import io.linkage.model.experience.Figure;

/**
 * Mean outcome of the treated less that of those compared, as it is and adjusted for what both brought in before (CUPED: Deng,
 * Xu, Kohavi and Walker 2013, WSDM): y - theta x, with theta the slope of y on x within the two arms. The variance falls by the
 * squared correlation of x and y. Weights that differ within an arm enter the error by Kish's effective number. Where the outcomes of
 * an arm are all the same, how they vary is not known: errors and interval are NaN.
 *
 * @param treatedMean weighted mean of the treated
 * @param controlMean weighted mean of those compared
 * @param difference of the two
 * @param differenceError its standard error
 * @param estimate the adjusted difference
 * @param error its standard error
 */
public record Effect(
        double treatedMean,
        double controlMean,
        double difference,
        double differenceError,
        double estimate,
        double error) {
    /** Of two arms of two customers or more each, whose outcomes are 0 or 1. */
    public static Effect ofShares(Arm treated, Arm control) {
        return of(treated.ofShares(), control.ofShares());
    }

    /** Of two arms of two customers or more each. */
    public static Effect of(Arm treated, Arm control) {
        double theta = theta(treated, control);
        double difference = treated.mean() - control.mean();
        return new Effect(
                treated.mean(),
                control.mean(),
                difference,
                error(treated, control, 0),
                difference - theta * (treated.earlierMean() - control.earlierMean()),
                error(treated, control, theta));
    }

    /** Lower end of the 95 % interval. */
    public double low() {
        return estimate - Figure.Z * error;
    }

    /** Upper end of the 95 % interval. */
    public double high() {
        return estimate + Figure.Z * error;
    }

    /** The part of the variance that the adjustment took away. */
    public double varianceReduction() {
        return Math.max(0, 1 - error * error / (differenceError * differenceError));
    }

    private static double theta(Arm treated, Arm control) {
        double spread = treated.earlierSpread() + control.earlierSpread();
        double size = treated.wxx() + control.wxx();
        return spread > Arm.CONSTANT * size ? (treated.togetherSpread() + control.togetherSpread()) / spread : 0;
    }

    private static double error(Arm treated, Arm control, double theta) {
        return treated.isConstant() || control.isConstant()
                ? Double.NaN
                : Math.sqrt(treated.varianceOfMean(theta) + control.varianceOfMean(theta));
    }
}
