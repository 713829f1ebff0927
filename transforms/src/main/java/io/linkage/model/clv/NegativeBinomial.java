package io.linkage.model.clv;

import org.hipparchus.special.Beta;

/**
 * Purchases of a customer who does not drop out, in a given time: Poisson at a gamma-distributed rate (Greenwood and Yule
 * 1920).
 *
 * @param r shape of the rate
 * @param alpha scale of the rate, weeks
 * @param weeks of observation, above 0
 */
record NegativeBinomial(double r, double alpha, double weeks) {
    /** ln P(N = n). */
    double logProbability(long n) {
        return LogMath.logBinomial(r, n) - r * Math.log1p(weeks / alpha) - n * Math.log1p(alpha / weeks);
    }

    /** P(N >= n), by the incomplete beta function (Abramowitz and Stegun 26.5.26). */
    double probabilityOfAtLeast(long n) {
        return n == 0 ? 1 : Beta.regularizedBeta(weeks / (alpha + weeks), n, r);
    }
}
