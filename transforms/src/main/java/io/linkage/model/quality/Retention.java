package io.linkage.model.quality;

import java.io.Serializable;

/**
 * A campaign that tries to keep customers: what it costs, and who takes its offer.
 *
 * @param offer cost of the offer for each customer who takes it, in money
 * @param contact cost of each contact, in money
 * @param alpha first shape of the Beta distribution of the share of leavers whom the offer keeps
 * @param beta second shape
 */
public record Retention(double offer, double contact, double alpha, double beta) implements Serializable {
    /** Share of those who would leave whom the offer keeps on average. */
    public double kept() {
        return alpha / (alpha + beta);
    }
}
