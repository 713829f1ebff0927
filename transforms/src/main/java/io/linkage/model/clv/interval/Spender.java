package io.linkage.model.clv.interval;

import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.random.Draws;

/**
 * Spend of one customer, in units of what scales with the customer's own mean: gamma + x z of Gamma-Gamma, else the mean of
 * all. So customers who bought as often share one distribution, however much they spend.
 *
 * @param shape of spend per purchase day; infinite where it does not vary
 * @param unit scale of it, relative to the customer's own
 */
record Spender(double shape, double unit) {
    /**
     * A draw of Gamma-Gamma after x repeat purchases: spend is gamma(p) over nu, nu is gamma(p x + q) over (gamma + x z).
     *
     * @param model with drawn parameters
     * @param estimated with the estimated ones, in whose units spend is told
     */
    static Spender draw(SpendModel model, SpendModel estimated, long x, Draws draws) {
        if (model instanceof GammaGamma drawn && estimated instanceof GammaGamma best) {
            // The drawn gamma stands beside x times a mean that is not known here: that of all.
            double mean = best.hasMean() ? best.expectedSpend(0, 0) : best.gamma();
            double moved = (drawn.gamma() + x * mean) / (best.gamma() + x * mean);
            return new Spender(drawn.p(), moved / draws.gamma(drawn.p() * x + drawn.q()));
        }
        return new Spender(Double.POSITIVE_INFINITY, model.expectedSpend(x, 0) / estimated.expectedSpend(x, 0));
    }

    /** In reporting currency, what the unit stands for of one customer. */
    static double scale(SpendModel model, long x, double meanSpend) {
        return model instanceof GammaGamma gammaGamma
                ? gammaGamma.gamma() + (x == 0 ? 0 : x * meanSpend)
                : model.expectedSpend(x, meanSpend);
    }

    /** What so many purchase days bring. */
    double spend(int purchases, Draws draws) {
        return purchases == 0 ? 0 : Double.isInfinite(shape) ? purchases * unit : draws.gamma(shape * purchases) * unit;
    }
}
