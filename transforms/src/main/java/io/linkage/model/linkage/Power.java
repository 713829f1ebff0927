package io.linkage.model.linkage;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** How much data an effect needs to be seen: with a chance of 80 %, at the 5 % level, two-sided. */
public final class Power {
    private static final double SIGNIFICANT = 0.975;
    private static final double POWER = 0.8;
    private static final NormalDistribution NORMAL = new NormalDistribution();
    /** Distance of an effect from 0 in standard errors that is seen with that chance: 2.80. */
    private static final double ERRORS =
            NORMAL.inverseCumulativeProbability(SIGNIFICANT) + NORMAL.inverseCumulativeProbability(POWER);

    private Power() {}

    /** Independent units that a correlation needs, by Fisher's z (Cohen 1988, Statistical Power Analysis, chapter 3). */
    public static double unitsForCorrelation(double correlation) {
        double z = Math.abs(Math.log((1 + correlation) / (1 - correlation)) / 2);
        return Math.ceil(Math.pow(ERRORS / z, 2) + 3);
    }

    /** Units that an effect of this size needs, when so many units gave it this error: errors fall by the root of units. */
    public static double units(double effect, double error, int units) {
        return Math.ceil(units * Math.pow(ERRORS * error / effect, 2));
    }

    /** Smallest effect that these data would show with that chance (Bloom 1995, Evaluation Review 19(5)). */
    public static double leastEffect(double error, double freedom) {
        TDistribution t = new TDistribution(freedom);
        return error * (t.inverseCumulativeProbability(SIGNIFICANT) + t.inverseCumulativeProbability(POWER));
    }
}
