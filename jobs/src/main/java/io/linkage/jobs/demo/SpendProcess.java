package io.linkage.jobs.demo;

/**
 * Planted parameters of the Gamma-Gamma spend (Fader & Hardie 2013): an order is worth Gamma(p, nu) euro, nu from
 * Gamma(q, gamma) per customer, apart from how often the customer buys.
 *
 * @param p shape of the orders of one customer
 * @param q shape of the customers' scale
 * @param gamma scale parameter of the customers' scale, in euro
 */
public record SpendProcess(double p, double q, double gamma) {
    /** About 64 euro an order. */
    public static final SpendProcess STANDARD = new SpendProcess(6.0, 3.8, 30.0);

    double mean() {
        return p * gamma / (q - 1);
    }
}
