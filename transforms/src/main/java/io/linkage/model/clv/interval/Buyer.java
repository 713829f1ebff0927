package io.linkage.model.clv.interval;

import io.linkage.model.clv.BgNbd;
import io.linkage.model.clv.MbgNbd;
import io.linkage.model.clv.Nbd;
import io.linkage.model.clv.ParetoNbd;
import io.linkage.model.random.Draws;
import java.util.Map;

/**
 * What a model leaves open of one customer who still buys: drawn from what it believes after their purchases so far.
 *
 * @param rate purchases a week
 * @param leaving chance of dropping out after each purchase
 * @param lifetime weeks until dropping out at no purchase; infinite where the model knows no such end
 */
record Buyer(double rate, double leaving, double lifetime) {
    /**
     * A draw given x repeat purchases within T weeks, and that the customer has not dropped out: rate gamma(r + x, alpha + T);
     * chance of leaving beta(a, b + x), of MBG/NBD beta(a, b + x + 1); rate of leaving gamma(s, beta + T).
     *
     * @param model name of the purchase model
     * @param by its parameters
     */
    static Buyer draw(String model, Map<String, Double> by, long x, double age, Draws draws) {
        double rate = draws.gamma(by.get("r") + x) / (by.get("alpha") + age);
        return switch (model) {
            case Nbd.NAME -> new Buyer(rate, 0, Double.POSITIVE_INFINITY);
            case BgNbd.NAME -> new Buyer(rate, draws.beta(by.get("a"), by.get("b") + x), Double.POSITIVE_INFINITY);
            case MbgNbd.NAME -> new Buyer(rate, draws.beta(by.get("a"), by.get("b") + x + 1), Double.POSITIVE_INFINITY);
            case ParetoNbd.NAME -> new Buyer(rate, 0, lifetime(by, age, draws));
            default ->
                throw new IllegalStateException(
                        "No future is drawn for the purchase model " + model + ". Add its posterior to Buyer.");
        };
    }

    private static double lifetime(Map<String, Double> by, double age, Draws draws) {
        return draws.exponential(draws.gamma(by.get("s")) / (by.get("beta") + age));
    }
}
