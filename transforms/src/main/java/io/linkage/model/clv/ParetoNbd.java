package io.linkage.model.clv;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pareto/NBD: a customer buys at random at an own rate and drops out at random at another, each gamma-distributed over
 * customers and independent: Schmittlein, Morrison and Colombo 1987, Management Science 33(1).
 *
 * @param r shape of the purchase rate, no unit
 * @param alpha scale of the purchase rate, weeks
 * @param s shape of the dropout rate, no unit
 * @param beta scale of the dropout rate, weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    public static final String NAME = "pareto-nbd";

    public ParetoNbd {
        LogMath.requirePositive(NAME, "r", r);
        LogMath.requirePositive(NAME, "alpha", alpha);
        LogMath.requirePositive(NAME, "s", s);
        LogMath.requirePositive(NAME, "beta", beta);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("r", r);
        values.put("alpha", alpha);
        values.put("s", s);
        values.put("beta", beta);
        return values;
    }

    /** Schmittlein, Morrison and Colombo 1987, with the integral over the time of dropout kept: all its terms are positive. */
    @Override
    public double logLikelihood(History history) {
        return LogMath.rising(r, history.frequency())
                + LogMath.addExp(logAlive(history), ParetoDropout.at(this, history).log());
    }

    @Override
    public double[] gradient(History history) {
        long x = history.frequency();
        double age = history.age();
        ParetoDropout gone = ParetoDropout.at(this, history);
        double alive = LogMath.inverseLogit(gone.log() - logAlive(history));
        double dropped = 1 - alive;
        double byR = LogMath.risingSlope(r, x) - alive * Math.log1p(age / alpha) + dropped * gone.byR();
        double byAlpha = alive * LogMath.exposureSlope(r, alpha, x, age) + dropped * gone.byAlpha();
        double byS = -alive * Math.log1p(age / beta) + dropped * gone.byS();
        double byBeta = alive * s * (age / beta) / (beta + age) + dropped * gone.byBeta();
        return new double[] {r * byR, alpha * byAlpha, s * byS, beta * byBeta};
    }

    /** Schmittlein, Morrison and Colombo 1987, as a ratio of the two parts of the likelihood. */
    @Override
    public double probabilityAlive(History history) {
        return LogMath.inverseLogit(ParetoDropout.at(this, history).log() - logAlive(history));
    }

    /** Schmittlein, Morrison and Colombo 1987, without a pole at s = 1. */
    @Override
    public double purchasesIfAlive(long frequency, double age, double weeks) {
        LogMath.requireWeeks(weeks);
        double stretch = Math.log1p(weeks / (beta + age));
        double life = s == 1 ? stretch : -Math.expm1((1 - s) * stretch) / (s - 1);
        // Never more than without dropout, which rounding could exceed in a long-lived base.
        return (r + frequency) / (alpha + age) * Math.min(weeks, (beta + age) * life);
    }

    /** k B/A e^z E_s(z), z = delta B: Fader, Hardie and Lee 2005, JMR 42(4), as U(s,s,z) = e^z E_s(z) z^(1-s). */
    @Override
    public double lifetimeIfAlive(long frequency, double age, double weeklyForce) {
        LogMath.requireForce(this, weeklyForce);
        double scale = beta + age;
        double life = weeklyForce == 0 ? 1 / (s - 1) : ExponentialIntegral.scaled(s, weeklyForce * scale);
        return (r + frequency) / (alpha + age) * scale * life;
    }

    @Override
    public boolean hasLifetime(double weeklyForce) {
        return weeklyForce > 0 || s > 1;
    }

    /** Still alive, or dropped out after a time that is integrated over. */
    @Override
    public double probabilityOfPurchases(long purchases, double weeks) {
        double alive = new NegativeBinomial(r, alpha, weeks).logProbability(purchases) - s * Math.log1p(weeks / beta);
        return Math.exp(alive) + ParetoDropout.probabilityOfPurchases(this, purchases, weeks);
    }

    /** Fader and Hardie 2007, note 019. */
    @Override
    public ParetoNbd shifted(double rate, double dropout) {
        return new ParetoNbd(r, alpha * Math.exp(-rate), s, beta * Math.exp(-dropout));
    }

    private double logAlive(History history) {
        return LogMath.exposure(r, alpha, history.frequency(), history.age()) - s * Math.log1p(history.age() / beta);
    }
}
