package io.linkage.model.clv;

/**
 * The part of the Pareto/NBD likelihood of customers who dropped out between the last purchase and the end of calibration,
 * alpha^r beta^s s times the integral of (alpha+u)^-(r+x) (beta+u)^-(s+1) over that time, by Gauss-Legendre in ln(c+u) with
 * c = min(alpha, beta): positive terms alone, where the usual difference of two 2F1 cancels.
 *
 * @param log of it; minus infinity where the last purchase is at the end
 * @param byR slope of that logarithm in r, and so on
 */
record ParetoDropout(double log, double byR, double byAlpha, double byS, double byBeta) {
    private static final ParetoDropout NEVER = new ParetoDropout(Double.NEGATIVE_INFINITY, 0, 0, 0, 0);
    private static final double LOG_ROUNDING = 45;
    private static final double FLAT = 16;
    private static final double SHORT = 4;
    private static final double LONG = 8;
    private static final int PANELS = 8;

    static ParetoDropout at(ParetoNbd model, History history) {
        double from = history.recency();
        double least = Math.min(model.alpha(), model.beta());
        double span = span(model, history.frequency(), from, history.age() - from, least);
        if (!(span > 0)) {
            return NEVER;
        }
        boolean easy = span <= SHORT && (model.r() + history.frequency() + model.s() + 1) * span <= FLAT;
        Quadrature rule = easy ? Quadrature.SMALL : span <= LONG ? Quadrature.MEDIUM : Quadrature.LARGE;
        return sum(model, history.frequency(), from, least + from, span, rule);
    }

    /** Length of the integral in ln(c+u), cut where the integrand has fallen by e^45. */
    private static double span(ParetoNbd model, long x, double from, double length, double least) {
        double whole = Math.log1p(length / (least + from));
        double fall = (model.r() + x) * ((least + from) / (model.alpha() + from))
                + (model.s() + 1) * ((least + from) / (model.beta() + from))
                - 1;
        return fall > 0 ? Math.min(whole, LOG_ROUNDING / fall) : whole;
    }

    private static ParetoDropout sum(ParetoNbd model, long x, double from, double scale, double span, Quadrature rule) {
        int size = rule.size();
        double[] logs = new double[size];
        double[] times = new double[size];
        double[] byAlpha = new double[size];
        double[] byBeta = new double[size];
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double y = span * rule.points()[i];
            times[i] = from + scale * Math.expm1(y);
            byAlpha[i] = Math.log1p(times[i] / model.alpha());
            byBeta[i] = Math.log1p(times[i] / model.beta());
            logs[i] = rule.logWeights()[i] + y - (model.r() + x) * byAlpha[i] - (model.s() + 1) * byBeta[i];
            high = Math.max(high, logs[i]);
        }
        double[] sums = new double[5];
        for (int i = 0; i < size; i++) {
            double weight = Math.exp(logs[i] - high);
            sums[0] += weight;
            sums[1] -= weight * byAlpha[i];
            sums[2] += weight * LogMath.exposureSlope(model.r(), model.alpha(), x, times[i]);
            sums[3] += weight * (1 / model.s() - byBeta[i]);
            sums[4] += weight * (model.s() * (times[i] / model.beta()) - 1) / (model.beta() + times[i]);
        }
        double log = high + Math.log(sums[0] * span * scale * (model.s() / model.beta())) - x * Math.log(model.alpha());
        return new ParetoDropout(log, sums[1] / sums[0], sums[2] / sums[0], sums[3] / sums[0], sums[4] / sums[0]);
    }

    private static double logDensity(ParetoNbd model, long x, double u) {
        return LogMath.exposure(model.r(), model.alpha(), x, u)
                + Math.log(model.s() / (model.beta() + u))
                - model.s() * Math.log1p(u / model.beta());
    }

    /** Chance that a new customer buys so often within the given weeks and drops out within them. */
    static double probabilityOfPurchases(ParetoNbd model, long purchases, double weeks) {
        double scale = Math.min(model.alpha(), model.beta());
        double panel = Math.log1p(weeks / scale) / PANELS;
        double coefficient = LogMath.logBinomial(model.r(), purchases);
        double sum = 0;
        for (int p = 0; p < PANELS; p++) {
            for (int i = 0; i < Quadrature.LARGE.size(); i++) {
                double y = panel * (p + Quadrature.LARGE.points()[i]);
                double u = scale * Math.expm1(y);
                double density = logDensity(model, purchases, u) + (purchases == 0 ? 0 : purchases * Math.log(u));
                sum += Math.exp(Quadrature.LARGE.logWeights()[i] + y + coefficient + density);
            }
        }
        return sum * panel * scale;
    }
}
