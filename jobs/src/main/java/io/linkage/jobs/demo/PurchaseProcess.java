package io.linkage.jobs.demo;

/**
 * Planted parameters of the MBG/NBD process (Batislam, Denizel & Filiztekin 2007): purchases a week follow a Poisson
 * process with a rate from Gamma(r, alpha); after each purchase, the first included, the customer leaves with a
 * probability from Beta(a, b).
 *
 * @param r shape of the weekly purchase rate
 * @param alpha scale parameter (a rate) of the weekly purchase rate, in weeks
 * @param a first shape of the probability of leaving
 * @param b second shape of the probability of leaving
 */
public record PurchaseProcess(double r, double alpha, double a, double b) {
    /** About 4.4 purchases a year while active; one in five leaves after a purchase. */
    public static final PurchaseProcess STANDARD = new PurchaseProcess(0.85, 10.0, 0.8, 3.2);

    double meanLeaving() {
        return a / (a + b);
    }
}
