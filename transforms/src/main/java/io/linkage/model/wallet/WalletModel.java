package io.linkage.model.wallet;

import java.io.Serializable;

/**
 * Wallet of a buyer who was not asked: own spending, and what is spent elsewhere by those who do (Du, Kamakura and Mela 2007,
 * Journal of Marketing 71(2), in two steps): {@code exp(inside) smear + P(elsewhere) exp(outside) smear}, with the smearing
 * factors of Duan (1983, JASA 78(383)). Own spending is modelled too: what the ledger saw in one year is not what a customer
 * means by a year.
 *
 * @param terms of all three lines
 * @param elsewhere log-odds of buying elsewhere
 * @param inside logarithm of a year's spending with us, as stated
 * @param outside logarithm of a year's spending elsewhere, of those who do
 * @param insideSmear mean of the exponentials of the errors inside
 * @param outsideSmear the same outside
 */
public record WalletModel(
        Terms terms, Line elsewhere, Line inside, Line outside, double insideSmear, double outsideSmear)
        implements Serializable {

    /** Expected wallet and the band around it. */
    public Wallet of(Buyer buyer, Band band) {
        double[] of = terms.of(buyer);
        double own = inside.exponential(of) * insideSmear;
        double chance = elsewhere.probability(of);
        double amount = own + chance * outside.exponential(of) * outsideSmear;
        return new Wallet(own / amount, amount, band.low(buyer, amount, 1), band.high(buyer, amount, 1), chance);
    }

    /** Expected wallet alone. */
    double amount(Buyer buyer) {
        double[] of = terms.of(buyer);
        return inside.exponential(of) * insideSmear
                + elsewhere.probability(of) * outside.exponential(of) * outsideSmear;
    }
}
