package io.linkage.model.clv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Beta;

/**
 * BG/BB: at each of a row of opportunities (a yearly appeal, a monthly draw) a customer who is alive buys with an own chance,
 * and before each drops out with another; both beta-distributed over customers and independent: Fader, Hardie and Shang 2010,
 * Marketing Science 29(6). Time is counted in opportunities; there is no other unit.
 *
 * @param alpha shape of the chance to buy
 * @param beta its other shape
 * @param gamma shape of the chance to drop out
 * @param delta its other shape
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {
    public static final String NAME = "bg-bb";

    public BgBb {
        LogMath.requirePositive(NAME, "alpha", alpha);
        LogMath.requirePositive(NAME, "beta", beta);
        LogMath.requirePositive(NAME, "gamma", gamma);
        LogMath.requirePositive(NAME, "delta", delta);
    }

    /** Fits alpha, beta, gamma, delta. */
    public static Fit<BgBb> fit(List<Opportunities> histories) {
        return MaximumLikelihood.fit(
                new Problem<>(
                        List.of("alpha", "beta", "gamma", "delta"),
                        new double[] {1, 1, 1, 1},
                        List.of(new double[] {1, 1, 1, 1}, new double[] {0.5, 2, 0.5, 5}, new double[] {2, 1, 0.5, 2}),
                        v -> new BgBb(v[0], v[1], v[2], v[3]),
                        (model, row) -> row.count() * model.logLikelihood(row),
                        BgBb::gradient,
                        Opportunities::count),
                Opportunities.merge(histories));
    }

    /** Name and value of each parameter, in the order of the paper. */
    public Map<String, Double> parameters() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("alpha", alpha);
        values.put("beta", beta);
        values.put("gamma", gamma);
        values.put("delta", delta);
        return values;
    }

    /** Fader, Hardie and Shang 2010: alive to the end, or dropped out after one of the silent opportunities. */
    public double logLikelihood(Opportunities history) {
        return paths(history).stream().mapToDouble(Path::log).reduce(Double.NEGATIVE_INFINITY, LogMath::addExp);
    }

    /** Chance of not having dropped out by the opportunity after the last one seen. */
    public double probabilityAlive(Opportunities history) {
        double stays = (delta + history.periods()) / (gamma + delta + history.periods());
        return stays * Math.exp(alive(history) - logLikelihood(history));
    }

    /** Expected purchases at the next opportunities, as the sum over them: no pole at gamma = 1. */
    public double expectedPurchases(Opportunities history, long periods) {
        double sum = 0;
        double still = 1;
        for (long i = 1; i <= periods; i++) {
            sum += still;
            still *= (delta + history.periods() + i) / (gamma + delta + history.periods() + i);
        }
        return probabilityAlive(history) * chanceIfAlive(history) * sum;
    }

    /** Expected purchases of a new customer at the opportunities after the first purchase. */
    public double expectedPurchasesOfNew(long periods) {
        return expectedPurchases(Opportunities.NEW, periods);
    }

    /**
     * Expected purchases at all later opportunities, that after i of them worth (1+d)^-i: (1-theta)^(i-1)/(1+d)^i summed
     * over i, which is E[1/(theta + d)] with theta ~ Beta(gamma, delta+n+1).
     *
     * @param rate discount rate per opportunity; 0 only where the sum then exists, that is gamma above 1
     */
    public double discountedLifetime(Opportunities history, double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY) && !(rate == 0 && gamma > 1)) {
            throw new IllegalArgumentException("The purchases of a whole life do not add up under " + NAME
                    + " at a discount rate of " + rate + " per opportunity. Give one above 0, or a finite horizon.");
        }
        double b = delta + history.periods() + 1;
        double life = rate == 0 ? (gamma + b - 1) / (gamma - 1) : BetaMean.of(theta -> 1 / (theta + rate), gamma, b);
        return probabilityAlive(history) * chanceIfAlive(history) * life;
    }

    /** Chance of so many purchases at the first opportunities. */
    public double probabilityOfPurchases(long purchases, long periods) {
        double sum = Math.exp(choose(periods, purchases)
                + path(purchases, periods, 0, periods).log());
        for (long i = purchases; i < periods; i++) {
            sum += Math.exp(choose(i, purchases) + path(purchases, i, 1, i).log());
        }
        return sum;
    }

    private double chanceIfAlive(Opportunities history) {
        return (alpha + history.frequency()) / (alpha + beta + history.periods());
    }

    private double alive(Opportunities history) {
        return path(history.frequency(), history.periods(), 0, history.periods())
                .log();
    }

    /** Ways to the same history: seen opportunities, and whether the customer dropped out after them. */
    private record Path(long bought, long seen, long dropped, long stayed, double log) {}

    private List<Path> paths(Opportunities history) {
        List<Path> paths = new ArrayList<>();
        paths.add(path(history.frequency(), history.periods(), 0, history.periods()));
        for (long seen = history.last(); seen < history.periods(); seen++) {
            paths.add(path(history.frequency(), seen, 1, seen));
        }
        return paths;
    }

    private Path path(long bought, long seen, long dropped, long stayed) {
        double log = LogMath.rising(alpha, bought)
                + LogMath.rising(beta, seen - bought)
                - LogMath.rising(alpha + beta, seen)
                + LogMath.rising(gamma, dropped)
                + LogMath.rising(delta, stayed)
                - LogMath.rising(gamma + delta, dropped + stayed);
        return new Path(bought, seen, dropped, stayed, log);
    }

    /** Derivatives of the log likelihood, times the count, by the logarithms of the parameters. */
    private double[] gradient(Opportunities history) {
        double all = logLikelihood(history);
        double[] sum = new double[4];
        for (Path path : paths(history)) {
            double weight = history.count() * Math.exp(path.log() - all);
            double buying = LogMath.risingSlope(alpha + beta, path.seen());
            double leaving = LogMath.risingSlope(gamma + delta, path.dropped() + path.stayed());
            sum[0] += weight * alpha * (LogMath.risingSlope(alpha, path.bought()) - buying);
            sum[1] += weight * beta * (LogMath.risingSlope(beta, path.seen() - path.bought()) - buying);
            sum[2] += weight * gamma * (LogMath.risingSlope(gamma, path.dropped()) - leaving);
            sum[3] += weight * delta * (LogMath.risingSlope(delta, path.stayed()) - leaving);
        }
        return sum;
    }

    private static double choose(long n, long k) {
        return k == 0 || k == n ? 0 : -Math.log(n + 1.0) - Beta.logBeta(n - k + 1.0, k + 1.0);
    }
}
