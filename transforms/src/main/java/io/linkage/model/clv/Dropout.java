package io.linkage.model.clv;

/** Expected purchases of a customer who is alive and may drop out after each purchase: shared by BG/NBD and MBG/NBD. */
final class Dropout {
    /** The bracket loses digits as it nears 0; below this share of its terms the integral takes over. */
    private static final double LEAST_BRACKET = 1e-4;

    private static final double LARGEST = 1e300;

    private Dropout() {}

    /**
     * E[(1 - (1 + p t/A)^-k) / p] with p ~ Beta(a, b): Fader, Hardie and Lee 2005, eq. 10, after Euler's transformation.
     *
     * @param k shape of the posterior purchase rate
     * @param exposure its scale A, weeks
     * @param a shape of the posterior dropout chance
     * @param b its other shape
     * @param weeks forecast time t
     */
    static double expectedPurchases(double k, double exposure, double a, double b, double weeks) {
        double most = k * weeks / exposure;
        if (weeks == 0) {
            return 0;
        }
        double value = bySeries(k, exposure, a, b, weeks);
        if (Double.isNaN(value)) {
            value = byIntegral(k, exposure, a, b, weeks);
        }
        return Math.max(0, Math.min(most, value));
    }

    /** (a+b-1)/(a-1) [1 - (1-z)^(a-1) 2F1(a+b-1-k, a-1; a+b-1; z)], z = t/(A+t); NaN where that loses digits. */
    static double bySeries(double k, double exposure, double a, double b, double weeks) {
        double c = a + b - 1;
        if (c <= 0) {
            return Double.NaN;
        }
        Gauss2F1 series = Gauss2F1.series(c - k, a - 1, c, weeks / (exposure + weeks));
        double power = Math.exp((1 - a) * Math.log1p(weeks / exposure));
        double bracket = 1 - power * series.value();
        double terms = Math.max(1, power * series.largestTerm());
        boolean exact = series.converged() && Math.abs(bracket) > LEAST_BRACKET * terms;
        return exact ? c / (a - 1) * bracket : Double.NaN;
    }

    /** The same as an integral over p of a function between 0 and k t/A: slower, without a pole at a = 1. */
    static double byIntegral(double k, double exposure, double a, double b, double weeks) {
        double rate = weeks / exposure;
        return BetaMean.of(p -> p < Double.MIN_NORMAL ? k * rate : -Math.expm1(-k * Math.log1p(p * rate)) / p, a, b);
    }

    /**
     * E[k/p e^w E_(k+1)(w)], w = delta A/p, p ~ Beta(a, b): the integral of e^(-delta t) lambda e^(-lambda p t) over t is
     * lambda/(delta + lambda p), whose mean over lambda ~ Gamma(k, A) is an exponential integral. Without a discount E[1/p].
     */
    static double discountedLifetime(double k, double exposure, double a, double b, double weeklyForce) {
        if (weeklyForce == 0) {
            return (a + b - 1) / (a - 1);
        }
        double discount = weeklyForce * exposure;
        double most = k / discount;
        return BetaMean.of(
                p -> {
                    double w = discount / p;
                    return w > LARGEST ? most : k / p * ExponentialIntegral.scaled(k + 1, w);
                },
                a,
                b);
    }
}
